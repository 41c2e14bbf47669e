import { describe, expect, test } from 'vitest';

import { indonesianAriaTexts } from '../../../../src/renderer/app/aria-texts-id.ts';
import { ariaTexts, englishAriaTexts } from '../../../../src/renderer/app/aria-texts.ts';
import type { AriaLanguage, AriaTexts } from '../../../../src/renderer/app/aria-texts.ts';

const COLOUR_PICKERS = ['@react-aria/color', '@react-stately/color'];

const keys = (texts: AriaTexts): string[] =>
  Object.entries(texts)
    .flatMap(([name, entries]) => Object.keys(entries).map((key) => `${name} ${key}`))
    .toSorted();

describe('the texts of React Aria', () => {
  test('the Indonesian ones are all that this version has, but for its colour pickers', () => {
    const needed = keys(englishAriaTexts).filter(
      (key) => !COLOUR_PICKERS.includes(key.split(' ')[0] ?? ''),
    );
    expect(keys(indonesianAriaTexts)).toEqual(needed);
  });

  test('take variables in both languages where one does', () => {
    const kinds = (texts: AriaTexts): Record<string, string> =>
      Object.fromEntries(
        Object.entries(texts)
          .filter(([name]) => !COLOUR_PICKERS.includes(name))
          .flatMap(([name, entries]) =>
            Object.entries(entries).map(([key, text]) => [`${name} ${key}`, typeof text]),
          ),
      );
    expect(kinds(indonesianAriaTexts)).toEqual(kinds(englishAriaTexts));
  });

  test('follow the language that is shown, also after it changed', () => {
    let language: AriaLanguage = 'id';
    const texts = ariaTexts(() => language);
    expect(texts['@react-aria/overlays']?.['dismiss']).toBe('Tutup');
    language = 'en';
    expect(texts['@react-aria/overlays']?.['dismiss']).toBe('Dismiss');
  });

  test('count without inflecting', () => {
    const { countAnnouncement, focusAnnouncement } = indonesianAriaTexts['@react-aria/combobox'];
    expect(countAnnouncement({ optionCount: 3 })).toBe('3 pilihan tersedia.');
    expect(focusAnnouncement({ optionText: 'Bawaslu', isSelected: true })).toBe(
      'Bawaslu, terpilih',
    );
  });
});
