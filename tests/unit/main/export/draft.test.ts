import { expect, it } from 'vitest';

import { buildDocument } from '../../../../src/main/export/build-document.ts';
import { DOCUMENT_KINDS } from '../../../../src/shared/official/document-kinds.ts';
import { gapsOf } from '../../../../src/shared/official/gaps.ts';
import { emptyRecord } from '../../../documents/records.ts';
import { inputOf } from './document-lines.ts';

const USED_BEFORE_THE_MEETING = ['undangan', 'daftar-hadir-kosong'];

it('marks every document of a session that is not final, but those used before the meeting', () => {
  const input = inputOf(emptyRecord());
  for (const kind of DOCUMENT_KINDS) {
    const isMarked = !USED_BEFORE_THE_MEETING.includes(kind);
    expect([kind, buildDocument(kind, input).isDraft]).toEqual([kind, isMarked]);
    // The export dialog says of the same documents that their pages bear the mark.
    const gaps = gapsOf(kind, input).map(({ code }) => code);
    expect([kind, gaps.includes('not-final')]).toEqual([kind, isMarked]);
  }
});

it('marks every document of a meeting that not everybody may read of, final or not', () => {
  const { session, ...record } = emptyRecord();
  const marks = (confidentiality: typeof session.confidentiality) => {
    const input = inputOf({ ...record, session: { ...session, status: 'final', confidentiality } });
    return new Set(DOCUMENT_KINDS.map((kind) => buildDocument(kind, input).secrecy));
  };
  expect([...marks('rahasia')]).toEqual(['RAHASIA']);
  expect([...marks('terbatas')]).toEqual(['TERBATAS']);
  expect([...marks('biasa'), ...marks(null)]).toEqual(['', '']);
});

it('marks no document of a final session', () => {
  const { session, ...record } = emptyRecord();
  const input = inputOf({ ...record, session: { ...session, status: 'final' } });
  expect(DOCUMENT_KINDS.filter((kind) => buildDocument(kind, input).isDraft)).toEqual([]);
});
