import { randomUUID } from 'node:crypto';

import type { SavedExport } from '../../shared/contract/exports.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { TableFormat } from '../../shared/contract/tables.ts';
import { documentFileName } from '../../shared/official/file-name-pattern.ts';
import { attendanceTable } from '../export/tables/attendance-table.ts';
import { sessionsTable } from '../export/tables/sessions-table.ts';
import type { ExportTable } from '../export/tables/table.ts';
import { removeTemporaries } from '../export/write-together.ts';
import type { ExportPlaces } from './export-places.ts';
import type { Exports } from './exports.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import type { StorageCall } from './storage-call.ts';

interface TablesOptions {
  readonly call: StorageCall;
  readonly exports: Exports;
  readonly places: ExportPlaces;
  readonly clock: () => number;
  readonly log: Log;
}

/** Exports lists for spreadsheets to places that the user chooses. */
export function createTables(
  options: TablesOptions,
): Pick<Handlers<'main'>, 'tables.attendance' | 'tables.sessions'> {
  const { call, exports, places, clock, log } = options;

  const save = async (
    table: ExportTable,
    about: { readonly judul: string; readonly tanggal: string },
    format: TableFormat,
  ): Promise<SavedExport | null> => {
    const facts = { dokumen: table.name, jenis: '', nomor: '', lembaga: '', ...about };
    const fileName = documentFileName('{dokumen} {judul} {tanggal}', facts, `.${format}`);
    const file = await places.askForFile(fileName, `${format}File`);
    if (file === null) return null;
    const { path: targetPath, mayReplace } = file;
    const mark = randomUUID().slice(0, 8);
    try {
      await runJob({ type: 'write-table', table, format, targetPath, mayReplace, mark }, log);
    } catch (error) {
      await removeTemporaries([targetPath], mark);
      throw error;
    }
    return exports.noteSaved(targetPath);
  };

  return {
    'tables.attendance': async ({ sessionId, format }) => {
      const [session, lines] = await Promise.all([
        call('sessions.get', { id: sessionId }),
        call('attendance.list', { sessionId }),
      ]);
      const date = session.days.find((day) => day.date !== null)?.date ?? '';
      return save(
        attendanceTable(session, lines),
        { judul: session.title || session.theme, tanggal: date },
        format,
      );
    },
    'tables.sessions': async ({ ids, format }) => {
      const known = new Map((await call('sessions.list', {})).map((one) => [one.id, one]));
      const today = new Intl.DateTimeFormat('sv-SE').format(clock());
      const sessions = ids.flatMap((id) => known.get(id) ?? []);
      return save(sessionsTable(sessions), { judul: '', tanggal: today }, format);
    },
  };
}
