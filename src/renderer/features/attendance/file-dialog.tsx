import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AttendanceFile } from '../../../shared/contract/attendance-files.ts';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { DayId } from '../../../shared/ids.ts';
import type { SheetReading } from '../../../shared/minutes/attendance-file.ts';
import {
  guessReading,
  headingsKey,
  readSheetLines,
} from '../../../shared/minutes/attendance-file.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { ColumnChoice } from './column-choice.tsx';
import type { ReviewedLine } from './paste-review.ts';
import { entryFor } from './paste-review.ts';
import { ReviewTable } from './review-table.tsx';
import { useLineReview } from './use-line-review.ts';

export type TakenIn = Pick<CallInput<'attendance.takeIn'>, 'added' | 'noted'>;

interface FileDialogProps {
  readonly file: AttendanceFile;
  readonly lines: readonly Attendance[];
  /** Whose presence and times the list tells; null: every day. */
  readonly dayId: DayId | null;
  /** What the day is called; "" where the session has only one. */
  readonly dayName: string;
  /** The role that those who are added get where the list names none. */
  readonly role: string | null;
  readonly onTakeIn: (list: TakenIn) => Promise<boolean>;
  readonly onClose: () => void;
}

function factsOf({ line }: ReviewedLine) {
  return {
    ...(line.presence === null ? {} : { presence: line.presence }),
    ...(line.arrived === null ? {} : { arrived: line.arrived }),
    ...(line.left === null ? {} : { left: line.left }),
  };
}

/** The list as it goes into the attendance. */
function takenIn(included: readonly ReviewedLine[], role: string | null): TakenIn {
  const added: TakenIn['added'] = [];
  const noted: TakenIn['noted'] = [];
  for (const row of included) {
    const facts = factsOf(row);
    if (row.noted !== null) noted.push({ id: row.noted.id, facts });
    else {
      const entry = entryFor(row.line, row.who ?? 'new', row.acquaintance.type);
      // Who was there is told of one day only, by the facts.
      added.push({ entry: { ...entry, role: entry.role ?? role, presence: null }, facts });
    }
  }
  return { added, noted };
}

/** How a sheet is read: as it was the last time for these headings, as guessed, or as corrected. */
function useReading(file: AttendanceFile, at: number) {
  const sheet = file.sheets[at];
  const [corrected, setCorrected] = useState<SheetReading | null>(null);
  const guess = useMemo(() => (sheet === undefined ? null : guessReading(sheet)), [sheet]);
  const key = sheet && guess ? headingsKey(sheet, guess) : null;
  const remembered = useQuery({
    queryKey: ['attendance-mapping', key],
    queryFn: () => (key === null ? null : api('attendanceFiles.mapping', { headings: key })),
    staleTime: 0,
  });
  const columns = remembered.data;
  const usual = guess && columns ? { ...guess, columns } : guess;
  return {
    sheet,
    reading: corrected ?? usual,
    isReady: !remembered.isPending,
    correct: setCorrected,
    remember: async (): Promise<void> => {
      const reading = corrected ?? usual;
      const headings = sheet && reading ? headingsKey(sheet, reading) : null;
      if (headings === null || reading === null) return;
      await api('attendanceFiles.remember', { headings, columns: [...reading.columns] });
    },
  };
}

/** Shows what was understood of a file of participants, for correction, before anything is added. */
export function FileDialog(props: FileDialogProps) {
  const { file, lines, dayId, dayName, role, onTakeIn, onClose } = props;
  const { t } = useTranslation('attendance');
  const [at, setAt] = useState(0);
  const [isAdding, setIsAdding] = useState(false);
  const { sheet, reading, isReady, correct, remember } = useReading(file, at);
  const parsed = useMemo(
    () => (sheet && reading && isReady ? readSheetLines(sheet, reading) : []),
    [sheet, reading, isReady],
  );
  const { rows, included, edit, includeAll, forget } = useLineReview(parsed, lines, dayId);
  const list = takenIn(included, role);

  const add = async (): Promise<void> => {
    setIsAdding(true);
    const isDone = await onTakeIn(list);
    setIsAdding(false);
    if (!isDone) return;
    // The list is in; that its columns are not remembered costs a choice the next time.
    void remember().catch(() => undefined);
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('fileTitle', { fileName: file.fileName })}
      size="large"
      actions={
        <>
          <output className="paste-summary">
            {t('fileSummary', {
              added: list.added.length,
              noted: list.noted.length,
              total: rows.length,
            })}
          </output>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={included.length === 0 || isAdding}
            onPress={() => void add()}
          >
            {t('fileAdd')}
          </Button>
        </>
      }
    >
      <p className="paste-hint">
        {t('fileHint')} {dayName !== '' && t('fileDay', { day: dayName })}
      </p>
      {file.sheets.length > 1 && (
        <Select
          label={t('fileSheet')}
          value={String(at)}
          onChange={(value) => {
            setAt(Number(value));
            correct(null);
            forget();
          }}
          options={file.sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
        />
      )}
      {sheet && reading && isReady && (
        <ColumnChoice
          sheet={sheet}
          reading={reading}
          onChange={(next) => {
            correct(next);
            forget();
          }}
        />
      )}
      {rows.length === 0 ? (
        <p className="paste-hint">{t('fileNobody')}</p>
      ) : (
        <ReviewTable rows={rows} onEdit={edit} onIncludeAll={includeAll} />
      )}
    </Dialog>
  );
}
