import type { RefObject } from 'react';
import { useCallback, useRef, useState } from 'react';

import type { DayId } from '../../../shared/ids.ts';
import { sharedFact } from '../../../shared/minutes/attendance.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { CellEdit } from './attendance-row.tsx';
import type { EditedValue, EditEnd } from './cell-editor.tsx';
import { shownTime } from './cell-editor.tsx';
import type { Column, EditedField } from './columns.ts';
import { COLUMNS, isEditable } from './columns.ts';
import type { PresenceChoice } from './presence-menu.tsx';
import type { GridState } from './selection.ts';
import type { AttendanceActions } from './use-attendance.ts';

interface CellEditOptions {
  readonly lines: readonly Attendance[];
  readonly dayId: DayId | null;
  readonly state: GridState;
  readonly setState: (state: GridState) => void;
  readonly actions: AttendanceActions;
  readonly grid: RefObject<HTMLDivElement | null>;
}

/** What stands in a cell's field when it opens; days that differ begin with an empty field. */
function initialText(line: Attendance, field: EditedField, dayId: DayId | null): string {
  switch (field) {
    case 'name':
      return line.name;
    case 'position':
      return line.type === 'group' ? String(line.headCount ?? '') : line.position;
    case 'organization':
      return line.organizationName;
    case 'role':
    case 'representedBy':
      return sharedFact(line, dayId, field).value ?? '';
    case 'arrived':
    case 'left':
      return shownTime(sharedFact(line, dayId, field).value);
  }
}

/** Editing in place: which cell, menu or dialog is open, and what becomes of what was entered. */
export function useCellEdit({ lines, dayId, state, setState, actions, grid }: CellEditOptions) {
  const [cell, setCell] = useState<CellEdit | null>(null);
  const [menuLine, setMenuLine] = useState<Attendance | null>(null);
  const [personLine, setPersonLine] = useState<Attendance | null>(null);
  const menuAnchor = useRef<Element | null>(null);
  const focusGrid = useCallback(() => grid.current?.focus(), [grid]);

  function openField(line: Attendance, field: EditedField, typed: string | null): void {
    setCell({ id: line.id, field, initial: typed ?? initialText(line, field, dayId) });
  }

  function open(line: Attendance, column: Column, typed: string | null): void {
    if (!isEditable(line, column)) return;
    setState({ ...state, activeId: line.id, column });
    if (column === 'presence') {
      menuAnchor.current =
        grid.current?.querySelector(`[data-row-id="${line.id}"] [data-column="presence"]`) ?? null;
      setMenuLine(line);
    } else if (column === 'name' && line.type === 'person') setPersonLine(line);
    else openField(line, column, typed);
  }

  function save(line: Attendance, field: EditedField, value: EditedValue): void {
    if (field !== 'name' && field !== 'position' && field !== 'organization') {
      const isNoText = field === 'representedBy' && value === null;
      void actions.setDay([line.id], dayId, { [field]: isNoText ? '' : value });
      return;
    }
    const text = String(value ?? '');
    if (line.type === 'group') {
      const headCount = typeof value === 'number' ? value : null;
      void actions.setLine(line.id, field === 'name' ? { groupName: text } : { headCount });
    } else if (field !== 'name') {
      void actions.setLine(
        line.id,
        field === 'position' ? { position: text } : { organizationName: text },
      );
    }
  }

  function commit(value: EditedValue, end: EditEnd): void {
    const line = lines.find((each) => each.id === cell?.id);
    if (cell === null || line === undefined) return;
    const before = initialText(line, cell.field, dayId);
    setCell(null);
    const isTime = cell.field === 'arrived' || cell.field === 'left';
    const after = isTime ? shownTime(value === null ? null : String(value)) : String(value ?? '');
    // Unchanged text writes nothing, so days that differ are not made the same by looking.
    if (before !== after) save(line, cell.field, value);
    const column = cell.field === 'representedBy' ? 'presence' : cell.field;
    const nextColumn = COLUMNS[COLUMNS.indexOf(column) + (end === 'previous' ? -1 : 1)];
    if (end !== 'stay' && nextColumn !== undefined) {
      setState({ ...state, activeId: line.id, column: nextColumn });
    }
    focusGrid();
  }

  return {
    cell,
    menuLine,
    menuAnchor,
    personLine,
    open,
    commit,
    cancel: () => {
      setCell(null);
      focusGrid();
    },
    choosePresence: (choice: PresenceChoice) => {
      if (menuLine === null) return;
      if (choice === 'representedBy') {
        // The menu gives the focus back first; then the cell's field may take it.
        requestAnimationFrame(() => openField(menuLine, 'representedBy', null));
        void actions.setDay([menuLine.id], dayId, { presence: 'diwakili' });
      } else {
        const presence = choice === 'none' ? null : choice;
        void actions.setDay([menuLine.id], dayId, { presence });
      }
    },
    closeMenu: () => {
      setMenuLine(null);
      focusGrid();
    },
    closePerson: () => {
      setPersonLine(null);
      focusGrid();
    },
  };
}
