import { randomUUID } from 'node:crypto';

import type { Handlers, ParsedInput, CallResult } from '../../shared/contract/index.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import { MOST_HITS } from '../../shared/contract/search.ts';
import { documentFileName } from '../../shared/official/file-name-pattern.ts';
import type { ResultHit, ResultsInput } from '../export/results/results-input.ts';
import { removeTemporaries } from '../export/write-together.ts';
import type { ExportPlaces } from './export-places.ts';
import type { Exports } from './exports.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';

type SearchCall = <Name extends 'search.query' | 'search.passage'>(
  name: Name,
  input: ParsedInput<Name>,
) => Promise<CallResult<Name>>;

interface ResultsExportOptions {
  readonly search: SearchCall;
  readonly exportedBy: () => Promise<ResultsInput['exportedBy']>;
  readonly programVersion: string;
  readonly exports: Exports;
  readonly places: ExportPlaces;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly log: Log;
}

/** "Hasil pencarian coklit 2026-11-22.docx" */
const proposedName = (query: string, nowMs: number, format: 'docx' | 'csv'): string =>
  documentFileName(
    '{dokumen} {judul} {tanggal}',
    {
      dokumen: 'Hasil pencarian',
      judul: query,
      tanggal: new Intl.DateTimeFormat('sv-SE').format(nowMs),
      jenis: '',
      nomor: '',
      lembaga: '',
    },
    `.${format}`,
  );

/** Exports what a search finds, each passage with where it stands. */
export function createResultsExport(
  options: ResultsExportOptions,
): Pick<Handlers<'main'>, 'searches.export'> {
  const { search, exports, places, clock, log } = options;

  /** The whole passage in place of an excerpt, where it is one block of minutes. */
  const wholeHit = async (hit: SearchHit, text: string): Promise<ResultHit> => {
    if (hit.field !== 'block') return { hit, pieces: hit.excerpt };
    const { sessionId, blockId, field, fileId, addendumNumber } = hit;
    const passage = await search('search.passage', {
      sessionId,
      blockId,
      field,
      fileId,
      addendumNumber,
      text,
    });
    const block = passage?.blocks.find(({ isHit }) => isHit);
    return { hit, pieces: block?.pieces ?? hit.excerpt };
  };

  return {
    'searches.export': async ({ text, sort, format }) => {
      const exportedAtMs = clock();
      const file = await places.askForFile(
        proposedName(text, exportedAtMs, format),
        format === 'csv' ? 'csvFile' : 'wordFile',
      );
      if (file === null) return null;
      const { path: targetPath, mayReplace } = file;
      const answer = await search('search.query', { text, sort, limit: MOST_HITS });
      const asked = answer.reading.corrected ?? text;
      const hits: ResultHit[] = [];
      // One after another: a search that is being typed comes in between.
      for (const hit of answer.hits) hits.push(await wholeHit(hit, asked));
      const input: ResultsInput = {
        query: text,
        corrected: answer.reading.corrected,
        sort,
        hits,
        hasMore: answer.hasMore,
        isCut: answer.isCut,
        total: answer.total,
        isIncomplete: answer.isRebuilding || answer.pendingChanges > 0,
        exportedAtMs,
        exportedBy: await options.exportedBy(),
        programVersion: options.programVersion,
      };
      const mark = randomUUID().slice(0, 8);
      try {
        await runJob({ type: 'write-results', input, format, targetPath, mayReplace, mark }, log);
      } catch (error) {
        await removeTemporaries([targetPath], mark);
        throw error;
      }
      const { fileName } = exports.noteSaved(targetPath);
      const { hasMore: isCut, isCut: mayHaveMore } = answer;
      return { fileName, hitCount: hits.length, isCut, mayHaveMore };
    },
  };
}
