/* oxlint-disable jsx-a11y/no-autofocus -- a dialog begins in its first field */
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { NewAttendance } from '../../../shared/contract/people.ts';
import { parsePastedAttendance } from '../../../shared/minutes/pasted-attendance.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { entryFor } from './paste-review.ts';
import { ReviewTable } from './review-table.tsx';
import { useLineReview } from './use-line-review.ts';
import './paste-dialog.css';

interface PasteDialogProps {
  /** What was pasted already; "" to paste in the dialog. */
  readonly text: string;
  readonly lines: readonly Attendance[];
  readonly onAdd: (entries: readonly NewAttendance[]) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Shows what was understood of a pasted list, for correction; nothing is added before the button. */
export function PasteDialog({ text: pasted, lines, onAdd, onClose }: PasteDialogProps) {
  const { t } = useTranslation('attendance');
  const [text, setText] = useState(pasted);
  const [isAdding, setIsAdding] = useState(false);
  const settled = useDeferredValue(text);
  const parsed = useMemo(() => parsePastedAttendance(settled), [settled]);
  const { rows, included, edit, includeAll, forget } = useLineReview(parsed, lines);

  const add = async (): Promise<void> => {
    setIsAdding(true);
    const isDone = await onAdd(
      included.map(({ line, who, acquaintance }) =>
        entryFor(line, who ?? 'new', acquaintance.type),
      ),
    );
    setIsAdding(false);
    if (isDone) onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('pasteTitle')}
      size="large"
      actions={
        <>
          <output className="paste-summary">
            {rows.length > 0 &&
              t('pasteSummary', { included: included.length, total: rows.length })}
          </output>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={included.length === 0 || isAdding}
            onPress={() => void add()}
          >
            {t('pasteAdd', { n: included.length })}
          </Button>
        </>
      }
    >
      <p className="paste-hint">{t('pasteHint')}</p>
      <TextField
        label={t('pasteField')}
        rows={pasted === '' ? 5 : 3}
        autoFocus
        value={text}
        onChange={(value) => {
          setText(value);
          forget();
        }}
      />
      {rows.length === 0 ? (
        <p className="paste-hint">{t('pasteNothing')}</p>
      ) : (
        <ReviewTable rows={rows} onEdit={edit} onIncludeAll={includeAll} />
      )}
    </Dialog>
  );
}
