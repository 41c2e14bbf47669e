import { z } from 'zod';

import { ATTENDANCE_COLUMNS } from '../minutes/attendance-columns.ts';
import type { AttendanceColumn } from '../minutes/attendance-columns.ts';
import type { AttendanceSheet } from '../minutes/attendance-file.ts';
import { call, returns } from './define.ts';

const headingsSchema = z.string().min(1).max(40_000);

export interface AttendanceFile {
  readonly fileName: string;
  readonly sheets: readonly AttendanceSheet[];
}

/** Lists of attendees that come as files. */
export const attendanceFileCalls = {
  /**
   * Asks for a CSV or XLSX file and reads its cells; null where cancelled. Throws `file-unreadable`,
   * `sheet-too-large` { rows, columns }, `sheet-encrypted`, `sheet-unreadable`, `sheet-empty`.
   */
  'attendanceFiles.choose': call('main', () => z.object({}), returns<AttendanceFile | null>()),
  /** Which columns were chosen for a file of these headings; null where none ever was. */
  'attendanceFiles.mapping': call(
    'storage',
    () => z.object({ headings: headingsSchema }),
    returns<readonly AttendanceColumn[] | null>(),
  ),
  'attendanceFiles.remember': call(
    'storage',
    () =>
      z.object({
        headings: headingsSchema,
        columns: z.array(z.enum(ATTENDANCE_COLUMNS)).max(60),
      }),
    returns<void>(),
  ),
};
