import type { SessionId } from '../../../shared/ids.ts';

/** What is chosen in the list: one row has the keyboard, any number are selected. */
export interface Selection {
  readonly activeId: SessionId | null;
  /** Where a range that is extended with Shift began. */
  readonly anchorId: SessionId | null;
  readonly selected: ReadonlySet<SessionId>;
}

export const NOTHING_SELECTED: Selection = { activeId: null, anchorId: null, selected: new Set() };

export function only(id: SessionId): Selection {
  return { activeId: id, anchorId: id, selected: new Set([id]) };
}

/** Moves to a row and selects it alone, or everything from the anchor to it. */
export function movedTo(
  selection: Selection,
  ids: readonly SessionId[],
  index: number,
  isExtending: boolean,
): Selection {
  const id = ids[Math.min(Math.max(index, 0), ids.length - 1)];
  if (id === undefined) return NOTHING_SELECTED;
  const anchor = selection.anchorId === null ? -1 : ids.indexOf(selection.anchorId);
  if (!isExtending || anchor === -1) return only(id);
  const target = ids.indexOf(id);
  const range = ids.slice(Math.min(anchor, target), Math.max(anchor, target) + 1);
  return { activeId: id, anchorId: selection.anchorId, selected: new Set(range) };
}

/** Adds a row to the selected ones or takes it out. */
export function toggled(selection: Selection, id: SessionId): Selection {
  const selected = new Set(selection.selected);
  if (!selected.delete(id)) selected.add(id);
  return { activeId: id, anchorId: id, selected };
}

export function all(selection: Selection, ids: readonly SessionId[]): Selection {
  return { ...selection, selected: new Set(ids) };
}

/**
 * The selection among rows that are still shown. Where the active row went, the row now in its
 * place becomes active, so that deleting row after row works from the keyboard.
 */
export function restrictedTo(
  selection: Selection,
  ids: readonly SessionId[],
  previousIds: readonly SessionId[],
): Selection {
  if (selection.activeId === null) return NOTHING_SELECTED;
  const present = new Set(ids);
  const selected = new Set([...selection.selected].filter((id) => present.has(id)));
  if (present.has(selection.activeId)) return { ...selection, selected };
  const place = previousIds.indexOf(selection.activeId);
  const before = previousIds.slice(0, Math.max(place, 0)).filter((id) => present.has(id)).length;
  const next = ids[Math.min(before, ids.length - 1)];
  return next === undefined ? NOTHING_SELECTED : only(next);
}
