import { parse } from 'node:path';

import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { FileReport } from '../../shared/signing/verification.ts';
import { documentFileName } from '../../shared/official/file-name-pattern.ts';
import type { PagesToSet } from '../export/html/pages-job.ts';
import type { SheetInput } from '../export/sheet/verification-sheet.ts';
import { refuseToReplace, writeFileSafely } from '../export/write-file.ts';
import type { ExportPlaces } from './export-places.ts';
import type { Exports } from './exports.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import { printPdf } from './print-dialog.ts';
import type { PrintView } from './print-view.ts';

interface CheckSheetOptions {
  /** What was found out about the file checked last; null: none was. */
  readonly report: () => FileReport | null;
  readonly checkedBy: () => Promise<SheetInput['checkedBy']>;
  readonly programVersion: string;
  readonly exports: Exports;
  readonly places: ExportPlaces;
  readonly view: PrintView;
  readonly log: Log;
}

type CheckSheetHandlers = Pick<Handlers<'main'>, 'checking.saveSheet' | 'checking.printSheet'>;

/** "Lembar pemeriksaan Notula Rapat ….pdf" */
const sheetName = ({ fileName }: FileReport): string =>
  documentFileName(
    '{dokumen} {judul}',
    {
      dokumen: 'Lembar pemeriksaan',
      judul: parse(fileName).name,
      jenis: '',
      tanggal: '',
      nomor: '',
      lembaga: '',
    },
    '.pdf',
  );

/** Puts on paper what was found out about the file that was checked last. */
export function createCheckSheet(options: CheckSheetOptions): CheckSheetHandlers {
  const { exports, places, view, log, programVersion } = options;

  const lastReport = (): FileReport => {
    const report = options.report();
    if (report === null) throw new AppError('not-found', {});
    return report;
  };

  const pdfOf = async (report: FileReport): Promise<Buffer> => {
    const input = { report, checkedBy: await options.checkedBy(), programVersion };
    // The job's own answer; nothing else answers to its type.
    const made = (await runJob({ type: 'check-sheet', input }, log)) as PagesToSet;
    return view.pdf(made);
  };

  return {
    'checking.saveSheet': async () => {
      const report = lastReport();
      const file = await places.askForFile(sheetName(report), 'pdfFile');
      if (file === null) return null;
      const { path, mayReplace } = file;
      const pdf = await pdfOf(report);
      await refuseToReplace([{ targetPath: path, mayReplace }]);
      await writeFileSafely(path, pdf);
      return exports.noteSaved(path);
    },
    'checking.printSheet': async () => printPdf(await pdfOf(lastReport()), log),
  };
}
