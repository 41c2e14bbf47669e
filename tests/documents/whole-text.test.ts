import { describe, expect, it } from 'vitest';

import { buildDocument } from '../../src/main/export/build-document.ts';
import { directedTexts } from '../../src/main/export/docx/right-to-left.ts';
import { plainInput } from '../../src/main/export/document-input.ts';
import type { RichNode } from '../../src/shared/document/rich-text.ts';
import type { SessionRecord } from '../../src/shared/minutes/record.ts';
import { everyContentRecord } from '../fixtures/records/every-content.ts';
import type { DocxFile } from './docx.ts';
import { allText, elements, exported, shownText } from './docx.ts';
import {
  NOW_MS,
  agendaItem,
  decision,
  emptyRecord,
  fullRecord,
  paragraph,
  statement,
  words,
} from './records.ts';

const PART = 'word/document.xml';

const saying = (...content: RichNode[]): SessionRecord => ({
  ...emptyRecord(),
  blocks: [agendaItem('Acara'), statement(content)],
});
const runs = (file: DocxFile) => elements(file.dom(PART), 'w:r');
const rightToLeft = (file: DocxFile): readonly string[] =>
  runs(file)
    .filter((run) => elements(run, 'w:rtl').length > 0)
    .map(shownText);
const paragraphOf = (file: DocxFile, text: string) => {
  const found = elements(file.dom(PART), 'w:p').find((one) => shownText(one) === text);
  if (!found) throw new Error(`no paragraph "${text}"`);
  return found;
};

describe('words of other scripts', () => {
  const GREETING = 'السلام عليكم ورحمة الله';
  const JAVANESE = 'Sugeng rawuh, ꦱꦸꦒꦼꦁꦫꦮꦸꦃ, matur nuwun 🙏🏽👍.';

  it('run from right to left as one phrase, with the looks they have and none besides', async () => {
    const file = exported(
      saying(paragraph('Salam ', words(GREETING, { type: 'bold' }), ' dari tuan rumah.')),
    );
    expect(rightToLeft(file)).toEqual([GREETING]);
    const [run] = runs(file).filter((one) => shownText(one) === GREETING);
    expect(run && elements(run, 'w:bCs')).toHaveLength(1);
    expect(allText(file)).toContain(`Salam ${GREETING} dari tuan rumah.`);
  });

  it('are one phrase also with marks and numbers between them, and end with their last letter', () => {
    const parts = (text: string) =>
      directedTexts(text).map((part) => (part.isRightToLeft ? `<${part.text}>` : part.text));
    expect(parts('Surah الفاتحة: ١-٧, lalu doa.')).toEqual([
      'Surah ',
      '<الفاتحة: ١-٧>',
      ', lalu doa.',
    ]);
    expect(parts('بِسْمِ اللَّهِ')).toEqual(['<بِسْمِ اللَّهِ>']);
    expect(parts('kata شكرا dan עברית')).toEqual(['kata ', '<شكرا>', ' dan ', '<עברית>']);
    expect(parts('satu\nشكرا\ndua')).toEqual(['satu\n', '<شكرا>', '\ndua']);
    expect(parts('Hanya Latin, 1 ١')).toEqual(['Hanya Latin, 1 ١']);
  });

  it('arrive letter by letter, emoji of several signs too', async () => {
    const file = exported(saying(paragraph(JAVANESE)));
    expect(allText(file)).toContain(JAVANESE);
    expect(rightToLeft(file)).toEqual([]);
    expect(runs(file).map(shownText)).toContain(JAVANESE);
  });
});

describe('text of every kind', () => {
  it('keeps a quotation apart by its bar and indent', async () => {
    const file = exported(
      saying(paragraph('Pasal itu berbunyi:'), {
        type: 'blockquote',
        content: [paragraph('Kedaulatan berada di tangan rakyat.')],
      }),
    );
    const indent = (text: string): number =>
      Number(elements(paragraphOf(file, text), 'w:ind')[0]?.getAttribute('w:left') ?? 0);
    const quote = paragraphOf(file, 'Kedaulatan berada di tangan rakyat.');
    expect(elements(quote, 'w:left')).toHaveLength(1);
    expect(indent('Kedaulatan berada di tangan rakyat.')).toBeGreaterThan(
      indent('Pasal itu berbunyi:'),
    );
  });

  it('goes three lists deep, each level with its own sign and indent', async () => {
    const deepest: RichNode = {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph('kelurahan')] }],
    };
    const middle: RichNode = {
      type: 'orderedList',
      content: [{ type: 'listItem', content: [paragraph('kecamatan'), deepest] }],
    };
    const file = exported(
      saying({
        type: 'orderedList',
        content: [{ type: 'listItem', content: [paragraph('kabupaten'), middle] }],
      }),
    );
    const level = (text: string) => {
      const item = paragraphOf(file, text);
      return {
        level: elements(item, 'w:ilvl')[0]?.getAttribute('w:val'),
        indent: Number(elements(item, 'w:ind')[0]?.getAttribute('w:left')),
      };
    };
    const levels = ['kabupaten', 'kecamatan', 'kelurahan'].map(level);
    expect(levels.map((one) => one.level)).toEqual(['0', '1', '2']);
    const [first, second, third] = levels.map((one) => one.indent);
    expect(second).toBeGreaterThan(first ?? 0);
    expect(third).toBeGreaterThan(second ?? 0);
  });
});

describe('what helps to find one’s way', () => {
  it('is the agenda in Word’s navigation pane, under the parts of the document', async () => {
    const file = exported(fullRecord(2));
    const outline = elements(file.dom(PART), 'w:p').flatMap((one) => {
      const style = elements(one, 'w:pStyle')[0]?.getAttribute('w:val') ?? '';
      return style.startsWith('Heading') ? [`${style.slice(-1)} ${shownText(one)}`] : [];
    });
    expect(outline).toContain('1 Kegiatan Sidang/Rapat');
    expect(outline.some((line) => line.includes('Pembahasan'))).toBe(true);
    expect(outline.some((line) => /^[34] .*Penyampaian rekapitulasi/.test(line))).toBe(true);
    const styles = elements(file.dom('word/styles.xml'), 'w:style').flatMap((style) => {
      const level = elements(style, 'w:outlineLvl')[0]?.getAttribute('w:val');
      return level ? [[style.getAttribute('w:styleId'), level]] : [];
    });
    expect(styles).toEqual([
      ['Heading1', '0'],
      ['Heading2', '1'],
      ['Heading3', '2'],
      ['Heading4', '3'],
    ]);
  });

  it('is a header over each table of facts, marked as such and repeated, and what the table holds', async () => {
    const record = fullRecord(3);
    for (const kind of ['notula', 'daftar-hadir', 'laporan', 'tindak-lanjut'] as const) {
      const { pieces } = buildDocument(kind, plainInput(record, NOW_MS));
      const described = pieces.flatMap((piece) =>
        piece.type === 'table' ? [piece.description] : [],
      );
      const file = exported(record, kind);
      const tables = elements(file.dom(PART), 'w:tblDescription').map((description) => {
        const table = description.parentNode?.parentNode;
        const header = table && elements(table as never, 'w:tblHeader');
        return [description.getAttribute('w:val'), header?.length];
      });
      expect(described.length).toBeGreaterThan(0);
      expect(tables).toEqual(described.map((description) => [description, 1]));
    }
  });

  it('is what each picture and logo shows, in words', async () => {
    const file = exported(everyContentRecord());
    const said = elements(file.dom(PART), 'wp:docPr').map((one) => one.getAttribute('descr'));
    expect(said.length).toBeGreaterThan(1);
    expect(said).not.toContain('');
    expect(said).toContain('Peta kecamatan');
  });
});

it('keeps who speaks with the first line, and decisions at the end with the signatures', async () => {
  const file = exported({
    ...fullRecord(2),
    blocks: [
      agendaItem('Acara'),
      statement('Setuju.', { speaker: 'ketua' }),
      decision('Usul diterima.'),
    ],
  });
  const keeps = (text: string): boolean => {
    const found = elements(file.dom(PART), 'w:p').find((one) => shownText(one).startsWith(text));
    if (!found) throw new Error(`no paragraph "${text}"`);
    const style = elements(found, 'w:pStyle')[0]?.getAttribute('w:val') ?? '';
    return style.startsWith('Heading') || elements(found, 'w:keepNext').length > 0;
  };
  expect(keeps('Dr. H. Budi Contoh, S.H., M.Si., Ketua')).toBe(true);
  expect(keeps('Usul diterima.')).toBe(true);
  expect(keeps('Setuju.')).toBe(false);
});
