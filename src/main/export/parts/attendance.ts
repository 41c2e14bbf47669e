import type { Attendance } from '../../../shared/minutes/people.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import type { SessionDay } from '../../../shared/minutes/session.ts';
import { attendanceRows, attendanceSummary } from '../attendance-rows.ts';
import type { Piece } from '../official-document.ts';
import { LONG_BLANK, SHORT_BLANK, plainNode, textPiece } from './text.ts';

/** The lines of a list of attendance in a ruled table. */
export function attendanceTable(
  attendance: readonly Attendance[],
  days: readonly SessionDay[],
): Piece {
  const rows = attendanceRows(attendance, days).map((row, index) => [
    [plainNode(String(index + 1))],
    [plainNode(row.name === '' ? SHORT_BLANK : row.name)],
    row.position === '' ? [] : [plainNode(row.position)],
    row.remarks.map(plainNode),
  ]);
  return {
    type: 'table',
    description: 'Daftar peserta: nomor, nama, jabatan atau instansi, dan keterangan kehadiran',
    columns: [
      { title: 'No', widthMm: 11, alignment: 'center' },
      { title: 'Nama', widthMm: 49, alignment: 'start' },
      { title: 'Jabatan/Instansi', widthMm: 61, alignment: 'start' },
      { title: 'Keterangan', widthMm: null, alignment: 'start' },
    ],
    rows,
    minRowHeightMm: 0,
  };
}

/** Who was there, with what is known of each; a line to be filled in where nobody is recorded. */
export function attendancePieces({ attendance, session }: SessionRecord): readonly Piece[] {
  if (attendance.length === 0) return [textPiece(LONG_BLANK, { label: '1.' })];
  return [
    attendanceTable(attendance, session.days),
    textPiece(attendanceSummary(attendance, session.days), {
      alignment: 'start',
      size: 'small',
      spaceBeforeMm: 1.5,
    }),
  ];
}
