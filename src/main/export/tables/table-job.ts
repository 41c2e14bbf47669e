import { refuseToReplace } from '../write-file.ts';
import { writeTogether } from '../write-together.ts';
import type { ExportTable } from './table.ts';
import { tableCsv, tableXlsx } from './table-files.ts';

/** Writes a table as a file for spreadsheets. */
export interface TableJob {
  readonly type: 'write-table';
  readonly table: ExportTable;
  readonly format: 'csv' | 'xlsx';
  readonly targetPath: string;
  readonly mayReplace: boolean;
  /** Tells its temporary file from all others, for whoever has to clean up. */
  readonly mark: string;
}

export async function runWriteTable(job: TableJob): Promise<null> {
  const { table, format, targetPath, mayReplace, mark } = job;
  const refuse = (): Promise<void> => refuseToReplace([{ targetPath, mayReplace }]);
  await refuse();
  const make = async (): Promise<Uint8Array> =>
    format === 'csv' ? tableCsv(table) : tableXlsx(table);
  await writeTogether([{ targetPath, make }], { mark, beforePlacing: refuse });
  return null;
}
