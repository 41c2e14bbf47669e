import { expect, test } from 'vitest';

import type { CommandId } from '../../../../src/shared/contract/commands.ts';
import { commands } from '../../../../src/shared/contract/commands.ts';
import type { MenuName } from '../../../../src/shared/contract/menus.ts';
import { MENU_LABELS, entriesOf, menuTitle } from '../../../../src/shared/contract/menus.ts';

const menus = Object.keys(MENU_LABELS) as MenuName[];

test('every command stands in one menu', () => {
  const shown = menus.flatMap((menu) =>
    entriesOf(menu).flatMap((entry) =>
      entry.type === 'separator' ? [] : entry.type === 'command' ? [entry.id] : entry.ids,
    ),
  );
  expect(shown.toSorted()).toEqual((Object.keys(commands) as CommandId[]).toSorted());
});

test('no menu is a long list: lines part it into groups of six at most', () => {
  const shapes = menus.map((menu) => {
    const entries = entriesOf(menu);
    const groups = entries.reduce<readonly number[]>(
      ([inGroup = 0, ...former], { type }) =>
        type === 'separator' ? [0, inGroup, ...former] : [inGroup + 1, ...former],
      [],
    );
    return {
      menu,
      isShort: entries.length <= 22,
      // The kinds of blocks belong together and carry the digits 1 to 8.
      isParted: Math.max(...groups) <= (menu === 'insert' ? 8 : 6),
      beginsWithLine: entries[0]?.type === 'separator',
    };
  });
  expect(shapes).toEqual(
    menus.map((menu) => ({ menu, isShort: true, isParted: true, beginsWithLine: false })),
  );
});

test('a letter opens one menu, and none that a command has with Alt', () => {
  const taken = Object.values(commands).flatMap(({ accelerator }) => {
    const letter = /^Alt\+([A-Z])$/.exec(accelerator ?? '')?.[1];
    return letter === undefined ? [] : [letter];
  });
  for (const language of ['id', 'en'] as const) {
    const letters = menus.map((menu) =>
      /&(.)/.exec(MENU_LABELS[menu][language])?.[1]?.toUpperCase(),
    );
    expect(new Set(letters).size).toBe(menus.length);
    expect(letters.filter((letter) => letter !== undefined && taken.includes(letter))).toEqual([]);
  }
  expect(menuTitle('block', 'id')).toBe('Blok');
});
