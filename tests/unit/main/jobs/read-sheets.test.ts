import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';

import { runReadSheets } from '../../../../src/main/jobs/read-sheets.ts';
import { AppError } from '../../../../src/shared/contract/errors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-sheets-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, content: Uint8Array | string) {
  const path = join(folder, name);
  await writeFile(path, content);
  return runReadSheets({ type: 'read-sheets', path });
}
const refusal = async (name: string, content: Uint8Array | string): Promise<string> =>
  read(name, content).then(
    () => 'read',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

const ROWS = [
  ['Nama', 'Jabatan'],
  ['Budi Contoh, S.H.', 'Ketua; merangkap anggota'],
  ['Renée Misal', ''],
];

describe('CSV', () => {
  test.each([',', ';', '\t', '|'])('is read whatever parts its cells: "%s"', async (delimiter) => {
    const text = ROWS.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n');
    expect(await read('daftar.csv', text)).toEqual([{ name: 'daftar', rows: ROWS }]);
  });

  test('is read in UTF-8 with and without its mark, UTF-16 and Windows-1252', async () => {
    const text = ROWS.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\n');
    const bytes = [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text, 'latin1'),
    ];
    for (const content of bytes) {
      expect((await read('daftar.csv', content))[0]?.rows).toEqual(ROWS);
    }
  });

  test('may say itself what parts its cells', async () => {
    expect((await read('d.csv', 'sep=|\r\nNama|Jabatan, lama\r\n'))[0]?.rows).toEqual([
      ['Nama', 'Jabatan, lama'],
    ]);
  });

  test('keeps what looks like a formula as the words that it is', async () => {
    expect((await read('d.csv', 'Nama\n=1+1\n@Budi\n'))[0]?.rows).toEqual([
      ['Nama'],
      ['=1+1'],
      ['@Budi'],
    ]);
  });
});

describe('XLSX', () => {
  test('is read sheet by sheet: text, long numbers, dates, times, empty cells', async () => {
    const cells = [
      [{ value: 'Nama' }, { value: 'NIP' }, { value: 'Masuk' }],
      [
        { value: 'Budi Contoh' },
        { value: '198501012010011001' },
        { value: new Date('2025-03-06T09:11:00Z'), type: Date, format: 'dd/mm/yyyy hh:mm' },
      ],
      [null, { value: 12, type: Number }, { value: true, type: Boolean }],
    ] as const;
    const { toBuffer } = writeXlsx([
      { data: cells.map((row) => [...row]), sheet: 'Hari 1' },
      { data: [], sheet: 'Kosong' },
    ]);
    expect(await read('hadir.xlsx', await toBuffer())).toEqual([
      {
        name: 'Hari 1',
        rows: [
          ['Nama', 'NIP', 'Masuk'],
          ['Budi Contoh', '198501012010011001', '2025-03-06 09:11'],
          ['', '12', 'ya'],
        ],
      },
    ]);
  });
});

test('what cannot be read is refused with what is wrong', async () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  expect(await refusal('lama.xls', Buffer.concat([ole, Buffer.alloc(512)]))).toBe(
    'sheet-encrypted',
  );
  expect(await refusal('rusak.xlsx', 'PK\u0003\u0004bukan zip')).toBe('sheet-unreadable');
  expect(await refusal('kosong.csv', '\n\n')).toBe('sheet-empty');
  expect(await refusal('biner.csv', Buffer.from([1, 0, 2, 0, 0, 0]))).toBe('sheet-unreadable');
  expect(await refusal('besar.csv', 'Budi Contoh\n'.repeat(5001))).toBe('sheet-too-large');
  await expect(
    runReadSheets({ type: 'read-sheets', path: join(folder, 'tidak-ada.csv') }),
  ).rejects.toMatchObject({ code: 'file-unreadable' });
});
