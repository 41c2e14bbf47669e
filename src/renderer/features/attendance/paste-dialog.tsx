/* oxlint-disable jsx-a11y/no-autofocus -- a dialog begins in its first field */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { NewAttendance } from '../../../shared/contract/people.ts';
import { parsePastedAttendance } from '../../../shared/minutes/pasted-attendance.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { LineEdit, ReviewedLine } from './paste-review.ts';
import { entryFor, review } from './paste-review.ts';
import './paste-dialog.css';

const ROW_HEIGHT_PX = 40;

interface PasteDialogProps {
  /** What was pasted already; "" to paste in the dialog. */
  readonly text: string;
  readonly lines: readonly Attendance[];
  readonly onAdd: (entries: readonly NewAttendance[]) => Promise<boolean>;
  readonly onClose: () => void;
}

interface PasteRowProps {
  readonly row: ReviewedLine;
  readonly topPx: number;
  readonly onEdit: (edit: LineEdit) => void;
}

function useRemark(): (row: ReviewedLine) => string {
  const { t } = useTranslation('attendance');
  return ({ duplicate, isUnclear }) => {
    if (duplicate?.type === 'listed') return t('pasteListed');
    if (duplicate?.type === 'pasted') return t('pasteRepeated', { row: duplicate.lineNumber });
    return t(isUnclear ? 'pasteUnclear' : 'pasteNew');
  };
}

function PasteRow({ row, topPx, onEdit }: PasteRowProps) {
  const { t } = useTranslation('attendance');
  const remark = useRemark();
  const { line } = row;
  const where = t('pasteLine', { row: line.lineNumber });
  const field = (label: string, value: string, change: (text: string) => LineEdit) => (
    <input
      className="paste-input"
      aria-label={`${where}: ${label}`}
      value={value}
      title={value}
      maxLength={300}
      spellCheck={false}
      onChange={(event) => onEdit(change(event.target.value))}
    />
  );
  return (
    <div
      className="paste-row"
      style={{ transform: `translateY(${topPx}px)` }}
      data-left-out={!row.isIncluded || undefined}
      title={line.source}
    >
      <input
        type="checkbox"
        className="paste-check"
        aria-label={t('pasteInclude', { row: line.lineNumber })}
        checked={row.isIncluded}
        onChange={(event) => onEdit({ isIncluded: event.target.checked })}
      />
      {field(t('name'), row.shownName, (fullName) => ({ fullName }))}
      {line.type === 'group' ? (
        <span className="paste-group">
          {line.headCount === null ? t('headCountUnknown') : t('people', { n: line.headCount })}
        </span>
      ) : (
        <>
          {field(t('position'), line.position, (position) => ({ position }))}
          {field(t('organization'), line.organization, (organization) => ({ organization }))}
        </>
      )}
      <select
        className="paste-input"
        aria-label={`${where}: ${t('pasteType')}`}
        value={line.type}
        onChange={(event) => onEdit({ type: event.target.value === 'group' ? 'group' : 'person' })}
      >
        <option value="person">{t('pastePerson')}</option>
        <option value="group">{t('pasteGroup')}</option>
      </select>
      <span
        className="paste-remark"
        data-attention={row.isUnclear || row.duplicate !== null || undefined}
      >
        {remark(row)}
      </span>
    </div>
  );
}

/** Shows what was understood of a pasted list, for correction; nothing is added before the button. */
export function PasteDialog({ text: pasted, lines, onAdd, onClose }: PasteDialogProps) {
  const { t } = useTranslation('attendance');
  const [text, setText] = useState(pasted);
  const [edits, setEdits] = useState<ReadonlyMap<number, LineEdit>>(new Map());
  const [isAdding, setIsAdding] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const settled = useDeferredValue(text);
  const parsed = useMemo(() => parsePastedAttendance(settled), [settled]);
  const rows = useMemo(() => review(parsed, edits, lines), [parsed, edits, lines]);
  const included = rows.filter((row) => row.isIncluded);

  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is passed on or memoised
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    getItemKey: (index) => rows[index]?.line.lineNumber ?? index,
    overscan: 6,
  });

  const editLine = (lineNumber: number, edit: LineEdit): void =>
    setEdits(new Map(edits).set(lineNumber, { ...edits.get(lineNumber), ...edit }));
  const includeAll = (isIncluded: boolean): void =>
    setEdits(
      new Map(
        rows.map(({ line }) => [line.lineNumber, { ...edits.get(line.lineNumber), isIncluded }]),
      ),
    );

  const add = async (): Promise<void> => {
    setIsAdding(true);
    const isDone = await onAdd(included.map((row) => entryFor(row.line)));
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
          // Corrections belong to the lines that were read before.
          setEdits(new Map());
        }}
      />
      {rows.length === 0 ? (
        <p className="paste-hint">{t('pasteNothing')}</p>
      ) : (
        <section className="paste-review" aria-label={t('pasteTable')}>
          <div className="paste-choices">
            <Button variant="quiet" onPress={() => includeAll(true)}>
              {t('pasteIncludeAll')}
            </Button>
            <Button variant="quiet" onPress={() => includeAll(false)}>
              {t('pasteIncludeNone')}
            </Button>
          </div>
          <div ref={scroller} className="paste-rows">
            <div className="paste-head" aria-hidden>
              <span />
              <span>{t('name')}</span>
              <span>{t('position')}</span>
              <span>{t('organization')}</span>
              <span>{t('pasteType')}</span>
              <span>{t('pasteStatus')}</span>
            </div>
            <div className="paste-canvas" style={{ height: virtualizer.getTotalSize() }}>
              {virtualizer.getVirtualItems().map((item) => {
                const row = rows[item.index];
                return row === undefined ? null : (
                  <PasteRow
                    key={row.line.lineNumber}
                    row={row}
                    topPx={item.start}
                    onEdit={(edit) => editLine(row.line.lineNumber, edit)}
                  />
                );
              })}
            </div>
          </div>
        </section>
      )}
    </Dialog>
  );
}
