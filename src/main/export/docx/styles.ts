import type { IStylesOptions } from 'docx';

import type { Layout } from './layout.ts';
import { BLACK } from './layout.ts';

/** How the document's paragraphs and its headings look; Word's navigation pane shows the latter. */
export function stylesOf({ font, sizes, textLine, compactLine }: Layout): IStylesOptions {
  const heading = (level: number, before: number, size: number, italics = false) => ({
    run: { font, size, bold: true, italics, color: BLACK },
    paragraph: {
      keepNext: true,
      spacing: { before, after: 80, ...compactLine },
      outlineLevel: level - 1,
    },
  });
  return {
    default: {
      document: {
        run: {
          font,
          size: sizes.text,
          // Word then checks the spelling as Indonesian.
          language: { value: 'id-ID', eastAsia: 'id-ID', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 80, ...textLine } },
      },
      heading1: heading(1, 280, sizes.heading),
      heading2: heading(2, 220, sizes.text),
      heading3: heading(3, 180, sizes.text, true),
      heading4: heading(4, 160, sizes.text),
    },
  };
}
