import { describe, expect, it } from 'vitest';

import { plainInput } from '../../../../../src/main/export/document-input.ts';
import { runCopy } from '../../../../../src/main/export/text/copy-job.ts';
import { markdownText } from '../../../../../src/main/export/text/markdown.ts';
import { pasteHtml } from '../../../../../src/main/export/text/paste-html.ts';
import { plainText } from '../../../../../src/main/export/text/plain.ts';
import { richPiece } from '../../../../../src/main/export/parts/text.ts';
import type { Block } from '../../../../../src/shared/document/block.ts';
import type { RichNode } from '../../../../../src/shared/document/rich-text.ts';
import { attachmentIdSchema } from '../../../../../src/shared/ids.ts';
import { NOTE_PREFIX } from '../../../../../src/shared/minutes/session-file.ts';
import {
  NOW_MS,
  agendaItem,
  decision,
  followUp,
  fullRecord,
  narration,
  paragraph,
  statement,
  words,
} from '../../../../documents/records.ts';
import { documentFixtures } from '../../../../fixtures/records/fixtures.ts';

const markdown = (...nodes: readonly RichNode[]): string => markdownText([richPiece(nodes)]);
const html = (...nodes: readonly RichNode[]): string => pasteHtml([richPiece(nodes)]);
const plain = (...nodes: readonly RichNode[]): string => plainText([richPiece(nodes)]);

const item = (...content: readonly RichNode[]) => ({ type: 'listItem' as const, content });
const cell = (text: string, attrs: { colspan?: number; rowspan?: number } = {}) => ({
  type: 'tableCell' as const,
  attrs,
  content: [paragraph(text)],
});
const bold = { type: 'bold' } as const;
const italic = { type: 'italic' } as const;

describe('Markdown', () => {
  it('keeps words as they are written, wherever they stand', () => {
    expect(markdown(paragraph('2 * 3 _satu_ <b> [x] `y` | a\\b ~ $5'))).toBe(
      '2 \\* 3 \\_satu\\_ \\<b\\> \\[x\\] \\`y\\` \\| a\\\\b \\~ \\$5',
    );
    expect(markdown(paragraph('# bukan judul'))).toBe('\\# bukan judul');
    expect(markdown(paragraph('- bukan daftar'))).toBe('\\- bukan daftar');
    expect(markdown(paragraph('17. Agustus 1945'))).toBe('17\\. Agustus 1945');
    expect(markdown(paragraph('KPU & Bawaslu &amp; 17.5'))).toBe('KPU & Bawaslu \\&amp; 17.5');
  });

  it('marks what was marked, where its signs would not be understood by elements', () => {
    expect(markdown(paragraph('kata ', words('tebal ', bold), 'biasa'))).toBe(
      'kata **tebal** biasa',
    );
    expect(markdown(paragraph('a', words('b', bold), 'c'))).toBe('a<strong>b</strong>c');
    expect(markdown(paragraph('a', words('b', italic)))).toBe('a<em>b</em>');
    expect(markdown(paragraph(words('satu ', bold), words('dua', bold, italic)))).toBe(
      '**satu _dua_**',
    );
    expect(markdown(paragraph(words('kutipan', { type: 'verbatim' })))).toBe('“kutipan”');
  });

  it('leads where a link leads, and leaves an address whole', () => {
    const link = { type: 'link', attrs: { href: 'https://contoh.example/a_(b)?c=1&d=2' } } as const;
    expect(markdown(paragraph('lihat ', words('data_ini', link), '.'))).toBe(
      'lihat [data\\_ini](<https://contoh.example/a_(b)?c=1&d=2>).',
    );
    expect(markdown(paragraph('lihat https://contoh.example/a_b?c=1&d=2.'))).toBe(
      'lihat <https://contoh.example/a_b?c=1&d=2>.',
    );
  });

  it('breaks lines, nests lists and tells lists side by side apart', () => {
    expect(markdown(paragraph('satu', { type: 'hardBreak' }, 'dua'))).toBe('satu\\\ndua');
    const inner: RichNode = {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [item(paragraph('tiga'))],
    };
    const list: RichNode = {
      type: 'bulletList',
      content: [item(paragraph('satu'), inner), item(paragraph('dua'), paragraph('lagi'))],
    };
    expect(markdown(list)).toBe('- satu\n\n  3. tiga\n- dua\n\n  lagi');
    const short: RichNode = { type: 'bulletList', content: [item(paragraph('x'))] };
    expect(markdown(short, short)).toBe('- x\n\n* x');
    expect(markdown({ type: 'blockquote', content: [paragraph('a'), paragraph('b')] })).toBe(
      '> a\n>\n> b',
    );
  });

  it('draws tables with merged cells and several lines in one', () => {
    const table: RichNode = {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { ...cell('Wilayah', { rowspan: 2 }), type: 'tableHeader' },
            { ...cell('Pemilih', { colspan: 2 }), type: 'tableHeader' },
          ],
        },
        {
          type: 'tableRow',
          content: [cell('L|P'), { ...cell(''), content: [paragraph('a'), paragraph('b')] }],
        },
      ],
    };
    expect(markdown(table)).toBe(
      '| Wilayah | Pemilih |  |\n| --- | --- | --- |\n|  | L\\|P | a<br>b |',
    );
    expect(plain(table)).toBe('Wilayah\tPemilih\n\tL|P\ta; b');
    expect(html(table)).toBe(
      '<table><thead><tr><th rowspan="2">Wilayah</th><th colspan="2">Pemilih</th></tr></thead>' +
        '<tbody><tr><td>L|P</td><td>a<p>b</p></td></tr></tbody></table>',
    );
  });
});

describe('an image', () => {
  const image = (caption: string, alt: string): RichNode => ({
    type: 'image',
    attrs: {
      attachmentId: attachmentIdSchema.parse('a'.repeat(64)),
      width: 9,
      height: 9,
      alt,
      caption,
    },
  });

  it('is told by its caption, else by what it shows', () => {
    expect(plain(image('Gambar 1', 'Peta'))).toBe('[Gambar: Gambar 1]');
    expect(plain(image('', 'Peta'))).toBe('[Gambar: Peta]');
    expect(markdown(image('', ''))).toBe('\\[Gambar\\]');
    expect(html(image('', 'Peta <b>'))).toBe('<p><em>[Gambar: Peta &lt;b&gt;]</em></p>');
  });
});

describe('plain text and HTML', () => {
  it('says where a link leads unless its words do', () => {
    const link = (href: string) => ({ type: 'link', attrs: { href } }) as const;
    expect(plain(paragraph(words('data', link('https://contoh.example'))))).toBe(
      'data (https://contoh.example)',
    );
    expect(plain(paragraph(words('contoh.example', link('https://contoh.example/'))))).toBe(
      'contoh.example',
    );
    expect(plain(paragraph(words('a@b.example', link('mailto:a@b.example'))))).toBe('a@b.example');
  });

  it('makes no element of what was typed', () => {
    expect(html(paragraph('<script>alert(1)</script> & "x"'))).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;</p>',
    );
    const evil = { type: 'link', attrs: { href: 'javascript:alert(1)' } } as const;
    expect(html(paragraph(words('klik', evil)))).toBe('<p>klik</p>');
  });

  it('counts lists from where they begin', () => {
    const list: RichNode = {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [item(paragraph('a'))],
    };
    expect(html(list)).toBe('<ol start="3"><li>a</li></ol>');
    expect(plain(list)).toBe('3. a');
  });
});

describe('an agenda item', () => {
  const blocks: readonly Block[] = [
    narration('Sebelum acara.'),
    agendaItem('Laporan'),
    statement('Isi laporan.', { kind: 'paparan' }),
    decision('Laporan diterima.', { method: 'mufakat' }),
    narration(`${NOTE_PREFIX}suara dihitung dua kali`),
    followUp('Mengirim laporan.'),
    narration('Sesudah keputusan.'),
    agendaItem('Penutup'),
    statement('Selesai.'),
  ];
  const record = { ...fullRecord(2), blocks };
  const copied = (index: number, form: 'plain' | 'markdown' = 'plain') => {
    const block = blocks[index];
    if (block === undefined) throw new Error('no such block');
    const part = { type: 'item', blockId: block.attrs.id } as const;
    return runCopy({ type: 'copy', input: plainInput(record, NOW_MS), part, form });
  };

  it('has all that stands under it, in its order, wherever the caret is in it', () => {
    const { text, itemTitle, html: rich } = copied(4);
    expect(itemTitle).toBe('Laporan');
    expect(rich).toBeNull();
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      '1. Laporan',
      'Pembicara tidak disebut (paparan):',
      'Isi laporan.',
      'Keputusan',
      '1. Laporan diterima.',
      '   Diputuskan secara mufakat.',
      '   Catatan notulis: suara dihitung dua kali',
      'Tindak Lanjut',
      'No\tTindak lanjut\tPenanggung jawab\tBatas waktu\tStatus',
      '1\tMengirim laporan.\t…………\t…………\tBelum',
      'Sesudah keputusan.',
    ]);
    expect(copied(1).text).toBe(text);
    expect(copied(7, 'markdown').text).toBe(
      '## 2. Penutup\n\n_Pembicara tidak disebut_:\n\nSelesai.',
    );
  });

  it('is what stands before the first one, too', () => {
    expect(copied(0)).toMatchObject({ text: 'Sebelum acara.', itemTitle: '', wordCount: 2 });
  });

  it('is not found where the block is gone', () => {
    const part = { type: 'item', blockId: 'hilang' as never } as const;
    const input = plainInput(record, NOW_MS);
    expect(() => runCopy({ type: 'copy', input, part, form: 'plain' })).toThrow('not-found');
  });
});

describe.each(documentFixtures().map(({ name, input }) => [name, input] as const))(
  'the fixture %s',
  (_name, input) => {
    it.each(['session', 'press'] as const)('can be copied: %s', (type) => {
      const noted = {
        ...input,
        record: {
          ...input.record,
          blocks: input.record.blocks.map((block) => ({
            ...block,
            attrs: { ...block.attrs, note: 'RAHASIA-NOTULIS' },
          })) as Block[],
        },
      };
      const part = { type };
      const rich = runCopy({ type: 'copy', input: noted, part, form: 'formatted' });
      const marked = runCopy({ type: 'copy', input: noted, part, form: 'markdown' });
      for (const text of [rich.text, rich.html ?? '', marked.text]) {
        expect(text).not.toMatch(/\bundefined\b|\bnull\b|Invalid Date|RAHASIA-NOTULIS/);
        expect(text.isWellFormed()).toBe(true);
      }
      expect(rich.html).not.toMatch(/<(?:script|style|img)|\s(?:class|style|on\w+)="/);
      expect(rich.wordCount).toBeGreaterThan(10);
    });
  },
);
