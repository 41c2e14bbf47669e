import { describe, expect, it } from 'vitest';

import { buildDocument } from '../../src/main/export/build-document.ts';
import { plainInput } from '../../src/main/export/document-input.ts';
import { officialHtml } from '../../src/main/export/html/official-html.ts';
import { agendaItemPieces } from '../../src/main/export/parts/agenda-item.ts';
import { plainText } from '../../src/main/export/text/plain.ts';
import type { Block } from '../../src/shared/document/block.ts';
import type { Addendum } from '../../src/shared/minutes/final.ts';
import type { SessionRecord } from '../../src/shared/minutes/record.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { exported, paragraphs, runsOf } from './docx.ts';
import {
  NOW_MS,
  agendaItem,
  decision,
  emptyRecord,
  followUp,
  paragraph,
  statement,
  withSession,
  words,
} from './records.ts';

const FIRST_MS = Date.UTC(2026, 10, 22, 5, 0);
/** The 22nd in Greenwich, the 23rd where the session was. */
const NIGHT_MS = Date.UTC(2026, 10, 22, 18, 30);

const agenda = agendaItem('Pembahasan anggaran');
const spoken = statement('Pagu sebesar 30 juta rupiah.');
const decided = decision('Pagu disetujui.');
const toDo = followUp('Menyusun rencana.');

function correction(number: number, block: Block | null, text: string, atMs = FIRST_MS): Addendum {
  return {
    number,
    blockId: block?.attrs.id ?? null,
    text,
    atMs,
    actor: 'Siti Contoh',
    sha256: String(number).padStart(64, '0'),
  };
}

const corrected: SessionRecord = {
  ...withSession(emptyRecord(), { status: 'final', zone: 'WIB' }),
  blocks: [agenda, spoken, decided, toDo],
  addenda: [
    correction(1, spoken, 'Yang benar 35 juta rupiah.\nLihat lampiran.'),
    correction(2, null, 'Rapat dihadiri pula oleh Budi Contoh.', NIGHT_MS),
    correction(3, decided, 'Disetujui dengan catatan.'),
    correction(4, toDo, 'Batas waktu 1 Desember 2026.'),
    correction(5, agenda, 'Judulnya "Pembahasan pagu".'),
  ],
};

const linesOf = async (kind: DocumentKind): Promise<readonly string[]> =>
  paragraphs(exported(corrected, kind));
const after = (lines: readonly string[], line: string): string =>
  lines[lines.findIndex((one) => one.includes(line)) + 1] ?? '';

describe('addenda in documents', () => {
  it.each(['notula', 'notulen', 'risalah'] as const)(
    'stand right after what they correct in a %s',
    async (kind) => {
      const lines = await linesOf(kind);
      expect(after(lines, 'Pagu sebesar 30 juta')).toBe(
        'Adendum 1, 22 November 2026: Yang benar 35 juta rupiah.\nLihat lampiran.',
      );
      expect(after(lines, 'Pagu disetujui.')).toBe(
        'Adendum 3, 22 November 2026: Disetujui dengan catatan.',
      );
      expect(after(lines, 'Menyusun rencana.')).toContain('Adendum 4, 22 November 2026:');
      const heading = lines.findLastIndex((line) => line.endsWith('Pembahasan anggaran'));
      expect(lines[heading + 1]).toBe('Adendum 5, 22 November 2026: Judulnya "Pembahasan pagu".');
    },
  );

  it('stand at the end where they are about the whole, before the signatures, each once', async () => {
    const lines = await linesOf('notula');
    expect(after(lines, 'Adendum 4')).not.toContain('Adendum');
    const list = lines.indexOf('Adendum');
    expect(lines[list + 1]).toBe(
      'Adendum 2, 23 November 2026: Rapat dihadiri pula oleh Budi Contoh.',
    );
    expect(list).toBeLessThan(lines.findIndex((line) => line.startsWith('Notulis')));
    expect(lines.filter((line) => /^Adendum \d/.test(line))).toHaveLength(5);
  });

  it.each(['berita-acara', 'laporan', 'tindak-lanjut'] as const)(
    'are all in a %s, those of blocks that it does not show with the words they correct',
    async (kind) => {
      const lines = await linesOf(kind);
      const numbers = lines.flatMap((line) => /^Adendum (\d)/.exec(line)?.[1] ?? []);
      expect(numbers.toSorted()).toEqual(['1', '2', '3', '4', '5']);
      expect(lines).toContain(
        'Adendum 5, 22 November 2026 (atas “Pembahasan anggaran”): Judulnya "Pembahasan pagu".',
      );
      expect(after(lines, 'Menyusun rencana.')).toBeDefined();
    },
  );

  it.each(['undangan', 'daftar-hadir', 'daftar-hadir-kosong', 'siaran-pers'] as const)(
    'are no part of a %s',
    async (kind) => {
      expect((await linesOf(kind)).join('\n')).not.toContain('Adendum');
    },
  );

  it('are left to the office where a press release quotes what they correct', () => {
    const quoted = statement([
      paragraph('Ia berkata ', words('pagu 30 juta rupiah', { type: 'verbatim' }), '.'),
    ]);
    const record = {
      ...corrected,
      blocks: [quoted, spoken],
      addenda: [correction(1, quoted, 'Yang benar 35 juta.'), correction(2, spoken, 'Tidak.')],
    };
    const lines = paragraphs(exported(record, 'siaran-pers'));
    expect(after(lines, 'pagu 30 juta rupiah')).toBe('[lengkapi: koreksi menurut Adendum 1]');
    expect(lines.join('\n')).not.toContain('Adendum 2');
  });

  it('are named in bold letters', async () => {
    const runs = runsOf(exported(corrected), 'Adendum 1, 22 November 2026: ');
    expect(runs[0]).toContain('w:b');
  });

  it('stand in pages of HTML and in copied text too', () => {
    const notula = buildDocument('notula', plainInput(corrected, NOW_MS));
    expect(officialHtml(notula).html).toMatch(
      /Adendum 1, 22 November 2026: <\/[^>]+>Yang benar 35 juta rupiah\./,
    );
    expect(plainText(agendaItemPieces(corrected, agenda.attrs.id).pieces)).toContain(
      'Adendum 1, 22 November 2026: Yang benar 35 juta rupiah.',
    );
  });

  it('change nothing where there are none', async () => {
    const { addenda: _, ...plain } = corrected;
    expect(exported(plain).bytes).toEqual(exported({ ...plain, addenda: [] }).bytes);
  });

  it('are not hidden by words of the minutes that look like their names', async () => {
    const record = {
      ...corrected,
      blocks: [statement([paragraph('Adendum 2, 23 November 2026: bukan itu.')])],
    };
    const lines = paragraphs(exported(record));
    expect(lines).toContain('Adendum 2, 23 November 2026: Rapat dihadiri pula oleh Budi Contoh.');
  });
});
