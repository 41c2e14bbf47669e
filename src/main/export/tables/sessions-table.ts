import type { SessionSummary } from '../../../shared/minutes/session.ts';
import type { Cell, ExportTable } from './table.ts';

const COLUMNS = [
  { heading: 'Tanggal', widthLetters: 12 },
  { heading: 'Sampai', widthLetters: 12 },
  { heading: 'Jenis', widthLetters: 20 },
  { heading: 'Judul', widthLetters: 60 },
  { heading: 'Tempat', widthLetters: 32 },
  { heading: 'Penyelenggara', widthLetters: 36 },
  { heading: 'Status', widthLetters: 12 },
] as const;

const dateCell = (date: string | null): Cell => (date === null ? null : { date });

/** Sessions one under the other, in the order in which they come. */
export function sessionsTable(sessions: readonly SessionSummary[]): ExportTable {
  return {
    name: 'Daftar sesi',
    columns: COLUMNS,
    rows: sessions.map(({ firstDate, lastDate, kind, title, place, hosts, status }) => [
      dateCell(firstDate),
      dateCell(lastDate === firstDate ? null : lastDate),
      kind || null,
      title || null,
      place || null,
      hosts.join(', ') || null,
      status,
    ]),
  };
}
