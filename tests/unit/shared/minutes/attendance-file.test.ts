import { describe, expect, test } from 'vitest';

import { clockIn } from '../../../../src/shared/minutes/attendance-columns.ts';
import type { AttendanceSheet } from '../../../../src/shared/minutes/attendance-file.ts';
import {
  guessReading,
  headingsKey,
  readingWithHeadings,
  readSheetLines,
} from '../../../../src/shared/minutes/attendance-file.ts';

const sheetOf = (text: string): AttendanceSheet => ({
  name: 'Lembar',
  rows: text.split('\n').map((line) => line.split(';')),
});
const linesOf = (sheet: AttendanceSheet) => readSheetLines(sheet, guessReading(sheet));

describe('a list of an office', () => {
  const LIST = sheetOf(
    [
      'DAFTAR HADIR RAPAT KOORDINASI;;;;',
      'Kamis, 6 Maret 2025;;;;',
      ';;;;',
      'No;Nama;Jabatan;Instansi;Keterangan',
      '1;Dr. Budi Contoh, S.H.;Ketua;KPU Kota Contoh;Hadir',
      '2;Siti Misal;Anggota;Bawaslu Kota Contoh;Izin',
      ';;;;',
    ].join('\n'),
  );

  test('has its headings below a title', () => {
    expect(guessReading(LIST)).toEqual({
      headings: 3,
      isOnline: false,
      columns: ['number', 'name', 'position', 'organization', 'presence'],
    });
  });

  test('is read line by line, with the rows of the file', () => {
    expect(linesOf(LIST)).toMatchObject([
      {
        lineNumber: 5,
        name: 'Budi Contoh',
        titleBefore: 'Dr.',
        titleAfter: 'S.H.',
        position: 'Ketua',
        organization: 'KPU Kota Contoh',
        presence: 'hadir',
      },
      { lineNumber: 6, name: 'Siti Misal', presence: 'izin' },
    ]);
  });

  test('is read otherwise where the user says what the columns are', () => {
    const reading = guessReading(LIST);
    const columns = reading.columns.map((column) => (column === 'position' ? 'role' : column));
    expect(readSheetLines(LIST, { ...reading, columns })[0]).toMatchObject({
      position: '',
      role: 'Ketua',
    });
  });

  test('has a key by its headings, whatever its rows; none without headings', () => {
    const reading = guessReading(LIST);
    const other = { ...LIST, rows: [...LIST.rows.slice(0, 4), ['1', 'Rani Misal', '', '', '']] };
    expect(headingsKey(other, guessReading(other))).toBe(headingsKey(LIST, reading));
    expect(headingsKey(LIST, readingWithHeadings(LIST, -1, false))).toBeNull();
  });
});

test('a list without headings is told by its cells', () => {
  const sheet = sheetOf('Budi Contoh;Ketua;KPU Kota Contoh\nSiti Misal;Anggota;Bawaslu Kota Misal');
  expect(guessReading(sheet)).toMatchObject({ headings: -1 });
  expect(linesOf(sheet)).toMatchObject([
    { name: 'Budi Contoh', position: 'Ketua', organization: 'KPU Kota Contoh' },
    { name: 'Siti Misal', position: 'Anggota', organization: 'Bawaslu Kota Misal' },
  ]);
});

describe('lists of online meetings', () => {
  test('Zoom: facts of the meeting above, one line for each time somebody came', () => {
    const sheet = sheetOf(
      [
        'Topic;ID;Host name;Duration (minutes);Start time;Participants',
        'Rakor Contoh;812 0000 0000;KPU Kota Contoh;95;03/06/2025 08:55:01 AM;3',
        '',
        'Name (original name);Email;Join time;Leave time;Duration (minutes);Guest',
        'KPU Kota Contoh_Budi Contoh;;03/06/2025 09:01:10 AM;03/06/2025 09:20:00 AM;19;No',
        'Siti Misal (siti m);;03/06/2025 09:05:00 AM;03/06/2025 12:31:00 PM;206;Yes',
        'KPU Kota Contoh_Budi Contoh;;03/06/2025 09:25:10 AM;03/06/2025 12:30:00 PM;185;No',
        'galaxy_a12;;03/06/2025 09:07:00 AM;03/06/2025 09:09:00 AM;2;Yes',
      ].join('\n'),
    );
    expect(guessReading(sheet)).toMatchObject({ headings: 3, isOnline: true });
    expect(linesOf(sheet)).toMatchObject([
      {
        name: 'Budi Contoh',
        organization: 'KPU Kota Contoh',
        presence: 'daring',
        arrived: '09:01',
        left: '12:30',
        isUnclear: false,
      },
      { name: 'Siti Misal', organization: '', arrived: '09:05', left: '12:31' },
      { name: 'galaxy_a12', isUnclear: true },
    ]);
  });

  test('two who were there at the same time, or under two addresses, stay two', () => {
    const sheet = sheetOf(
      [
        'Name (original name);Email;Join time;Leave time',
        'iPhone;;09:00;09:30',
        'iPhone;;09:10;09:40',
        'Budi Contoh;budi@contoh.test;09:00;09:10',
        'Budi Contoh;b2@contoh.test;09:20;09:30',
        'Budi Contoh;budi@contoh.test;09:40;09:50',
      ].join('\n'),
    );
    expect(
      linesOf(sheet).map(({ name, arrived, left, rowCount }) => [name, arrived, left, rowCount]),
    ).toEqual([
      ['iPhone', '09:00', '09:30', undefined],
      ['iPhone', '09:10', '09:40', undefined],
      ['Budi Contoh', '09:00', '09:50', 2],
      ['Budi Contoh', '09:20', '09:30', undefined],
    ]);
  });

  test('Google Meet: first and last name, times on a clock of twelve hours', () => {
    const sheet = sheetOf(
      [
        'First name;Last name;Email;Duration;Time joined;Time exited',
        'Budi;Contoh;budi@contoh.test;1 hr 2 min;1:03 PM;2:05 PM',
        'Siti;;siti@contoh.test;5 min;9.10;',
      ].join('\n'),
    );
    expect(linesOf(sheet)).toMatchObject([
      { name: 'Budi Contoh', presence: 'daring', arrived: '13:03', left: '14:05' },
      { name: 'Siti', arrived: '09:10', left: null },
    ]);
  });

  test('Teams: the list ends where the next one begins', () => {
    const sheet = sheetOf(
      [
        '1. Summary',
        'Meeting title;Rapat Contoh',
        '',
        '2. Participants',
        'Name;First Join;Last Leave;In-Meeting Duration;Email;Role',
        'Budi Contoh;3/6/25, 9:01:10 AM;3/6/25, 10:00:00 AM;58m;budi@contoh.test;Organizer',
        '',
        '3. In-Meeting Activities',
        'Name;Join Time;Leave Time',
        'Budi Contoh;3/6/25, 9:01:10 AM;3/6/25, 10:00:00 AM',
      ].join('\n'),
    );
    expect(linesOf(sheet)).toMatchObject([
      { name: 'Budi Contoh', arrived: '09:01', left: '10:00' },
    ]);
    expect(linesOf(sheet)).toHaveLength(1);
  });
});

test.each([
  ['18/02/2025 09:11:03 PM', '21:11'],
  ['18.02.2025 09.11', '09:11'],
  ['2025-02-18 12:05 am', '00:05'],
  ['12:05 p.m.', '12:05'],
  ['18/02/2025', null],
  ['', null],
  ['99:99', null],
])('the time of day in "%s" is %s', (cell, time) => {
  expect(clockIn(cell)).toBe(time);
});
