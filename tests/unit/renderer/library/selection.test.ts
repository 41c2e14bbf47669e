import { describe, expect, it } from 'vitest';

import {
  all,
  movedTo,
  NOTHING_SELECTED,
  only,
  restrictedTo,
  toggled,
} from '../../../../src/renderer/features/library/selection.ts';
import type { SessionId } from '../../../../src/shared/ids.ts';

const ids = ['a', 'b', 'c', 'd'] as SessionId[];
const [a, b, c, d] = ids as [SessionId, SessionId, SessionId, SessionId];

describe('moving through the list', () => {
  it('selects the row arrived at, and stops at the ends', () => {
    expect(movedTo(NOTHING_SELECTED, ids, 0, false)).toEqual(only(a));
    expect(movedTo(only(d), ids, 4, false)).toEqual(only(d));
    expect(movedTo(only(a), ids, -1, false)).toEqual(only(a));
    expect(movedTo(only(a), [], 0, false)).toEqual(NOTHING_SELECTED);
  });

  it('with Shift selects everything from where it began', () => {
    const down = movedTo(movedTo(only(b), ids, 2, true), ids, 3, true);
    expect([...down.selected]).toEqual([b, c, d]);
    expect([...movedTo(down, ids, 0, true).selected]).toEqual([a, b]);
  });
});

it('adds and takes out single rows, and takes all', () => {
  const two = toggled(only(a), c);
  expect([...two.selected]).toEqual([a, c]);
  expect([...toggled(two, a).selected]).toEqual([c]);
  expect([...all(only(b), ids).selected]).toEqual(ids);
});

describe('when rows go', () => {
  it('the row now in the place of the active one is active', () => {
    expect(restrictedTo(only(b), [a, c, d], ids)).toEqual(only(c));
    expect(restrictedTo(only(d), [a, b, c], ids)).toEqual(only(c));
    expect(restrictedTo(only(a), [], ids)).toEqual(NOTHING_SELECTED);
  });

  it('what is still shown stays selected', () => {
    const left = restrictedTo(all(only(b), ids), [b, d], ids);
    expect(left.activeId).toBe(b);
    expect([...left.selected]).toEqual([b, d]);
  });
});
