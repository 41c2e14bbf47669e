import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  archiveReportText,
  isWhole,
} from '../../../../../src/renderer/features/finals/archive-report-text.ts';
import { logWords } from '../../../../../src/renderer/features/finals/log-words.ts';
import { momentIn } from '../../../../../src/renderer/features/finals/moments.ts';
import { texts } from '../../../../../src/renderer/features/finals/texts.ts';
import type { SessionId } from '../../../../../src/shared/ids.ts';
import type {
  ArchiveReport,
  LogAction,
  LogEntry,
} from '../../../../../src/shared/minutes/final.ts';
import { LOG_ACTIONS } from '../../../../../src/shared/minutes/final.ts';

const own = i18next.createInstance();
beforeAll(() =>
  own.init({
    lng: 'id',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { id: { finals: texts.id }, en: { finals: texts.en } },
  }),
);
const AT_MS = Date.UTC(2026, 10, 22, 17, 3);

const entry = (action: LogAction, details: LogEntry['details'] = {}): LogEntry => ({
  seq: 1,
  atMs: AT_MS,
  actor: 'Siti Contoh',
  action,
  sessionId: 's' as SessionId,
  details,
  hash: '0'.repeat(64),
});
const said = (action: LogAction, details?: LogEntry['details']): string =>
  logWords(entry(action, details), own.getFixedT('id', 'finals'), (status) => `<${status}>`);

describe('the words of the record', () => {
  it('has a sentence for every action, whatever is known of it', () => {
    for (const action of LOG_ACTIONS) {
      expect(said(action)).toMatch(/^\p{Lu}/u);
      expect(said(action)).not.toMatch(/\{\{|act_|undefined/);
    }
  });

  it('tells what is known', () => {
    expect(said('finalise', { reason: 'Mendadak.', findingCount: 3 })).toBe(
      'Memfinalkan sesi dengan 3 hal belum beres: Mendadak.',
    );
    expect(said('finalise', { reason: '', findingCount: 0 })).toContain('semua pemeriksaan beres');
    expect(said('status', { from: 'rencana', to: 'berlangsung' })).toBe(
      'Mengubah status dari <rencana> menjadi <berlangsung>',
    );
    expect(said('issue', { kind: 'berita-acara' })).toBe('Mengeluarkan Berita Acara');
    expect(said('mark', { name: 'Budi Contoh' })).toContain('Budi Contoh');
  });
});

const whole: ArchiveReport = {
  atMs: AT_MS,
  finalCount: 3,
  changed: [],
  logCount: 12,
  brokenAtSeq: null,
  isFileSound: true,
  fileCount: 0,
  fileFaults: [],
};
const reportText = (report: ArchiveReport): string =>
  archiveReportText(report, own.getFixedT('id', 'finals'), 'id');

describe('the report of the archive', () => {
  it('says that all is whole, and only then', () => {
    expect(isWhole(whole)).toBe(true);
    expect(reportText(whole)).toContain('Arsip utuh');
    const broken = [
      { ...whole, brokenAtSeq: 4 },
      { ...whole, isFileSound: false },
      { ...whole, changed: [{ sessionId: 's' as SessionId, title: '', parts: ['log'] as const }] },
    ];
    for (const report of broken) expect(reportText(report)).not.toContain('Arsip utuh');
  });

  it('names what was changed', () => {
    const text = reportText({
      ...whole,
      changed: [
        { sessionId: 's' as SessionId, title: 'Rapat Pleno', parts: ['document', 'attendance'] },
      ],
      brokenAtSeq: 10,
    });
    expect(text).toContain('- Rapat Pleno: isi notula, daftar hadir');
    expect(text).toContain('1 dari 3 sesi final');
    expect(text).toContain('terputus mulai nomor 10');
  });
});

it('tells times as the clocks of the session did', () => {
  expect(momentIn(AT_MS, 'WIT', 'id')).toBe('23 November 2026 pukul 02.03 WIT');
  expect(momentIn(AT_MS, 'WIT', 'en')).toBe('23 November 2026 at 02.03 WIT');
});
