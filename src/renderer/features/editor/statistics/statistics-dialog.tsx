import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import type { AttendanceId } from '../../../../shared/ids.ts';
import { attendeeLabel } from '../../../../shared/minutes/names.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { MinutesDesk } from '../minutes-desk.ts';
import type { SpeakerShare, Statistics } from './statistics.ts';
import { statisticsOf } from './statistics.ts';
import { focusPage } from '../view/focus-page.ts';
import './statistics-dialog.css';

interface StatisticsDialogProps {
  readonly desk: MinutesDesk;
  readonly attendance: readonly Attendance[];
  readonly registerCommands: (
    handlers: Partial<Readonly<Record<CommandId, () => void>>>,
  ) => () => void;
}

const MINUTE_MS = 60_000;

/** How much was written and who spoke how much, counted when it is asked for. */
export function StatisticsDialog({ desk, attendance, registerCommands }: StatisticsDialogProps) {
  const { t, i18n } = useTranslation('editor');
  const [counted, setCounted] = useState<Statistics | null>(null);

  useEffect(
    () =>
      registerCommands({
        'session.statistics': () => {
          const { doc, selection } = desk.editor.state;
          setCounted(statisticsOf(doc, selection));
        },
      }),
    [desk, registerCommands],
  );

  if (counted === null) return null;
  const number = new Intl.NumberFormat(i18n.language);
  const percent = new Intl.NumberFormat(i18n.language, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const nameOf = (id: AttendanceId | null): string => {
    if (id === null) return t('notMentioned');
    const attendee = attendance.find((candidate) => candidate.id === id);
    return attendee ? attendeeLabel(attendee) : t('speakerUnknown');
  };
  const timeOf = ({ spokenMs }: SpeakerShare): string => {
    if (spokenMs === null) return t('statisticsNoTime');
    const minutes = Math.round(spokenMs / MINUTE_MS);
    return minutes === 0 ? t('statisticsUnderMinute') : t('statisticsMinutes', { minutes });
  };
  const close = (): void => {
    setCounted(null);
    requestAnimationFrame(() => focusPage(desk.editor.view));
  };
  const facts = [
    [t('statisticsWords'), counted.words],
    ...(counted.selectedWords === null ? [] : [[t('statisticsSelected'), counted.selectedWords]]),
    [t('statisticsStatements'), counted.statements],
    [t('statisticsBlocks'), counted.blocks],
  ] as const;

  return (
    <Dialog
      isOpen
      isReadOnly
      onClose={close}
      title={t('statistics')}
      actions={<Button onPress={close}>{t('statisticsClose')}</Button>}
    >
      <dl className="statistics-facts">
        {facts.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{number.format(Number(count))}</dd>
          </div>
        ))}
      </dl>
      {counted.speakers.length === 0 ? (
        <p>{t('statisticsNobody')}</p>
      ) : (
        <>
          <table className="statistics-table">
            <thead>
              <tr>
                <th scope="col">{t('statisticsSpeaker')}</th>
                <th scope="col">{t('statisticsStatements')}</th>
                <th scope="col">{t('statisticsWordsOf')}</th>
                <th scope="col">{t('statisticsShare')}</th>
                <th scope="col">{t('statisticsTime')}</th>
              </tr>
            </thead>
            <tbody>
              {counted.speakers.map((speaker) => (
                <tr key={speaker.speakerId}>
                  <th scope="row">{nameOf(speaker.speakerId)}</th>
                  <td>{number.format(speaker.statements)}</td>
                  <td>{number.format(speaker.words)}</td>
                  <td>
                    <span className="statistics-bar" aria-hidden>
                      <span style={{ inlineSize: `${speaker.share * 100}%` }} />
                    </span>
                    <span className="statistics-share">{percent.format(speaker.share)}</span>
                  </td>
                  <td>{timeOf(speaker)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="statistics-note">{t('statisticsTimeNote')}</p>
        </>
      )}
    </Dialog>
  );
}
