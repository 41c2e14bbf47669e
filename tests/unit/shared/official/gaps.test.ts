import { describe, expect, it } from 'vitest';

import type { SessionRecord } from '../../../../src/shared/minutes/record.ts';
import { DOCUMENT_KINDS } from '../../../../src/shared/official/document-kinds.ts';
import type { DocumentKind } from '../../../../src/shared/official/document-kinds.ts';
import type { GapCode } from '../../../../src/shared/official/gaps.ts';
import { GAP_CODES, gapsOf } from '../../../../src/shared/official/gaps.ts';
import type {
  OfficeSettings,
  SignaturesSetting,
} from '../../../../src/shared/official/office-settings.ts';
import {
  DEFAULT_OFFICE_SETTINGS,
  signatureSetting,
} from '../../../../src/shared/official/office-settings.ts';
import {
  attendee,
  emptyRecord,
  exampleEntries,
  followUp,
  fullRecord,
  paragraph,
  recommendation,
  recordOf,
  statement,
  withSession,
  words,
} from '../../../documents/records.ts';

const codes = (
  kind: DocumentKind,
  record: SessionRecord,
  settings: Partial<OfficeSettings> = {},
): readonly GapCode[] =>
  gapsOf(kind, { record, settings: { ...DEFAULT_OFFICE_SETTINGS, ...settings }, numbers: {} }).map(
    ({ code }) => code,
  );

/** A meeting of which everything is known that any document shows. */
function completeRecord(): SessionRecord {
  const record = withSession(fullRecord(2), {
    status: 'final',
    meeting: {
      marks: [],
      days: fullRecord(2).session.days.map(({ id }) => ({
        dayId: id,
        opened: '09:02',
        closed: '11:45',
      })),
    },
  });
  const days = record.session.days.map(({ id }) => String(id));
  return {
    ...record,
    attendance: [
      ...record.attendance.filter(({ type }) => type === 'person'),
      attendee('sekretaris', 'Tuti Contoh', {
        dayIds: days,
        day: { role: 'sekretaris', presence: 'hadir' },
      }),
    ],
    blocks: [
      ...record.blocks.filter((block) => block.type !== 'followUp'),
      statement([paragraph('Kami ', words('tetap menjaga hak pilih', { type: 'verbatim' }), '.')], {
        speaker: 'ketua',
      }),
      followUp('Menyurati Disdukcapil', { responsible: 'Divisi Data', dueDate: '2025-03-01' }),
    ],
  };
}
const COMPLETE_SETTINGS: Partial<OfficeSettings> = {
  town: 'Contoh',
  press: { credit: 'Humas KPU Kabupaten Contoh', contact: 'Budi Contoh, 0800-000-000' },
};

describe('what a document lacks', () => {
  it.each(DOCUMENT_KINDS)('is nothing where all is known: %s', (kind) => {
    expect(codes(kind, completeRecord(), COMPLETE_SETTINGS)).toEqual([]);
  });

  it('is every fact of a Notula of which nothing is known', () => {
    expect(codes('notula', emptyRecord())).toEqual([
      'not-final',
      'no-office',
      'no-title',
      'no-date',
      'no-time',
      'no-place',
      'no-invitation',
      'no-chair',
      'no-secretary',
      'no-recorder',
      'no-attendance',
      'no-agenda',
      'no-statements',
      'no-conclusion',
    ]);
  });

  it('is for a press release what a newspaper needs, not who signs', () => {
    expect(codes('siaran-pers', emptyRecord())).toEqual([
      'not-final',
      'no-office',
      'no-title',
      'no-date',
      'no-place',
      'no-host',
      'no-purpose',
      'no-attendance',
      'no-agenda',
      'no-quote',
      'no-town',
      'no-press-credit',
      'no-press-contact',
    ]);
    const signed = {
      signatures: { 'siaran-pers': signedBy('') },
    };
    expect(codes('siaran-pers', emptyRecord(), signed)).toContain('no-signer-name');
  });

  it('says of an invitation and a blank list nothing that the meeting has yet to bring', () => {
    for (const kind of ['undangan', 'daftar-hadir-kosong'] as const) {
      const found = codes(kind, emptyRecord());
      expect(found).not.toContain('not-final');
      expect(found).not.toContain('no-statements');
      expect(found).toContain('no-date');
    }
    expect(codes('undangan', emptyRecord())).toContain('no-number');
  });

  it('takes the number that was confirmed for that document, or the one of the session', () => {
    const facts = { record: emptyRecord(), settings: DEFAULT_OFFICE_SETTINGS };
    const found = (kind: DocumentKind) =>
      gapsOf(kind, { ...facts, numbers: { undangan: '12/PK.01-Und/9999/2025' } }).map(
        ({ code }) => code,
      );
    expect(found('undangan')).not.toContain('no-number');
    expect(found('berita-acara')).toContain('no-number');
    const numbered = recordOf({ documentNumber: '59.a/BA' });
    expect(codes('berita-acara', numbered)).not.toContain('no-number');
    const isNumbered = { numberTemplates: { laporan: '{no}/LAP' } };
    expect(codes('laporan', numbered, isNumbered)).toContain('no-number');
    const letter = recordOf({ invitation: 'Nomor 12/PK.01-Und/9999/2025' });
    expect(codes('undangan', letter)).not.toContain('no-number');
    expect(codes('undangan', recordOf({ invitation: 'lewat telepon' }))).toContain('no-number');
  });

  it('counts the days, attendees, statements and points that lack something', () => {
    const record = recordOf(exampleEntries()[4] ?? {});
    const found = new Map(
      gapsOf('risalah', { record, settings: DEFAULT_OFFICE_SETTINGS, numbers: {} }).map((gap) => [
        gap.code,
        gap.count,
      ]),
    );
    expect(found.get('no-date')).toBe(2);
    expect(found.get('attendee-without-name')).toBe(1);
    expect(found.get('attendee-without-presence')).toBe(8);
    expect(found.get('point-without-text')).toBe(1);
    expect(found.has('statement-without-speaker')).toBe(false);
  });

  it('finds the follow-ups without responsible or date, and an empty one only as empty', () => {
    const record = {
      ...emptyRecord(),
      blocks: [
        followUp('Satu'),
        followUp('Dua', { responsible: 'Budi Contoh' }),
        followUp(' '),
        recommendation(''),
      ],
    };
    expect(
      gapsOf('tindak-lanjut', { record, settings: DEFAULT_OFFICE_SETTINGS, numbers: {} }).filter(
        ({ code }) => code.startsWith('follow-up') || code.startsWith('point'),
      ),
    ).toEqual([
      { code: 'point-without-text', place: 'minutes', count: 1 },
      { code: 'follow-up-without-responsible', place: 'minutes', count: 1 },
      { code: 'follow-up-without-due-date', place: 'minutes', count: 2 },
    ]);
    expect(codes('tindak-lanjut', emptyRecord())).toContain('no-follow-up');
  });

  it('finds words said exactly so by somebody who is not named', () => {
    const quote = (attrs: { speaker?: string } = {}) =>
      statement([paragraph(words('Jaga hak pilih.', { type: 'verbatim' }))], attrs);
    const record = { ...emptyRecord(), blocks: [quote(), quote({ speaker: 'tidak-ada' })] };
    const gap = gapsOf('siaran-pers', {
      record,
      settings: DEFAULT_OFFICE_SETTINGS,
      numbers: {},
    }).find(({ code }) => code === 'quote-without-speaker');
    expect(gap).toEqual({ code: 'quote-without-speaker', place: 'minutes', count: 2 });
    expect(codes('siaran-pers', record)).not.toContain('no-quote');
  });

  it('warns of a press release about a meeting that is not public', () => {
    for (const session of [{ access: 'tertutup' }, { confidentiality: 'terbatas' }] as const) {
      expect(codes('siaran-pers', withSession(emptyRecord(), session))).toContain('not-public');
    }
    expect(codes('siaran-pers', withSession(emptyRecord(), { access: 'terbuka' }))).not.toContain(
      'not-public',
    );
  });

  it('follows the office in who signs and what is numbered', () => {
    const settings = {
      signatures: { laporan: signedBy('Budi Contoh') },
      numberTemplates: { laporan: '{no}/LAP/{tahun}' },
    };
    expect(codes('laporan', emptyRecord())).toContain('no-recorder');
    expect(codes('laporan', emptyRecord())).not.toContain('no-number');
    expect(codes('laporan', emptyRecord(), settings)).not.toContain('no-recorder');
    expect(codes('laporan', emptyRecord(), settings)).toContain('no-number');
  });

  it('takes the letterhead, the profile or the first host for the office', () => {
    const line = { text: 'KPU KABUPATEN CONTOH', size: 'besar', isBold: true } as const;
    const letterhead = { ...DEFAULT_OFFICE_SETTINGS.letterhead, lines: [line] };
    expect(codes('notula', emptyRecord(), { letterhead })).not.toContain('no-office');
    expect(codes('notula', { ...emptyRecord(), officeName: 'KPU' })).not.toContain('no-office');
    expect(codes('notula', recordOf({ hosts: ['KPU'] }))).not.toContain('no-office');
  });

  it('can be missing from some document, whichever it is', () => {
    const signed = DOCUMENT_KINDS.flatMap((kind) =>
      codes(kind, recordWithEveryGap(), {
        signatures: { [kind]: signedBy('') },
      }),
    );
    const plain = DOCUMENT_KINDS.flatMap((kind) => [
      ...codes(kind, emptyRecord()),
      ...codes(kind, recordWithEveryGap()),
    ]);
    expect(new Set([...signed, ...plain])).toEqual(new Set(GAP_CODES));
  });
});

const signedBy = (name: string): SignaturesSetting => ({
  blocks: [signatureSetting({ name })],
  side: 'kanan',
});

function recordWithEveryGap(): SessionRecord {
  return withSession(
    {
      ...emptyRecord(),
      attendance: [attendee('a', '')],
      blocks: [
        statement([paragraph(words('Setuju.', { type: 'verbatim' }))]),
        recommendation(''),
        followUp('Menyurati Disdukcapil'),
      ],
    },
    { access: 'tertutup' },
  );
}
