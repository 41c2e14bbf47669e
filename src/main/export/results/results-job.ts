import { officialDocx } from '../docx/official-docx.ts';
import { refuseToReplace } from '../write-file.ts';
import { writeTogether } from '../write-together.ts';
import { resultsCsv } from './results-csv.ts';
import { resultsDocument } from './results-document.ts';
import type { ResultsInput } from './results-input.ts';

/** Writes a list of search results as a Word file or a table. */
export interface ResultsJob {
  readonly type: 'write-results';
  readonly input: ResultsInput;
  readonly format: 'docx' | 'csv';
  readonly targetPath: string;
  readonly mayReplace: boolean;
  /** Tells its temporary file from all others, for whoever has to clean up. */
  readonly mark: string;
}

export async function runWriteResults(job: ResultsJob): Promise<null> {
  const { input, format, targetPath, mayReplace, mark } = job;
  const refuse = (): Promise<void> => refuseToReplace([{ targetPath, mayReplace }]);
  await refuse();
  const make = (): Uint8Array =>
    format === 'csv' ? resultsCsv(input) : officialDocx(resultsDocument(input));
  await writeTogether([{ targetPath, make }], { mark, beforePlacing: refuse });
  return null;
}
