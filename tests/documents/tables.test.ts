import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';

import { attendanceTable } from '../../src/main/export/tables/attendance-table.ts';
import { sessionsTable } from '../../src/main/export/tables/sessions-table.ts';
import { tableCsv, tableXlsx } from '../../src/main/export/tables/table-files.ts';
import type { ExportTable } from '../../src/main/export/tables/table.ts';
import { readZip, inflated } from '../../src/main/opc/zip.ts';
import { exampleEntries, recordOf } from './records.ts';

const records = exampleEntries().map(recordOf);

const sheetOf = async (table: ExportTable) =>
  (await readXlsx(Buffer.from(await tableXlsx(table))))[0];
const linesOf = (table: ExportTable): readonly string[] =>
  Buffer.from(tableCsv(table)).toString('utf8').trimEnd().split('\r\n');

test.each(records.map((record) => [record.session.title, record] as const))(
  'the attendance of "%s" has one row for each line, in both formats',
  async (_title, { session, attendance }) => {
    const table = attendanceTable(session, attendance);
    const sheet = await sheetOf(table);
    expect(sheet?.sheet).toBe('Daftar hadir');
    expect(sheet?.data).toHaveLength(attendance.length + 1);
    expect(linesOf(table)).toHaveLength(attendance.length + 1);
    const names = attendance.map((line) => line.name).filter(Boolean);
    for (const name of names) expect(JSON.stringify(sheet?.data)).toContain(name);
    expect(table.columns).toHaveLength(5 + 5 * session.days.length);
  },
);

test('a list of sessions has its dates as dates', async () => {
  const sessions = records.map(({ session }) => {
    const dates = session.days.flatMap(({ date }) => date ?? []);
    return {
      ...session,
      firstDate: dates[0] ?? null,
      lastDate: dates.at(-1) ?? null,
      hosts: session.hosts.map(({ name }) => name),
    };
  });
  const [headings, ...rows] = (await sheetOf(sessionsTable(sessions)))?.data ?? [];
  expect(headings?.slice(0, 4)).toEqual(['Tanggal', 'Sampai', 'Jenis', 'Judul']);
  expect(rows.map((row) => row[0] ?? null)).toEqual(
    sessions.map(({ firstDate }) => firstDate && new Date(`${firstDate}T00:00:00Z`)),
  );
  expect(rows.map((row) => row[3] ?? '')).toEqual(sessions.map(({ title }) => title));
});

test('nothing that was typed is ever carried out as a formula', async () => {
  const table: ExportTable = {
    name: 'Uji',
    columns: [{ heading: 'Nama', widthLetters: 10 }],
    rows: [['=HYPERLINK("http://contoh.test")'], ['@SUM(A1)'], ['+62 812'], ['-1'], ['Budi']],
  };
  expect(linesOf(table)).toEqual([
    '\ufeffNama',
    `"'=HYPERLINK(""http://contoh.test"")"`,
    `"'@SUM(A1)"`,
    `"'+62 812"`,
    `"'-1"`,
    'Budi',
  ]);
  const parts = readZip(await tableXlsx(table), {
    largestBytes: 1e6,
    largestInflatedBytes: 1e7,
    mostEntries: 100,
  });
  const sheet = parts.find(({ name }) => name === 'xl/worksheets/sheet1.xml');
  if (sheet === undefined) throw new Error('no sheet');
  // A formula would stand in an element <f>; these are texts.
  expect(new TextDecoder().decode(inflated(sheet))).not.toMatch(/<f[ >]/);
  expect((await sheetOf(table))?.data.slice(1)).toEqual(table.rows);
});
