import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Of fonts that come with the program; their files lie beside the window's style sheets. */
export interface BundledFonts {
  /** `@font-face` rules of all of them; their addresses are mere file names. */
  readonly styleSheet: string;
  /** null for anything that is none of their files. */
  readonly read: (fileName: string) => Buffer | null;
}

const FONT_FACE = /@font-face\s*\{[^}]*\}/g;
const FONT_FILE = /^[\w-]+\.woff2?$/;
/** Whatever folder the window finds them in. */
const ADDRESS = /url\(\s*["']?(?:[^"')]*\/)?([\w-]+\.woff2?)["']?\s*\)/g;

/** The page's fonts, of the widths of those that offices write with, from the built window. */
export function bundledFonts(folder: string, family: string): BundledFonts {
  const facesIn = (file: string): readonly string[] =>
    (readFileSync(join(folder, file), 'utf8').match(FONT_FACE) ?? []).filter((face) =>
      new RegExp(`font-family:\\s*["']?${family}["']?\\s*[;}]`).test(face),
    );
  let styleSheet = '';
  try {
    const sheets = readdirSync(folder).filter((file) => file.endsWith('.css'));
    styleSheet = [...new Set(sheets.flatMap(facesIn))].join('\n').replace(ADDRESS, 'url($1)');
  } catch {
    // Not built, as while it is developed: the system's fonts take their place.
  }
  return {
    styleSheet,
    read: (fileName) => {
      if (!FONT_FILE.test(fileName)) return null;
      try {
        return readFileSync(join(folder, fileName));
      } catch {
        return null;
      }
    },
  };
}
