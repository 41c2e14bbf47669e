import { describe, expect, test } from 'vitest';

import type { GridState } from '../../../../../src/renderer/features/attendance/selection.ts';
import {
  activeIndex,
  afterRemoval,
  movedColumn,
  movedTo,
  NOTHING_SELECTED,
  targets,
  toggled,
} from '../../../../../src/renderer/features/attendance/selection.ts';
import { attendanceIdSchema } from '../../../../../src/shared/ids.ts';

const id = (text: string) => attendanceIdSchema.parse(text);
const order = ['a', 'b', 'c', 'd', 'e'].map(id);
const at = (name: string, selected = ''): GridState => ({
  ...NOTHING_SELECTED,
  activeId: id(name),
  selected: new Set(selected.split('').filter(Boolean).map(id)),
});
const selectedIn = (state: GridState): string =>
  order.filter((each) => state.selected.has(each)).join('');

describe('moving', () => {
  test('begins at the first row and stays within the list', () => {
    expect(activeIndex(NOTHING_SELECTED, order)).toBe(0);
    expect(activeIndex(NOTHING_SELECTED, [])).toBe(-1);
    expect(movedTo(NOTHING_SELECTED, order, -1, false).activeId).toBe('a');
    expect(movedTo(at('d'), order, 99, false).activeId).toBe('e');
    expect(movedColumn(at('a'), -1).column).toBe('name');
    expect(movedColumn(at('a'), 1).column).toBe('position');
  });

  test('with Shift selects from where the range began, also backwards', () => {
    const down = movedTo(movedTo(at('b'), order, 2, true), order, 3, true);
    expect(selectedIn(down)).toBe('bcd');
    expect(selectedIn(movedTo(down, order, 0, true))).toBe('ab');
  });
});

describe('selecting', () => {
  test('a range is added up to the row that is clicked with Shift', () => {
    const first = toggled(at('a'), order, id('b'), false);
    expect(selectedIn(toggled(first, order, id('d'), true))).toBe('bcd');
    expect(selectedIn(toggled(first, order, id('b'), false))).toBe('');
  });

  test('a command is for the selection where the active row is in it, else for that row alone', () => {
    expect(targets(at('c', 'ec'), order)).toEqual(['c', 'e']);
    expect(targets(at('b', 'ec'), order)).toEqual(['b']);
    expect(targets(NOTHING_SELECTED, [])).toEqual([]);
  });

  test('after a removal the next row is active, or the last', () => {
    expect(afterRemoval(at('b', 'bc'), order, new Set(['b', 'c']))).toMatchObject({
      activeId: 'd',
    });
    expect(afterRemoval(at('e'), order, new Set(['e']))).toMatchObject({ activeId: 'd' });
    expect(afterRemoval(at('a'), [id('a')], new Set(['a']))).toMatchObject({ activeId: null });
  });
});
