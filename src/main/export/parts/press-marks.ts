import type { InlineNode, Mark } from '../../../shared/document/rich-text.ts';

/** What a press release lacks, so that nobody sends it unnoticed. */
export const missing = (what: string): string => `[lengkapi: ${what}]`;

const MISSING = /(\[lengkapi: [^\]]*\])/;

/** A sentence with each thing that is missing highlighted; the rest is bold where asked. */
export function marked(text: string, isBold = false): readonly InlineNode[] {
  return text
    .split(MISSING)
    .filter((part) => part !== '')
    .map((part): InlineNode => {
      const marks: readonly Mark[] = [
        ...(isBold || MISSING.test(part) ? [{ type: 'bold' } as const] : []),
        ...(MISSING.test(part) ? [{ type: 'highlight' } as const] : []),
      ];
      return { type: 'text', text: part, ...(marks.length === 0 ? {} : { marks: [...marks] }) };
    });
}
