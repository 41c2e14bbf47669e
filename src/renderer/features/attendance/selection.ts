import type { AttendanceId } from '../../../shared/ids.ts';
import type { Column } from './columns.ts';
import { COLUMNS } from './columns.ts';

export interface GridState {
  readonly activeId: AttendanceId | null;
  readonly column: Column;
  readonly selected: ReadonlySet<AttendanceId>;
  /** Where a range that is extended with Shift began. */
  readonly anchorId: AttendanceId | null;
}

export const NOTHING_SELECTED: GridState = {
  activeId: null,
  column: 'name',
  selected: new Set(),
  anchorId: null,
};

type Order = readonly AttendanceId[];

const clamp = (value: number, highest: number): number => Math.max(0, Math.min(highest, value));

/** The active row, or the first where it is gone. */
export function activeIndex(state: GridState, order: Order): number {
  const index = state.activeId === null ? -1 : order.indexOf(state.activeId);
  return index === -1 && order.length > 0 ? 0 : index;
}

/** The lines that a command is for: those selected, or the active one where it is not among them. */
export function targets(state: GridState, order: Order): Order {
  const active = order[activeIndex(state, order)];
  if (active === undefined) return [];
  return state.selected.has(active) ? order.filter((id) => state.selected.has(id)) : [active];
}

function range(order: Order, from: AttendanceId, to: AttendanceId): Order {
  const ends = [order.indexOf(from), order.indexOf(to)];
  return ends.includes(-1) ? [to] : order.slice(Math.min(...ends), Math.max(...ends) + 1);
}

/** Makes another row active; extending selects everything from where the range began. */
export function movedTo(
  state: GridState,
  order: Order,
  index: number,
  isExtending: boolean,
): GridState {
  const from = order[activeIndex(state, order)];
  const to = order[clamp(index, order.length - 1)];
  if (to === undefined || from === undefined) return state;
  if (!isExtending) return { ...state, activeId: to, anchorId: null };
  const anchorId = state.anchorId ?? from;
  return { ...state, activeId: to, anchorId, selected: new Set(range(order, anchorId, to)) };
}

export function movedColumn(state: GridState, step: -1 | 1): GridState {
  const index = clamp(COLUMNS.indexOf(state.column) + step, COLUMNS.length - 1);
  return { ...state, column: COLUMNS[index] ?? state.column };
}

/** Selects or deselects one row; with `isExtending`, all rows since the last one. */
export function toggled(
  state: GridState,
  order: Order,
  id: AttendanceId,
  isExtending: boolean,
): GridState {
  const selected = new Set(state.selected);
  if (isExtending && state.anchorId !== null) {
    for (const each of range(order, state.anchorId, id)) selected.add(each);
  } else if (!selected.delete(id)) selected.add(id);
  return { ...state, activeId: id, anchorId: id, selected };
}

export function allSelected(state: GridState, order: Order): GridState {
  return { ...state, selected: new Set(order) };
}

export function noneSelected(state: GridState): GridState {
  return state.selected.size === 0 ? state : { ...state, selected: new Set(), anchorId: null };
}

/** Without lines that are not on the list any more; the active row stays near where it was. */
export function afterRemoval(
  state: GridState,
  before: Order,
  gone: ReadonlySet<string>,
): GridState {
  const at = activeIndex(state, before);
  const next =
    before.slice(at).find((id) => !gone.has(id)) ??
    before.slice(0, at).findLast((id) => !gone.has(id));
  return { ...noneSelected(state), activeId: next ?? null };
}
