import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '..', '..', '..', '..', 'src', 'renderer');
const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => readFileSync(join(renderer, file), 'utf8'));

/** What the rules for one theme alone set. */
const setByThemes = sheets.flatMap((sheet) =>
  [...sheet.matchAll(/\[data-theme[^{]*\{([^}]*)\}/g)].flatMap(([, block = '']) =>
    [...block.matchAll(/^\s*([\w-]+):/gm)].map(([, name = '']) => name),
  ),
);

/** Nothing of these moves anything or changes a size. */
const COLOURS =
  /^(--(colour|shadow)-.*|color-scheme|color|background-color|(border|outline)-color|outline(-offset)?|box-shadow)$/;

// The specs look for accessibility findings by every rule in one theme, and in the others by those about colours.
describe('themes', () => {
  it('differ in colours, shadows and outlines alone', () => {
    expect(setByThemes.length).toBeGreaterThan(40);
    expect(setByThemes.filter((name) => !COLOURS.test(name))).toEqual([]);
  });

  it('are chosen by their attribute alone', () => {
    const asking = /prefers-color-scheme|prefers-contrast|forced-colors/;
    expect(sheets.filter((sheet) => asking.test(sheet))).toEqual([]);
  });
});
