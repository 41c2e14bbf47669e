import { describe, expect, it } from 'vitest';

import { sessionHeading } from '../../../../src/main/export/session-facts.ts';
import type { SessionRecord } from '../../../../src/shared/minutes/record.ts';
import type { DocumentKind } from '../../../../src/shared/official/document-kinds.ts';
import { agendaItem, attendee, emptyRecord, recordOf } from '../../../documents/records.ts';
import { twoDayTalks } from '../../../fixtures/records/two-day-talks.ts';
import { linesOfKind } from './document-lines.ts';

const text = (kind: DocumentKind, record: SessionRecord): string =>
  linesOfKind(kind)(record).join('\n');

describe('how documents put it', () => {
  it('sets an abbreviation only after the words that it stands for', () => {
    const heading = (title: string) => sessionHeading({ kind: 'Rakor', title });
    expect(heading('Rapat Koordinasi')).toBe('Rapat Koordinasi (Rakor)');
    expect(heading('Rapat Koordinasi Kota Contoh')).toBe('Rapat Koordinasi Kota Contoh');
    expect(heading('Logistik')).toBe('Rakor: Logistik');
  });

  it('names the meeting alike under the word TENTANG', () => {
    const record = recordOf({ kind: 'Talk', title: 'Suara Pemula' });
    for (const kind of ['berita-acara', 'laporan', 'risalah'] as const) {
      expect(text(kind, record)).toContain('TENTANG\nTALK TENTANG SUARA PEMULA');
    }
  });

  it('begins the nature of a meeting with a capital letter', () => {
    const base = emptyRecord();
    const session = { ...base.session, access: 'tertutup', confidentiality: 'rahasia' } as const;
    expect(text('notula', { ...base, session })).toContain('Sifat : Tertutup, rahasia');
    expect(text('risalah', { ...base, session })).toContain('Sifat Rapat : Tertutup, rahasia');
  });

  it('counts agenda items under the discussion as what they are', () => {
    const lines = linesOfKind('notula')(twoDayTalks());
    expect(lines).toContain('2. Pembahasan');
    expect(lines).toContain('Acara 2: Pemaparan hasil pencocokan data');
    expect(text('risalah', twoDayTalks())).toContain('\n2. Pemaparan hasil pencocokan data');
  });

  it('tells the press no formalities as topics, unless there is nothing else', () => {
    const release = (...titles: readonly string[]) =>
      text('siaran-pers', { ...emptyRecord(), blocks: titles.map((title) => agendaItem(title)) });
    expect(release('Pembukaan', 'Pembukaan kotak suara', 'Closing statement')).toContain(
      'Agenda kegiatan ini meliputi Pembukaan kotak suara.',
    );
    expect(release('Pembukaan', 'Doa')).toContain('meliputi Pembukaan dan Doa.');
  });

  it('names the hosts before their guests', () => {
    const base = recordOf({ hosts: ['KPU Contoh'] });
    const from = (id: string, organizationName: string) =>
      attendee(id, `${id} Contoh`, { organizationName, day: { presence: 'hadir' } });
    const attendance = [from('Ani', 'Bawaslu Contoh'), from('Beni', 'Bawaslu Contoh')];
    const record = { ...base, attendance: [...attendance, from('Citra', 'KPU Contoh')] };
    expect(text('siaran-pers', record)).toContain('dari KPU Contoh dan Bawaslu Contoh');
    expect(text('laporan', record)).toMatch(/1 \| KPU Contoh[^]*2 \| Bawaslu Contoh/);
  });
});
