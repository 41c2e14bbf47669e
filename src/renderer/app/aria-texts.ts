import english from 'react-aria-components/i18n/en-US';

import { indonesianAriaTexts } from './aria-texts-id.ts';

export type AriaLanguage = 'id' | 'en';
/** Texts by React Aria's package and key; what has variables is a function. */
export type AriaTexts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const englishAriaTexts: AriaTexts = english;

const LOCALES = { id: 'id-ID', en: 'en-US' } as const satisfies Record<AriaLanguage, string>;

/** The locale in which React Aria counts, sorts and writes dates for a language of the window. */
export function ariaLocale(language: AriaLanguage): (typeof LOCALES)[AriaLanguage] {
  return LOCALES[language];
}

/** React Aria's texts, each of which is in the language that is shown when it is asked for. */
export function ariaTexts(language: () => AriaLanguage): AriaTexts {
  const indonesian: AriaTexts = indonesianAriaTexts;
  return Object.fromEntries(
    Object.entries(englishAriaTexts).map(([packageName, texts]) => {
      const shown = (key: string): unknown =>
        (language() === 'id' ? indonesian[packageName]?.[key] : undefined) ?? texts[key];
      const properties = Object.keys(texts).map(
        (key) => [key, { get: () => shown(key), enumerable: true }] as const,
      );
      return [packageName, Object.defineProperties({}, Object.fromEntries(properties))];
    }),
  );
}

/**
 * Puts the texts where React Aria looks before its own: the place by which a server sends it one locale. It looks
 * there once, at the first component, so the language is asked for again at each text.
 */
export function installAriaTexts(language: () => AriaLanguage): void {
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: LOCALES.id,
    [Symbol.for('react-aria.i18n.strings')]: ariaTexts(language),
  });
}
