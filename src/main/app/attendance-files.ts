import type { BrowserWindow } from 'electron';

import type { Handlers } from '../../shared/contract/index.ts';
import type { AttendanceSheet } from '../../shared/minutes/attendance-file.ts';
import { askForOneFile, pathName } from './chosen-files.ts';
import { EXPORT_TEXTS } from './export-texts.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';

interface AttendanceFilesOptions {
  readonly window: () => BrowserWindow;
  readonly language: () => 'id' | 'en';
  readonly log: Log;
}

/** Reads lists of attendees from files that the user chooses, each in a process of its own. */
export function createAttendanceFiles({
  window,
  language,
  log,
}: AttendanceFilesOptions): Pick<Handlers<'main'>, 'attendanceFiles.choose'> {
  return {
    'attendanceFiles.choose': async () => {
      const texts = EXPORT_TEXTS[language()];
      const path = await askForOneFile(window(), {
        title: texts.chooseAttendance,
        filter: { name: texts.attendanceFile, extensions: ['csv', 'xlsx', 'tsv', 'txt'] },
      });
      if (path === null) return null;
      // The job answers to its own type.
      const sheets = (await runJob({ type: 'read-sheets', path }, log)) as AttendanceSheet[];
      return { fileName: pathName(path), sheets };
    },
  };
}
