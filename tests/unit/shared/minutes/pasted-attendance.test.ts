import { describe, expect, test } from 'vitest';

import { attendanceIdSchema } from '../../../../src/shared/ids.ts';
import type { PastedLine } from '../../../../src/shared/minutes/pasted-attendance.ts';
import {
  findDuplicates,
  parsePastedAttendance,
} from '../../../../src/shared/minutes/pasted-attendance.ts';
import type { Attendance } from '../../../../src/shared/minutes/people.ts';

/** Name, position and organization of each line; "?" marks those to be corrected. */
const read = (text: string): readonly string[] =>
  parsePastedAttendance(text).map((line) =>
    [line.isUnclear ? '?' : '', line.name, line.position, line.organization].join('|'),
  );
const only = (text: string): PastedLine => {
  const [line, ...others] = parsePastedAttendance(text);
  expect(others).toEqual([]);
  if (line === undefined) throw new Error('no line was read');
  return line;
};

describe('a list from a chat', () => {
  test('numbers, bullets, emoji and bold marks are not part of the name', () => {
    const text = [
      '1. Budi Contoh (KPU Kota Contoh)',
      '2) Ibu Siti Contoh, S.Pd - Bawaslu',
      '(3) *Rani Misal* ✅',
      '4️⃣ Ketut Umpama 🙏🏽',
      '• Made Andai',
      '- 5. Wayan Ibarat ☑️',
      '✓ Nyoman Seumpama',
      '',
      '7.',
      '⠀',
    ].join('\r\n');
    expect(read(text)).toEqual([
      '|Budi Contoh||KPU Kota Contoh',
      '|Siti Contoh||Bawaslu',
      '|Rani Misal||',
      '|Ketut Umpama||',
      '|Made Andai||',
      '|Wayan Ibarat||',
      '|Nyoman Seumpama||',
    ]);
    expect(parsePastedAttendance(text).map((line) => line.lineNumber)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  test('position, organization, phone, role and presence beside a name are told apart', () => {
    expect(
      only('1. Dr. Budi Contoh, S.H., M.H. - Ketua KPU Kota Contoh - 0812-0000-0000 (moderator)'),
    ).toMatchObject({
      name: 'Budi Contoh',
      titleBefore: 'Dr.',
      titleAfter: 'S.H., M.H.',
      position: 'Ketua',
      organization: 'KPU Kota Contoh',
      phone: '0812-0000-0000',
      role: 'moderator',
      isUnclear: false,
    });
    expect(only('Siti Contoh, Kasubbag Hukum, Bawaslu Provinsi Contoh (izin)')).toMatchObject({
      name: 'Siti Contoh',
      position: 'Kasubbag Hukum',
      organization: 'Bawaslu Provinsi Contoh',
      presence: 'izin',
    });
  });

  test('the organization may stand first, and a heading names it for the lines below', () => {
    expect(read('KPU Kota Contoh - Budi Contoh\nKetua: Siti Contoh')).toEqual([
      '|Budi Contoh||KPU Kota Contoh',
      '|Siti Contoh|Ketua|',
    ]);
    expect(
      read(
        '*Bawaslu Kota Contoh*\n1. Budi Contoh\n2. Siti Contoh (Staf)\n\nKPU Kota Contoh:\n1. Rani Misal',
      ),
    ).toEqual([
      '|Budi Contoh||Bawaslu Kota Contoh',
      '|Siti Contoh|Staf|Bawaslu Kota Contoh',
      '|Rani Misal||KPU Kota Contoh',
    ]);
  });

  test('chat lines give who wrote, and presence where the message states it', () => {
    const text = [
      '[18/02/25 09.11] Budi Contoh: Hadir',
      '[18/02/25, 09.12.30] ~ Siti Contoh: izin 🙏',
      '[09.13, 18/2/2025] Rani Misal: daring',
      '18/02/25 09.14 - Ketut Umpama: hadir',
      '[18/02/25 09.15] +62 812-0000-0000: Made Andai, KPU Kota Contoh',
      '[18/02/25 09.16] Admin Grup: Wayan Ibarat - Bawaslu Kota Contoh',
      '[18/02/25 09.17] Nyoman Misal: nanti saya menyusul ya',
    ].join('\n');
    expect(parsePastedAttendance(text)).toMatchObject([
      { name: 'Budi Contoh', presence: 'hadir', isUnclear: false },
      { name: 'Siti Contoh', presence: 'izin', isUnclear: false },
      { name: 'Rani Misal', presence: 'daring', isUnclear: false },
      { name: 'Ketut Umpama', presence: 'hadir', isUnclear: false },
      { name: 'Made Andai', organization: 'KPU Kota Contoh', phone: '+62 812-0000-0000' },
      { name: 'Wayan Ibarat', organization: 'Bawaslu Kota Contoh', isUnclear: false },
      { name: 'Nyoman Misal', presence: null, isUnclear: true },
    ]);
  });

  test('a head count makes a group; it is never guessed', () => {
    expect(only('3. Mahasiswa FISIP (12 orang)')).toMatchObject({ type: 'group', headCount: 12 });
    expect(only('- Muslimat')).toMatchObject({
      type: 'group',
      name: 'Muslimat',
      headCount: null,
      isUnclear: true,
    });
    expect(only('Perwakilan mahasiswa - 5 orang')).toMatchObject({
      type: 'group',
      name: 'Perwakilan mahasiswa',
      position: '',
      headCount: 5,
      isUnclear: false,
    });
    expect(only('KPU Kota Contoh: 4 orang')).toMatchObject({
      name: 'KPU Kota Contoh',
      headCount: 4,
    });
  });

  test.each([
    ['10. AKBP Budi Contoh, S.I.K. / Kapolres Contoh', '|Budi Contoh|Kapolres Contoh|'],
    ['Kejari : Budi Contoh, SH', '|Budi Contoh||Kejari'],
    ['Budi Contoh  081200000000', '|Budi Contoh||'],
    ['Anggota KPU Kota Contoh, Budi Contoh', '|Budi Contoh|Anggota|KPU Kota Contoh'],
    ['Ketua, KPU Kota Contoh (Budi Contoh)', '|Budi Contoh|Ketua|KPU Kota Contoh'],
    ['Siti Contoh - hadir, Pak ✅', '|Siti Contoh||'],
    ['Muslimat NU 2 orang', '|Muslimat NU||'],
    ['Budi Contoh, S.H., M.Kn., Notaris', '?|Budi Contoh||Notaris'],
    ['Budi Contoh_KPU Kota Contoh', '?|Budi Contoh_KPU Kota Contoh||'],
    ['Kapolres (diwakili Budi Contoh)', '?|diwakili Budi Contoh|Kapolres|'],
    ['Siap hadir', '?|Siap hadir||'],
    ['@6281200000000', '?|||'],
    ['18/02/25 09.20 - Budi Contoh menambahkan Siti', '?|Budi Contoh menambahkan Siti||'],
    ['[18/02/25 09.11] Budi Contoh - KPU: Hadir Pak', '|Budi Contoh||KPU'],
    ['[18/02/25 09.11] +62 812-0000-0000: hadir', '?|||'],
  ])('as people write it: %s', (typed, expected) => {
    expect(read(typed)).toEqual([expected]);
  });

  // Where a pattern tried every way to cut it, this would not end.
  test('a long text is no attendee', () => {
    const [line] = parsePastedAttendance('Budi 1 '.repeat(50_000));
    expect(line?.isUnclear).toBe(true);
  });

  test('somebody known only by position stays without a name and is to be checked', () => {
    expect(only('Kasubag Teknis KPU Kota Contoh')).toMatchObject({
      type: 'person',
      name: '',
      position: 'Kasubag Teknis',
      organization: 'KPU Kota Contoh',
      isUnclear: true,
    });
  });

  test('lines that are no names are shown for correction, not dropped and not taken for names', () => {
    expect(
      read(
        'Daftar hadir rapat:\nHari/Tanggal: Selasa\nBudi Contoh - Prabumulih\nhttps://contoh.id/x?1',
      ),
    ).toEqual([
      '?|Daftar hadir rapat||',
      '?|Hari/Tanggal: Selasa||',
      '?|Budi Contoh||Prabumulih',
      expect.stringMatching(/^\?/u),
    ]);
  });

  test('names alone, one per line', () => {
    expect(read('Budi Contoh\n  Siti Contoh, S.Pd.  \nM. Rani Misal')).toEqual([
      '|Budi Contoh||',
      '|Siti Contoh||',
      '|M. Rani Misal||',
    ]);
  });
});

describe('a table from a spreadsheet', () => {
  test('a row of headings says what the columns are', () => {
    const text = [
      'DAFTAR HADIR\t\t\t\t',
      'No\tNama Lengkap\tJabatan\tInstansi\tNo. HP\tTanda Tangan',
      '1\tDr. Budi Contoh, S.H.\tKetua\tKPU Kota Contoh\t0812-0000-0000\t',
      '2\tSiti Contoh\t\tBawaslu Kota Contoh\t\t',
      '3\t\t\t\t\t',
    ].join('\n');
    expect(read(text)).toEqual([
      '|Budi Contoh|Ketua|KPU Kota Contoh',
      '|Siti Contoh||Bawaslu Kota Contoh',
    ]);
    expect(parsePastedAttendance(text)[0]).toMatchObject({
      lineNumber: 3,
      titleBefore: 'Dr.',
      titleAfter: 'S.H.',
      phone: '0812-0000-0000',
    });
  });

  test('"Jabatan/Instansi" in one column is told apart', () => {
    expect(
      read('Nama\tJabatan/Instansi\nBudi Contoh\tSekretaris KPU Kota Contoh\nSiti Contoh\tBawaslu'),
    ).toEqual(['|Budi Contoh|Sekretaris|KPU Kota Contoh', '|Siti Contoh||Bawaslu']);
  });

  test('without headings the content tells', () => {
    expect(
      read(
        '1\tKPU Kota Contoh\tBudi Contoh\tKetua\t081200000000\n2\tBawaslu\tSiti Contoh\tAnggota\t081200000001',
      ),
    ).toEqual(['|Budi Contoh|Ketua|KPU Kota Contoh', '|Siti Contoh|Anggota|Bawaslu']);
    expect(read('Budi Contoh\tPrabumulih\nSiti Contoh\tPalembang')).toEqual([
      '|Budi Contoh||Prabumulih',
      '|Siti Contoh||Palembang',
    ]);
    expect(read('Budi Contoh\tPerencana\tPalembang')).toEqual(['|Budi Contoh|Perencana|Palembang']);
  });

  test('titles in their own columns, NIP and presence', () => {
    const text =
      'Gelar Depan\tNama\tGelar Belakang\tNIP\tKehadiran\nDr.\tBudi Contoh\tS.H.\t19700101 199001 1 001\tDaring';
    expect(parsePastedAttendance(text)).toMatchObject([
      {
        name: 'Budi Contoh',
        titleBefore: 'Dr.',
        titleAfter: 'S.H.',
        nip: '19700101 199001 1 001',
        presence: 'daring',
      },
    ]);
  });

  test('a cell with a line break in quotes is one cell, a lone quote is a letter', () => {
    expect(read('Budi Contoh\t"KPU\nKota ""Contoh"""\nSiti Contoh\t"Bawaslu')).toEqual([
      '|Budi Contoh||KPU Kota "Contoh"',
      '|Siti Contoh||"Bawaslu',
    ]);
  });

  test('a row without a name is to be corrected', () => {
    expect(read('Nama\tJabatan\n\tKetua')).toEqual(['?||Ketua|']);
  });

  test('2,000 rows are read', () => {
    const text = Array.from(
      { length: 2000 },
      (_, n) => `${n}\t"Peserta Contoh ${n}"\tAnggota`,
    ).join('\n');
    expect(parsePastedAttendance(text)).toHaveLength(2000);
  });
});

describe('duplicates', () => {
  const listed = (name: string, organizationName: string): Attendance => ({
    id: attendanceIdSchema.parse(`hadir-${name}`),
    type: 'person',
    personId: null,
    name,
    titleBefore: 'Dr.',
    titleAfter: '',
    nip: '',
    rank: '',
    position: '',
    organizationId: null,
    organizationName,
    headCount: null,
    days: [],
  });

  test('those on the list and those pasted twice are marked; another organization is another person', () => {
    const lines = parsePastedAttendance(
      [
        'BUDI CONTOH (KPU Kota Contoh)',
        'Budi Contoh (Bawaslu)',
        'Budi Contoh',
        'Siti Contoh',
        'siti  contoh',
        'Rani Misal',
      ].join('\n'),
    );
    const found = findDuplicates(lines, [listed('Budi Contoh', 'KPU Kota Contoh')]);
    expect(found.map((each) => each?.type ?? null)).toEqual([
      'listed',
      null,
      'listed',
      null,
      'pasted',
      null,
    ]);
    expect(found[4]).toEqual({ type: 'pasted', lineNumber: 4 });
  });
});

test('nothing pasted is nothing', () => {
  expect(parsePastedAttendance(' \n\t\n')).toEqual([]);
});
