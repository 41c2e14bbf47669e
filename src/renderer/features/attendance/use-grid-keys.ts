import type { KeyboardEvent } from 'react';

import type { AttendanceId } from '../../../shared/ids.ts';
import type { Attendance, Presence } from '../../../shared/minutes/people.ts';
import type { Column } from './columns.ts';
import { PRESENCE_KEYS } from './columns.ts';
import type { GridState } from './selection.ts';
import {
  activeIndex,
  allSelected,
  movedColumn,
  movedTo,
  noneSelected,
  targets,
  toggled,
} from './selection.ts';

/** What keys of the grid do beyond moving about in it. */
export interface GridKeys {
  /** Opens a cell; `typed` is the figure by which a time was begun, if any. */
  readonly onOpen: (line: Attendance, column: Column, typed: string | null) => void;
  readonly onPresence: (ids: readonly AttendanceId[], presence: Presence) => void;
  readonly onShift: (ids: readonly AttendanceId[], direction: 'up' | 'down') => void;
  readonly onRemove: (ids: readonly AttendanceId[]) => void;
  readonly onUndo: () => void;
  /** Also where nothing can be changed any more: that is when lists are signed. null: not here. */
  readonly onSign: ((line: Attendance) => void) | null;
}

interface GridKeysOptions extends GridKeys {
  readonly lines: readonly Attendance[];
  readonly order: readonly AttendanceId[];
  readonly isFrozen: boolean;
  readonly state: GridState;
  readonly onState: (state: GridState) => void;
  readonly pageRows: () => number;
}

/** The keys of the grid; `keys` in texts.ts tells the user of those that cannot be guessed. */
export function useGridKeys(options: GridKeysOptions): (event: KeyboardEvent) => void {
  const { lines, order, isFrozen, state, onState } = options;
  const active = activeIndex(state, order);
  const line = lines[active];

  function rowFor(key: string): number | null {
    switch (key) {
      case 'ArrowDown':
        return active + 1;
      case 'ArrowUp':
        return active - 1;
      case 'PageDown':
        return active + options.pageRows();
      case 'PageUp':
        return active - options.pageRows();
      case 'Home':
        return 0;
      case 'End':
        return order.length - 1;
      default:
        return null;
    }
  }

  /** Keys that only look and select; true where the key was one. */
  function move(event: KeyboardEvent, isCommand: boolean): boolean {
    const row = rowFor(event.key);
    if (isCommand) {
      if (event.key.toLowerCase() === 'a') onState(allSelected(state, order));
      else if (row !== null && (event.key === 'Home' || event.key === 'End')) {
        onState(movedTo(state, order, row, event.shiftKey));
      } else return false;
    } else if (row !== null) onState(movedTo(state, order, row, event.shiftKey));
    else if (event.key === 'ArrowLeft') onState(movedColumn(state, -1));
    else if (event.key === 'ArrowRight') onState(movedColumn(state, 1));
    else if (event.key === ' ' && line !== undefined) {
      onState(toggled(state, order, line.id, event.shiftKey));
    } else if (event.key === 'Escape' && state.selected.size > 0) onState(noneSelected(state));
    else return false;
    return true;
  }

  /** Keys that change the list; true where the key was one. */
  function change(event: KeyboardEvent, isCommand: boolean): boolean {
    if (isCommand) {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey) return false;
      options.onUndo();
      return true;
    }
    if (line === undefined) return false;
    const presence = PRESENCE_KEYS[event.key.toLowerCase()];
    const isTime = state.column === 'arrived' || state.column === 'left';
    if (event.key === 'Enter' || event.key === 'F2') options.onOpen(line, state.column, null);
    else if (event.key === 'Delete') options.onRemove(targets(state, order));
    else if (isTime && /^\d$/u.test(event.key)) options.onOpen(line, state.column, event.key);
    else if (presence !== undefined) options.onPresence(targets(state, order), presence);
    else return false;
    return true;
  }

  /** The key of the signature; true where it was that. */
  function sign(event: KeyboardEvent, isCommand: boolean): boolean {
    if (isCommand || options.onSign === null || line === undefined) return false;
    if (event.key.toLowerCase() !== 's') return false;
    options.onSign(line);
    return true;
  }

  return (event) => {
    // Keys typed into a cell's field belong to it.
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.altKey) {
      if (isFrozen || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      options.onShift(targets(state, order), event.key === 'ArrowUp' ? 'up' : 'down');
    } else if (
      !move(event, isCommand) &&
      !sign(event, isCommand) &&
      (isFrozen || !change(event, isCommand))
    ) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}
