import { useTranslation } from 'react-i18next';

import type {
  AboutSession,
  AboutStatement,
  AboutSubject,
  YearCount,
} from '../../../shared/contract/about.ts';
import { api } from '../../api/client.ts';
import { daysWords, timeWords } from './dates.ts';
import type { OpenAbout } from './about-dialog.tsx';
import { PagedList } from './paged-list.tsx';

interface StatementsViewProps {
  readonly subject: AboutSubject;
  readonly counts: readonly YearCount[];
  readonly onOpen: OpenAbout;
}

/** "12 Mei 2025 · FGD · Judul": what a session is known by. */
export function useSessionLine(): (session: AboutSession) => string {
  const { t, i18n } = useTranslation('about');
  return ({ firstDate, lastDate, kind, title }) => {
    const date = firstDate === null ? t('undated') : daysWords(firstDate, lastDate, i18n.language);
    return [date, kind, title || t('untitled')].filter(Boolean).join(' · ');
  };
}

/** Everything that was said, newest session first. */
export function StatementsView({ subject, counts, onOpen }: StatementsViewProps) {
  const { t } = useTranslation('about');
  const sessionLine = useSessionLine();
  const isPerson = subject.type === 'person';
  return (
    <PagedList<AboutStatement>
      name="statements"
      label={t('statementsList')}
      empty={t('noStatements')}
      subject={subject}
      counts={counts}
      ask={(page) => api('about.statements', page)}
      entryOf={(statement) => ({
        key: `${statement.session.id}-${statement.blockId}`,
        // One person has one post at a session: it is said once.
        subheading: [sessionLine(statement.session), isPerson ? statement.post : '']
          .filter(Boolean)
          .join(' · '),
        onOpen: () =>
          onOpen({ sessionId: statement.session.id, blockId: statement.blockId, tab: 'minutes' }),
        body: <Statement statement={statement} isNamed={!isPerson} />,
      })}
    />
  );
}

interface StatementProps {
  readonly statement: AboutStatement;
  /** Several people speak for an organization. */
  readonly isNamed: boolean;
}

function Statement({ statement, isNamed }: StatementProps) {
  const { t } = useTranslation('about');
  const { session, speaker, post, kind, spokenAtMs, text, isCut } = statement;
  const facts = [
    isNamed ? speaker : '',
    isNamed ? post : '',
    kind === 'pernyataan' ? '' : kind,
    spokenAtMs === null ? '' : timeWords(spokenAtMs, session.zone),
  ].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <span className="about-facts">{facts.join(' · ')}</span>}
      <span className="about-text">
        {text}
        {isCut && <span className="about-quiet"> … ({t('continued')})</span>}
      </span>
    </>
  );
}
