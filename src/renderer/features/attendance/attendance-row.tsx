/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows in sight are placed one by one, which table elements cannot be */
import { Check, GripVertical, Pencil, Signature } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import type { AttendanceId, DayId } from '../../../shared/ids.ts';
import { sharedFact } from '../../../shared/minutes/attendance.ts';
import { fullName } from '../../../shared/minutes/names.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { EditedValue, EditEnd } from './cell-editor.tsx';
import { CellEditor, shownTime } from './cell-editor.tsx';
import type { Column, EditedField } from './columns.ts';

export interface CellEdit {
  readonly id: AttendanceId;
  readonly field: EditedField;
  readonly initial: string;
}

/** The field that is open in a row, with what it needs. */
export interface RowEditor extends CellEdit {
  readonly organizations: readonly string[];
  readonly onCommit: (value: EditedValue, end: EditEnd) => void;
  readonly onCancel: () => void;
}

interface AttendanceRowProps {
  readonly gridId: string;
  readonly line: Attendance;
  readonly index: number;
  readonly dayId: DayId | null;
  readonly topPx: number;
  readonly isSelected: boolean;
  readonly isMoved: boolean;
  readonly isFrozen: boolean;
  readonly isSigned: boolean;
  /** Whether it can be signed from here. */
  readonly isSignable: boolean;
  /** The active cell, where this row has it. */
  readonly activeColumn: Column | null;
  readonly edit: RowEditor | null;
}

export const cellId = (gridId: string, id: AttendanceId, column: Column): string =>
  `${gridId}-${id}-${column}`;

/** The column whose cell an edited field stands in. */
const columnOf = (field: EditedField): Column => (field === 'representedBy' ? 'presence' : field);

interface CellText {
  readonly text: string;
  readonly isQuiet?: boolean;
  /** Said on hovering, where the text alone does not tell. */
  readonly hint?: string;
}

function useCellTexts(line: Attendance, dayId: DayId | null) {
  const { t } = useTranslation('attendance');
  const mixed: CellText = { text: t('mixed'), isQuiet: true, hint: t('mixedHint') };
  const fact = (key: 'role' | 'arrived' | 'left', show: (value: string) => string): CellText => {
    const { isMixed, value } = sharedFact(line, dayId, key);
    return isMixed ? mixed : { text: show(value ?? '') };
  };
  const presence = sharedFact(line, dayId, 'presence');
  const representedBy = sharedFact(line, dayId, 'representedBy').value ?? '';

  function presenceText(): CellText {
    if (presence.isMixed) return mixed;
    if (presence.value === null) return { text: t('notRecorded'), isQuiet: true };
    return presence.value === 'diwakili' && representedBy !== ''
      ? { text: t('representedBy', { name: representedBy }) }
      : { text: t(presence.value) };
  }
  function headCountText(): CellText {
    return line.headCount === null
      ? { text: t('headCountUnknown'), isQuiet: true }
      : { text: t('people', { n: line.headCount }) };
  }
  const name = fullName(line);
  const texts: Readonly<Record<Column, CellText>> = {
    name: name === '' ? { text: t('nameUnknown'), isQuiet: true } : { text: name },
    position: line.type === 'group' ? headCountText() : { text: line.position },
    organization: { text: line.organizationName },
    role: fact('role', (role) => role),
    presence: presenceText(),
    arrived: fact('arrived', (time) => shownTime(time || null)),
    left: fact('left', (time) => shownTime(time || null)),
  };
  return { texts, presence: presence.value };
}

/** One line of the attendance; its clicks and keys are handled by the grid around it. */
export const AttendanceRow = memo(function AttendanceRow({
  gridId,
  line,
  index,
  dayId,
  topPx,
  isSelected,
  isMoved,
  isFrozen,
  isSigned,
  isSignable,
  activeColumn,
  edit,
}: AttendanceRowProps) {
  const { t } = useTranslation('attendance');
  const { texts, presence } = useCellTexts(line, dayId);
  const isGroup = line.type === 'group';

  const cell = (column: Column) => {
    const { text, isQuiet, hint } = texts[column];
    const isEdited = edit !== null && columnOf(edit.field) === column;
    return (
      <div
        id={cellId(gridId, line.id, column)}
        role={column === 'name' ? 'rowheader' : 'gridcell'}
        className={`attendance-cell attendance-cell-${column}`}
        data-column={column}
        data-active={activeColumn === column || undefined}
        data-quiet={isQuiet || undefined}
        data-presence={column === 'presence' ? (presence ?? 'none') : undefined}
      >
        {isEdited ? (
          <CellEditor
            field={edit.field}
            isGroup={isGroup}
            initial={edit.initial}
            organizations={edit.organizations}
            onCommit={edit.onCommit}
            onCancel={edit.onCancel}
          />
        ) : (
          <span className="attendance-text" title={hint ?? text}>
            {text}
          </span>
        )}
        {column === 'name' && isGroup && <span className="attendance-group">{t('group')}</span>}
        {column === 'name' && !isFrozen && !isEdited && (
          <button
            type="button"
            className="attendance-edit"
            tabIndex={-1}
            data-edit
            aria-label={t(isGroup ? 'editGroup' : 'edit', { name: text })}
          >
            <Pencil size={14} aria-hidden />
          </button>
        )}
        {column === 'name' && isSignable && !isEdited && (
          <button
            type="button"
            className="attendance-sign"
            tabIndex={-1}
            data-sign
            data-signed={isSigned || undefined}
            title={t(isSigned ? 'signedHint' : 'signHint')}
            aria-label={t(isSigned ? 'signed' : 'sign', { name: text })}
          >
            <Signature size={16} aria-hidden />
            {isSigned && <Check size={12} strokeWidth={3} aria-hidden />}
          </button>
        )}
      </div>
    );
  };

  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className="attendance-row"
      data-row-id={line.id}
      data-active={activeColumn !== null || undefined}
      data-moved={isMoved || undefined}
      // Not a transform: lists are placed by their anchor's layout, which transforms do not change.
      style={{ top: topPx, zIndex: edit === null ? undefined : 1 }}
    >
      <div role="gridcell" className="attendance-tools">
        {!isFrozen && (
          <>
            <span className="attendance-handle" data-handle title={t('moveHandle')} aria-hidden>
              <GripVertical size={14} />
            </span>
            <span className="attendance-check" data-check aria-hidden>
              {isSelected && <Check size={12} strokeWidth={3} />}
            </span>
          </>
        )}
      </div>
      <div role="gridcell" className="attendance-cell attendance-number">
        {index + 1}
      </div>
      {cell('name')}
      {cell('position')}
      {cell('organization')}
      {cell('role')}
      {cell('presence')}
      {cell('arrived')}
      {cell('left')}
    </div>
  );
});
