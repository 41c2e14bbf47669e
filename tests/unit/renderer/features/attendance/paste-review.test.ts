import { expect, test } from 'vitest';

import type { LineEdit } from '../../../../../src/renderer/features/attendance/paste-review.ts';
import { entryFor, review } from '../../../../../src/renderer/features/attendance/paste-review.ts';
import { newAttendanceSchema } from '../../../../../src/shared/contract/people.ts';
import { parsePastedAttendance } from '../../../../../src/shared/minutes/pasted-attendance.ts';

const reviewed = (text: string, edits: readonly (readonly [number, LineEdit])[] = []) =>
  review(parsePastedAttendance(text), new Map(edits), { listed: [], people: [] });
const included = (text: string, edits: readonly (readonly [number, LineEdit])[] = []) =>
  reviewed(text, edits).map((row) => row.isIncluded);

const TEXT = 'Budi Contoh\nSiti Contoh - Prabumulih\nbudi contoh';

test('unclear and repeated lines are left out until the user says otherwise', () => {
  expect(included(TEXT)).toEqual([true, false, false]);
  expect(included(TEXT, [[3, { isIncluded: true }]])).toEqual([true, false, true]);
  expect(included(TEXT, [[1, { isIncluded: false }]])).toEqual([false, false, false]);
});

test('a corrected name makes a line certain, splits its titles and ends a repetition', () => {
  const rows = reviewed(TEXT, [
    [2, { fullName: 'Hj. Siti Contoh, S.H.', organization: 'KPU Kota Prabumulih' }],
    [3, { fullName: 'Rani Misal' }],
  ]);
  expect(rows.map((row) => row.isIncluded)).toEqual([true, true, true]);
  expect(rows[1]?.line).toMatchObject({
    name: 'Siti Contoh',
    titleBefore: 'Hj.',
    titleAfter: 'S.H.',
    organization: 'KPU Kota Prabumulih',
  });
  expect(rows[1]?.shownName).toBe('Hj. Siti Contoh, S.H.');
});

test('a line without any words is never added, one too long waits to be shortened', () => {
  expect(included('Budi Contoh', [[1, { fullName: ' ', isIncluded: true }]])).toEqual([false]);
  const long = `Budi ${'x'.repeat(300)}`;
  expect(included(long, [[1, { isIncluded: true }]])).toEqual([false]);
});

test('every included line makes an entry that the archive takes', () => {
  const text = [
    'Dr. Budi Contoh, S.H. - Ketua KPU Kota Contoh - 0812-0000-0000 (moderator)',
    'Mahasiswa (12 orang)',
    'Kasubag Teknis KPU Kota Contoh',
  ].join('\n');
  const entries = reviewed(text).map((row) => entryFor(row.line));
  for (const entry of entries) expect(newAttendanceSchema.safeParse(entry).success).toBe(true);
  expect(entries).toMatchObject([
    {
      type: 'person',
      person: { name: 'Budi Contoh', titleBefore: 'Dr.', phone: '0812-0000-0000' },
      position: 'Ketua',
      organizationName: 'KPU Kota Contoh',
      role: 'moderator',
    },
    { type: 'group', name: 'Mahasiswa', headCount: 12 },
    { type: 'person', person: { unnamed: true }, position: 'Kasubag Teknis' },
  ]);
});
