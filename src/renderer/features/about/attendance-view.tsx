import { useTranslation } from 'react-i18next';

import type {
  AboutAttendance,
  AboutLine,
  AboutSubject,
  YearCount,
} from '../../../shared/contract/about.ts';
import { api } from '../../api/client.ts';
import type { OpenAbout } from './about-dialog.tsx';
import { countWords } from './dates.ts';
import { PagedList } from './paged-list.tsx';
import { useSessionLine } from './statements-view.tsx';

interface AttendanceViewProps {
  readonly subject: AboutSubject;
  readonly counts: readonly YearCount[];
  readonly onOpen: OpenAbout;
}

/** Names that are shown of an organization's people at one session. */
const MOST_NAMES = 4;

/** Every session that somebody was listed at, said something or not. */
export function AttendanceView({ subject, counts, onOpen }: AttendanceViewProps) {
  const { t } = useTranslation('about');
  return (
    <PagedList<AboutAttendance>
      name="attendance"
      label={t('attendanceList')}
      empty={t('noAttendance')}
      subject={subject}
      counts={counts}
      ask={(page) => api('about.attendance', page)}
      entryOf={(entry) => ({
        key: entry.session.id,
        subheading: null,
        onOpen: () => onOpen({ sessionId: entry.session.id, blockId: null, tab: 'attendance' }),
        body: <Attended entry={entry} isNamed={subject.type === 'organization'} />,
      })}
    />
  );
}

function usePresenceText(): (line: AboutLine) => string {
  const { t } = useTranslation('about');
  return ({ presence, representedBy }) => {
    if (presence === 'diwakili' && representedBy !== '') {
      return t('representedBy', { name: representedBy });
    }
    return t(`presence_${presence ?? 'none'}`);
  };
}

interface AttendedProps {
  readonly entry: AboutAttendance;
  readonly isNamed: boolean;
}

function Attended({ entry, isNamed }: AttendedProps) {
  const { t, i18n } = useTranslation('about');
  const sessionLine = useSessionLine();
  const presenceText = usePresenceText();
  const { session, lines, isHost } = entry;
  const said = lines.reduce((sum, { statementCount }) => sum + statementCount, 0);
  const lineText = (line: AboutLine): string =>
    [isNamed ? line.name : '', line.post, line.role, presenceText(line)]
      .filter(Boolean)
      .join(isNamed ? ', ' : ' · ');
  const rest = lines.length - MOST_NAMES;
  const facts = [
    isHost ? t('host') : '',
    lines.length > 1 ? t('people', { total: lines.length }) : '',
    said > 0 ? t('statementCount', { total: countWords(said, i18n.language) }) : '',
  ].filter(Boolean);
  return (
    <>
      <span className="about-title">{sessionLine(session)}</span>
      {lines.slice(0, MOST_NAMES).map((line) => (
        <span key={line.id} className="about-line" data-presence={line.presence ?? 'none'}>
          {lineText(line)}
        </span>
      ))}
      {rest > 0 && <span className="about-quiet">{t('moreNames', { total: rest })}</span>}
      {facts.length > 0 && <span className="about-facts">{facts.join(' · ')}</span>}
    </>
  );
}
