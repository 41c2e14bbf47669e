import { describe, expect, it } from 'vitest';

import type { InlineNode } from '../../../../src/shared/document/rich-text.ts';
import { quotesIn } from '../../../../src/shared/minutes/quotes.ts';
import { paragraph, words } from '../../../documents/records.ts';

const exactly = (text: string) => words(text, { type: 'verbatim' });

describe('words said exactly so', () => {
  it('are each marked run, in their order', () => {
    expect(
      quotesIn([
        paragraph('Beliau menegaskan: ', exactly('Jaga hak pilih.'), ' Lalu '),
        paragraph(exactly(' Kita kawal bersama. '), 'seperti ', exactly('biasa')),
      ]),
    ).toEqual(['Jaga hak pilih.', 'Kita kawal bersama.', 'biasa']);
  });

  it('are one where other marks or a line break stand within', () => {
    const lineBreak: InlineNode = { type: 'hardBreak', marks: [{ type: 'verbatim' }] };
    const bold = words('hak pilih', { type: 'verbatim' }, { type: 'bold' });
    expect(quotesIn([paragraph(exactly('Jaga '), bold, lineBreak, exactly('warga.'))])).toEqual([
      'Jaga hak pilih warga.',
    ]);
  });

  it('are found in lists, quotations and tables, and are nowhere where nothing is marked', () => {
    const line = (text: string) => paragraph(exactly(text));
    expect(
      quotesIn([
        { type: 'bulletList', content: [{ type: 'listItem', content: [line('satu')] }] },
        { type: 'blockquote', content: [line('dua')] },
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [{ type: 'tableCell', content: [line('tiga')] }] },
          ],
        },
      ]),
    ).toEqual(['satu', 'dua', 'tiga']);
    expect(quotesIn([paragraph('tidak ada'), { type: 'paragraph' }, line(' ')])).toEqual([]);
  });
});
