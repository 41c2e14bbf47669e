import { describe, expect, it } from 'vitest';

import { buildDocument } from '../../../../src/main/export/build-document.ts';
import { spokenBy } from '../../../../src/main/export/spoken-by.ts';
import type { AttendanceDay } from '../../../../src/shared/minutes/people.ts';
import { attendee, paragraph, statement, words } from '../../../documents/records.ts';
import { twoDayTalks } from '../../../fixtures/records/two-day-talks.ts';
import { inputOf, linesOf } from './document-lines.ts';

const hasan = (...days: readonly Partial<AttendanceDay>[]) => {
  const line = attendee('dinas', 'Hasan Contoh', {
    position: 'Kepala',
    organizationName: 'Dinas Contoh',
    dayIds: days.map((_, index) => `id-${index + 1}`),
  });
  return { ...line, days: line.days.map((day, index) => ({ ...day, ...days[index] })) };
};
const SRI = { presence: 'diwakili', representedBy: 'Sri Contoh' } as const;

describe('who spoke', () => {
  it('is the one who came in their stead', () => {
    expect(spokenBy(hasan(SRI), 'id-1')).toEqual({
      name: 'Sri Contoh',
      position: 'mewakili Hasan Contoh, Kepala Dinas Contoh',
    });
    expect(spokenBy(hasan({ ...SRI, representedBy: '' }), null)).toEqual({
      name: 'Wakil dari Hasan Contoh, Kepala Dinas Contoh',
      position: '',
    });
  });

  it('is told by the day of the words, and is not guessed where that is not known', () => {
    const line = hasan({ presence: 'hadir' }, SRI);
    expect(spokenBy(line, 'id-1').name).toBe('Hasan Contoh');
    expect(spokenBy(line, 'id-2').name).toBe('Sri Contoh');
    expect(spokenBy(line, null).name).toBe('Hasan Contoh');
  });

  it('is named so in the minutes, the berita acara, the report and the press release', () => {
    const base = twoDayTalks();
    const record = {
      ...base,
      blocks: [
        ...base.blocks,
        statement([paragraph(words('Data siap.', { type: 'verbatim' }))], { speaker: 'dinas' }),
      ],
    };
    const office = 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh';
    for (const kind of ['notula', 'risalah', 'berita-acara', 'laporan', 'siaran-pers'] as const) {
      const text = linesOf(buildDocument(kind, inputOf(record))).join('\n');
      expect(text).toContain(
        kind === 'berita-acara'
          ? `${office} (Sri Contoh, mewakili Hasan Contoh, Kepala)`
          : `Sri Contoh, mewakili Hasan Contoh, Kepala ${office}`,
      );
    }
  });
});
