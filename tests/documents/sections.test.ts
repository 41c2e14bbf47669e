import { describe, expect, it } from 'vitest';

import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { SessionRecord } from '../../src/shared/minutes/record.ts';
import { NOTE_PREFIX } from '../../src/shared/minutes/session-file.ts';
import { allText, count, exported, paragraphs } from './docx.ts';
import {
  agendaItem,
  decision,
  emptyRecord,
  followUp,
  narration,
  pause,
  recommendation,
  recordOf,
  statement,
} from './records.ts';

const withBlocks = (blocks: readonly Block[]): SessionRecord => ({ ...emptyRecord(), blocks });

/** The course of the meeting as printed, without what comes before and the signatures. */
async function course(blocks: readonly Block[]): Promise<readonly string[]> {
  const lines = paragraphs(exported(withBlocks(blocks)));
  const end = lines.findLastIndex((line) => line.startsWith('……………………, '));
  return lines.slice(lines.indexOf('1.\tKata Pembukaan'), end).filter((line) => line !== '');
}

const BLANK = '………………………………………………';

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('the parts of the meeting', () => {
  it('prints any mixture of blocks, each text once', async () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const next = random(seed);
      const makers: ((text: string) => Block)[] = [
        agendaItem,
        (text) => statement(text),
        (text) => statement(text, { kind: 'sambutan' }),
        (text) => statement(text, { kind: 'closing statement' }),
        narration,
        (text) => narration(NOTE_PREFIX + text),
        decision,
        recommendation,
        followUp,
        (text) => pause(text),
      ];
      const blocks = Array.from({ length: 1 + Math.floor(next() * 25) }, (_, index) => {
        const make = makers[Math.floor(next() * makers.length)] ?? narration;
        return make(`kalimat${index}x`);
      });
      const text = allText(exported(withBlocks(blocks)));
      const wrong = blocks.filter((block) => {
        const found = count(text, blockPlainText(block));
        return found !== 1 && !(block.type === 'agendaItem' && found === 2);
      });
      expect(wrong).toEqual([]);
    }
  });

  it('puts an agenda item over what was said under it, and only there', async () => {
    expect(
      await course([
        statement('selamat datang', { kind: 'sambutan' }),
        agendaItem('Capaian'),
        statement('capaian baik'),
        agendaItem('Kendala'),
      ]),
    ).toEqual([
      '1.\tKata Pembukaan',
      'Pembicara tidak disebut  (sambutan)',
      'selamat datang',
      '2.\tPembahasan',
      'Acara 1: Capaian',
      'Pembicara tidak disebut',
      'capaian baik',
      '3.\tPenutup/Kesimpulan',
      BLANK,
    ]);
  });

  it('takes an agenda item called "Pembukaan" for the opening', async () => {
    const lines = await course([
      agendaItem('Pembukaan'),
      narration('doa bersama'),
      agendaItem('Capaian'),
      narration('capaian dibahas'),
    ]);
    expect(lines.slice(0, 4)).toEqual([
      '1.\tKata Pembukaan',
      'doa bersama',
      '2.\tPembahasan',
      'Acara 2: Capaian',
    ]);
  });

  it('gathers decisions in the closing part with how they were taken', async () => {
    const lines = await course([
      agendaItem('Capaian'),
      statement('usul diterima'),
      decision('data ditetapkan', { method: 'mufakat' }),
      narration('pembahasan dilanjutkan'),
      statement('masih ada kendala'),
      decision('rapat diulang', { method: 'pemungutan suara', inFavour: 5, against: 2 }),
      narration('rapat ditutup'),
    ]);
    expect(lines.indexOf('pembahasan dilanjutkan')).toBeLessThan(
      lines.indexOf('3.\tPenutup/Kesimpulan'),
    );
    expect(lines.slice(lines.indexOf('3.\tPenutup/Kesimpulan'))).toEqual([
      '3.\tPenutup/Kesimpulan',
      'Keputusan',
      'data ditetapkan',
      'Diputuskan secara mufakat.',
      'rapat diulang',
      'Diputuskan dengan pemungutan suara: setuju 5, tidak setuju 2.',
      'rapat ditutup',
    ]);
  });

  it('keeps a note with the block it is about', async () => {
    const lines = await course([
      recommendation(''),
      narration(`${NOTE_PREFIX}isi tidak diketahui`),
      statement('sampai jumpa', { kind: 'closing statement' }),
    ]);
    expect(lines.slice(lines.indexOf('Rekomendasi'), lines.indexOf('Rekomendasi') + 3)).toEqual([
      'Rekomendasi',
      BLANK,
      'Catatan notulis: isi tidak diketahui',
    ]);
  });

  it('leaves out blocks that wait for their first key', async () => {
    expect(
      await course([
        statement([{ type: 'paragraph' }]),
        { ...narration('x'), content: [{ type: 'paragraph' }] } as Block,
        agendaItem(''),
      ]),
    ).toEqual([
      '1.\tKata Pembukaan',
      BLANK,
      '2.\tPembahasan',
      BLANK,
      '3.\tPenutup/Kesimpulan',
      BLANK,
    ]);
  });

  it('heads every change of day in a meeting of several days', async () => {
    const base = recordOf({ days: [{ date: '2024-07-20' }, { date: null }] });
    const [first = '', second = ''] = base.session.days.map((day) => String(day.id));
    const lines = paragraphs(
      exported({
        ...base,
        blocks: [
          agendaItem('Capaian', first),
          statement('hari pertama', { dayId: first }),
          statement('hari berikutnya', { dayId: second }),
        ],
      }),
    );
    expect(lines.filter((line) => line.startsWith('Hari ke-'))).toEqual([
      'Hari ke-1: Sabtu, 20 Juli 2024',
      'Hari ke-2',
    ]);
  });

  it('shows a time on the clock of the session and a break on a line of its own', async () => {
    const atMs = Date.UTC(2025, 1, 18, 3, 5);
    const wita = { ...emptyRecord(), blocks: [statement('tepat', { atMs }), pause('', atMs)] };
    const text = allText(
      exported({ ...wita, session: { ...wita.session, zone: 'WITA' as const } }),
    ).replaceAll('\u00a0', ' ');
    expect(text).toContain('(pukul 11.05 WITA)');
    expect(text).toContain('— Skors (pukul 11.05 WITA) —');
  });
});
