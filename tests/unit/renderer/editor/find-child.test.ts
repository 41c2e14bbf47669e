import { Fragment } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';

import { findChildrenQuickly } from '../../../../src/renderer/features/editor/model/find-child.ts';
import { statement } from './editor-fixture.ts';

interface Searched {
  findIndex: (pos: number) => { readonly index: number; readonly offset: number };
}

describe('the search for the child at a position', () => {
  const blocks = Array.from({ length: 200 }, (_, index) =>
    statement(`b${index}`, 'x'.repeat(index % 7)),
  );
  const fragment = Fragment.from(blocks);
  const search = (pos: number) => {
    const { index, offset } = (fragment as unknown as Searched).findIndex(pos);
    return { index, offset };
  };

  it('gives at every position what going through all children gives', () => {
    const positions = Array.from({ length: fragment.size + 1 }, (_, pos) => pos);
    const slow = positions.map(search);
    findChildrenQuickly();
    expect(positions.map(search)).toEqual(slow);
    expect(() => search(fragment.size + 1)).toThrow(RangeError);
    expect(() => search(-1)).toThrow(RangeError);
  });
});
