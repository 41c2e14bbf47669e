import { describe, expect, it } from 'vitest';

import { siaranPersDocument } from '../../../../../src/main/export/kinds/siaran-pers.ts';
import type { SessionRecord } from '../../../../../src/shared/minutes/record.ts';
import type { OfficeSettings } from '../../../../../src/shared/official/office-settings.ts';
import { DEFAULT_SIGNATURES } from '../../../../../src/shared/official/office-settings.ts';
import {
  agendaItem,
  attendee,
  emptyRecord,
  exampleEntries,
  paragraph,
  recordOf,
  statement,
  words,
} from '../../../../documents/records.ts';
import { inputOf, linesOfKind } from '../document-lines.ts';

const pressLines = linesOfKind('siaran-pers');
const release = (record: SessionRecord, settings: Partial<OfficeSettings> = {}) =>
  pressLines(record, { settings });

const OFFICE = {
  town: 'Prabumulih',
  press: { credit: 'Humas KPU Kota Prabumulih', contact: 'Budi Contoh, 0800-000-000' },
};
const example = (index: number): SessionRecord => recordOf(exampleEntries()[index] ?? {});
const exactly = (text: string) => words(text, { type: 'verbatim' });

describe('the press release', () => {
  it('begins with the dateline and says who held what, when and where', () => {
    const lines = release(example(0), OFFICE);
    expect(lines.slice(0, 3)).toEqual([
      'SIARAN PERS',
      'Evaluasi Pemilihan Gubernur dan Wakil Gubernur Sumatera Selatan serta Wali Kota dan Wakil ' +
        'Wali Kota Prabumulih Tahun 2024',
      'PRABUMULIH, 18 Februari 2025 — KPU Kota Prabumulih menyelenggarakan Focus Group Discussion ' +
        '(FGD) tentang Evaluasi Pemilihan Gubernur dan Wakil Gubernur Sumatera Selatan serta Wali ' +
        'Kota dan Wakil Wali Kota Prabumulih Tahun 2024 pada hari Selasa, 18 Februari 2025, pukul ' +
        '09.00 WIB s.d. selesai, di Sekretariat KPU Kota Prabumulih.',
    ]);
    expect(lines.slice(-2)).toEqual([
      '(Humas KPU Kota Prabumulih)',
      'Narahubung: Budi Contoh, 0800-000-000',
    ]);
    expect(lines).toContain(
      'Kegiatan ini dilaksanakan dalam rangka menghimpun masukan, catatan dan evaluasi para pihak ' +
        'untuk integritas dan transparansi Pilkada 2029. Agenda kegiatan ini meliputi Capaian, ' +
        'Kendala, dan Peluang perbaikan.',
    );
  });

  it('says when it was really held, where that is known, and has one "di" before the place', () => {
    const base = recordOf({
      days: [{ date: '2025-02-18', start: '09:00', end: '12:00' }],
      place: 'di Aula Contoh',
    });
    const days = base.session.days.map(({ id }) => ({
      dayId: id,
      opened: '09:07',
      closed: '11:52',
    }));
    const session = { ...base.session, meeting: { marks: [], days } };
    expect(release({ ...base, session }).join('\n')).toContain(
      'pada hari Selasa, 18 Februari 2025, pukul 09.07 s.d. 11.52 WIB, di Aula Contoh.',
    );
  });

  it('quotes nothing but the words that were marked as said exactly so', () => {
    const base = recordOf({ attendance: [] });
    const record = {
      ...base,
      attendance: [
        attendee('a', 'Ani Contoh', {
          titleAfter: 'S.H.',
          position: 'Ketua',
          organizationName: 'KPU Contoh',
        }),
        attendee('b', 'Beni Contoh'),
        attendee('c', 'Pemantau Contoh', { type: 'group' }),
      ],
      blocks: [
        statement(
          [paragraph('Beliau berkata ', exactly('Jaga hak pilih.'), ' dan ', exactly('"Kawal"'))],
          { speaker: 'a', kind: 'sambutan' },
        ),
        agendaItem('Capaian'),
        statement('Ringkasan yang bukan kutipan.', { speaker: 'a' }),
        statement([paragraph(exactly('Kami siap!'))], { speaker: 'b' }),
        statement([paragraph(exactly('Data perlu dibuka'))], { speaker: 'c' }),
        statement([paragraph(exactly('Setuju.'))]),
      ],
    };
    const lines = release(record);
    expect(lines.filter((line) => line.includes('menyatakan'))).toEqual([
      'Dalam sambutannya, Ani Contoh, S.H., Ketua KPU Contoh, menyatakan, “Jaga hak pilih.”',
      'Ani Contoh, S.H., Ketua KPU Contoh, juga menyatakan, “Kawal”.',
      'Beni Contoh, [lengkapi: jabatan], menyatakan, “Kami siap!”',
      'Pemantau Contoh menyatakan, “Data perlu dibuka”.',
      '[lengkapi: nama dan jabatan pembicara] menyatakan, “Setuju.”',
    ]);
    expect(lines.join('\n')).not.toContain('Ringkasan yang bukan kutipan');
  });

  it('gives a closing statement as it is noted, in quotation marks only where it was said so', () => {
    const lines = release(example(1));
    expect(lines).toContain(
      'Dalam pernyataan penutup, Azam Fikri, Ketua Bawaslu Kota Probolinggo, menyampaikan: Pemilu ' +
        'yang baik melibatkan partisipasi masyarakat, bukan hanya menghitung kehadiran di TPS, ' +
        'melainkan ikut memastikan tiap tahapan sesuai regulasi.',
    );
    const quoted = {
      ...emptyRecord(),
      attendance: [attendee('a', 'Ani Contoh', { position: 'Ketua' })],
      blocks: [
        statement([paragraph('Intinya ', exactly('terima kasih'))], {
          speaker: 'a',
          kind: 'closing statement',
        }),
      ],
    };
    expect(release(quoted)).toContain(
      'Dalam pernyataan penutup, Ani Contoh, Ketua, menyatakan, “terima kasih”.',
    );
  });

  it('keeps the quotation marks that belong to what was said', () => {
    const lines = release({
      ...emptyRecord(),
      blocks: [
        statement([paragraph(exactly('"Kawal" dan "jaga"'))]),
        statement([paragraph(exactly('"Kami siap"'))]),
      ],
    });
    expect(lines.some((line) => line.endsWith('“"Kawal" dan "jaga"”.'))).toBe(true);
    expect(lines.some((line) => line.endsWith('“Kami siap”.'))).toBe(true);
  });

  it('says of nobody that they came who is not recorded as having come', () => {
    const listed = release(example(0)).find((line) => line.includes('dihadiri')) ?? '';
    expect(listed).toBe(
      'Kegiatan ini dihadiri [lengkapi: jumlah peserta yang hadir]. Tercatat dalam daftar ' +
        'peserta: KPU Kota Prabumulih, Badan Kesatuan Bangsa dan Politik Kota Prabumulih, Bawaslu ' +
        'Kota Prabumulih, dan Lembaga pemantau pemilu dan pemilihan.',
    );
    const record = {
      ...emptyRecord(),
      attendance: [
        attendee('a', 'Ani Contoh', {
          organizationName: 'KPU Contoh',
          position: 'Ketua',
          day: { presence: 'hadir', role: 'pimpinan' },
        }),
        attendee('b', 'Beni Contoh', {
          organizationName: 'Bawaslu Contoh',
          day: { presence: 'izin', role: 'narasumber' },
        }),
        attendee('c', 'Pemantau Contoh', { type: 'group', day: { presence: 'hadir' } }),
      ],
    };
    expect(release(record).find((line) => line.includes('dihadiri'))).toBe(
      'Kegiatan ini dihadiri 1 orang dan 1 kelompok/lembaga [lengkapi: jumlah orangnya], dari KPU ' +
        'Contoh dan Pemantau Contoh. Kegiatan dipimpin oleh Ani Contoh (Ketua KPU Contoh).',
    );
  });

  it('marks everything that is missing, so that nobody sends it unnoticed', () => {
    const { pieces } = siaranPersDocument(inputOf(emptyRecord()));
    const highlighted = pieces.flatMap((piece) =>
      piece.type === 'text'
        ? piece.content.flatMap((node) =>
            node.type === 'text' && node.marks?.some(({ type }) => type === 'highlight')
              ? [node.text]
              : [],
          )
        : [],
    );
    expect(highlighted).toEqual([
      '[lengkapi: kota]',
      '[lengkapi: tanggal]',
      '[lengkapi: penyelenggara]',
      '[lengkapi: nama kegiatan]',
      '[lengkapi: tanggal kegiatan]',
      '[lengkapi: tempat]',
      '[lengkapi: peserta dan jumlahnya]',
      '[lengkapi: tujuan kegiatan]',
      '[lengkapi: topik]',
      '[lengkapi: kutipan langsung dengan nama dan jabatan pembicara]',
      '[lengkapi: Humas dan nama kantor]',
      '[lengkapi: nama dan nomor narahubung]',
    ]);
    expect(release(emptyRecord())[1]).toBe('[lengkapi: judul]');
    expect(release(emptyRecord()).join('\n')).not.toMatch(/undefined|null|NaN|Invalid/);
  });

  it('parts topics with a comma in them by semicolons', () => {
    const blocks = [agendaItem('Data, informasi'), agendaItem('Logistik')];
    expect(release({ ...emptyRecord(), blocks }).join('\n')).toContain(
      'Agenda kegiatan ini meliputi Data, informasi; Logistik.',
    );
  });

  it('is signed only where the office says so', () => {
    expect(siaranPersDocument(inputOf(example(0))).pieces.map(({ type }) => type)).not.toContain(
      'signatures',
    );
    const settings = { signatures: { 'siaran-pers': DEFAULT_SIGNATURES['siaran-pers'] } };
    expect(
      siaranPersDocument(inputOf(example(0), { settings })).pieces.map(({ type }) => type),
    ).toContain('signatures');
  });
});
