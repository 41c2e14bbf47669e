import { describe, expect, it } from 'vitest';

import type { SessionFile } from '../../../src/shared/contract/files.ts';
import {
  clockWithSeconds,
  heardAt,
  momentOf,
  placeWords,
} from '../../../src/shared/files/recordings.ts';
import { sizeWords } from '../../../src/shared/files/size-words.ts';
import type { SessionFileId, SessionId } from '../../../src/shared/ids.ts';

const NINE_MS = Date.UTC(2025, 1, 18, 2);
const MINUTE_MS = 60_000;

const recording = (name: string, startsAtMs: number | null, role = 'rekaman'): SessionFile => ({
  id: name as SessionFileId,
  sessionId: 's' as SessionId,
  sha256: 'a'.repeat(64),
  name,
  mediaType: 'audio/mpeg',
  sizeBytes: 1,
  role: role as SessionFile['role'],
  caption: '',
  startsAtMs,
  addedAtMs: 0,
  isFrozen: false,
});

describe('where a statement is heard', () => {
  const files = [
    recording('sesi-2.mp3', NINE_MS + 90 * MINUTE_MS),
    recording('sesi-1.mp3', NINE_MS),
    recording('belum-diisi.mp3', null),
    recording('bukan-rekaman.mp3', NINE_MS + 91 * MINUTE_MS, 'bahan'),
  ];
  it.each([
    ['in the first', 30, 'sesi-1.mp3', 1800],
    ['at the very beginning', 0, 'sesi-1.mp3', 0],
    ['in the one that began last', 92.5, 'sesi-2.mp3', 150],
  ])('%s', (_, minutes, name, atS) => {
    const moment = heardAt(files, NINE_MS + minutes * MINUTE_MS);
    expect(moment).toMatchObject({ type: 'found', file: { name }, atS });
  });
  it('says why it is heard nowhere', () => {
    expect(heardAt(files, NINE_MS - 1).type).toBe('too-early');
    expect(heardAt([recording('a.mp3', null)], NINE_MS).type).toBe('no-start');
    expect(heardAt([recording('a.mp3', NINE_MS, 'bahan')], NINE_MS).type).toBe('no-recording');
  });
});

describe('a typed time of the beginning', () => {
  it.each([
    ['9.00', NINE_MS],
    ['09:00', NINE_MS],
    ['09.00.15', NINE_MS + 15_000],
    ['pukul 9.01 WIB', NINE_MS + MINUTE_MS],
    [' 09.00 ', NINE_MS],
    ['24.00', null],
    ['9.60', null],
    ['9', null],
    ['pagi', null],
  ])('%s', (typed, atMs) => expect(momentOf(typed, '2025-02-18', 'WIB')).toBe(atMs));
  it('is one of the zone of the session, and comes back as it was typed', () => {
    const atMs = momentOf('09.00.15', '2025-02-18', 'WIT');
    expect(atMs).toBe(NINE_MS - 2 * 60 * MINUTE_MS + 15_000);
    expect(clockWithSeconds(atMs ?? 0, 'WIT')).toBe('09.00.15');
  });
});

it('tells places and sizes as people say them', () => {
  expect([0, 65, 3661.9].map(placeWords)).toEqual(['0.00', '1.05', '1.01.01']);
  expect([10, 840_000, 12_400_000, 1_300_000_000].map((size) => sizeWords(size, 'id'))).toEqual([
    '1 KB',
    '840 KB',
    '12,4 MB',
    '1,3 GB',
  ]);
});
