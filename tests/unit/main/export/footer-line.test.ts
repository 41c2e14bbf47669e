import { describe, expect, it } from 'vitest';

import { createLayout } from '../../../../src/main/export/docx/layout.ts';
import { automaticFooter, fitsFooterLine } from '../../../../src/main/export/footer-line.ts';
import { shortenedToFit } from '../../../../src/main/export/shortened.ts';
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../../../src/shared/official/document-kinds.ts';
import type { PageSetup } from '../../../../src/shared/official/office-settings.ts';
import {
  DEFAULT_OFFICE_SETTINGS,
  PAGE_FONTS,
  PAPER_NAMES,
} from '../../../../src/shared/official/office-settings.ts';

const { page } = DEFAULT_OFFICE_SETTINGS;
const WIDE = 'RAPAT PLENO MUWMUWMUW '.repeat(12).trim();
const NARROW = 'ini ialah titik-titik '.repeat(12).trim();
const pages: readonly PageSetup[] = PAPER_NAMES.flatMap((paper) =>
  PAGE_FONTS.map((font) => ({ ...page, paper, font })),
);

describe('the footer that a document gets by itself', () => {
  it('has one line beside the page number, of every kind, on every paper, in every font', () => {
    for (const setup of pages) {
      for (const kind of DOCUMENT_KINDS) {
        for (const title of [WIDE, NARROW, 'Rapat']) {
          const text = automaticFooter(DOCUMENT_NAMES[kind], title, setup);
          expect([text, fitsFooterLine(text, createLayout(setup))]).toEqual([text, true]);
          expect(text.startsWith(`${DOCUMENT_NAMES[kind]} · `)).toBe(true);
        }
      }
    }
  });

  it('says as much of the title as there is room for, whole where it fits', () => {
    const wide = automaticFooter('Notula', WIDE, page);
    const narrow = automaticFooter('Notula', NARROW, page);
    expect(wide.endsWith('…')).toBe(true);
    expect(narrow.length).toBeGreaterThan(wide.length + 30);
    const onFolio = automaticFooter('Notula', NARROW, { ...page, paper: 'F4' });
    expect(onFolio.length).toBeGreaterThan(narrow.length);
    const title = 'Rapat Pleno Terbuka Rekapitulasi Daftar Pemilih Berkelanjutan';
    expect(automaticFooter('Risalah', title, page)).toBe(`Risalah · ${title}`);
    expect(automaticFooter('Risalah', '', page)).toBe('Risalah');
  });

  it('leaves out what a narrow page has no room for', () => {
    const narrow: PageSetup = { ...page, leftMm: 80, rightMm: 80 };
    expect(automaticFooter('Notula', WIDE, narrow)).toBe('Notula');
    expect(automaticFooter('Daftar Tindak Lanjut', WIDE, narrow)).toBe('');
  });
});

it('shortens between letters, never within an emoji', () => {
  const family = '👨‍👩‍👧‍👦';
  const text = `Sepuluh a${family.repeat(3)}`;
  const room = (letters: number) => (shown: string) => Array.from(shown).length <= letters;
  expect(shortenedToFit(text, room(100))).toBe(text);
  expect(shortenedToFit(text, room(18))).toBe(`Sepuluh a${family}…`);
  expect(shortenedToFit(text, room(16))).toBe('Sepuluh a…');
  expect(shortenedToFit(text, room(5))).toBe('');
});
