import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';

import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import { DEFAULT_PREVIEW_CHOICE } from '../../shared/contract/preview.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { DocumentOptions } from '../../shared/official/document-options.ts';
import type { DocumentInput } from '../export/document-input.ts';
import { proposedFileName } from '../export/file-name.ts';
import type { PagesToSet } from '../export/html/pages-job.ts';
import { writeFileSafely } from '../export/write-file.ts';
import type { ExportPlaces } from './export-places.ts';
import type { Exports } from './exports.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import type { PreferencesFile } from './preferences.ts';
import { printPdf } from './print-dialog.ts';
import { PAGES_ADDRESS } from './protocol.ts';
import type { PrintView } from './print-view.ts';

interface PreviewOptions {
  readonly exports: Exports;
  readonly places: ExportPlaces;
  readonly preferences: PreferencesFile;
  readonly view: PrintView;
  readonly log: Log;
}

type PreviewHandlers = Pick<
  Handlers<'main'>,
  | 'preview.choice'
  | 'preview.setChoice'
  | 'preview.pages'
  | 'preview.close'
  | 'preview.savePdf'
  | 'preview.print'
>;

export interface Preview {
  readonly handlers: PreviewHandlers;
  /** The pages that an address was given for; null for any other. */
  readonly read: (id: string) => Buffer | null;
  readonly stop: () => void;
}

interface Asked {
  readonly sessionId: SessionId;
  readonly kind: DocumentKind;
  readonly options: DocumentOptions;
}

async function refuseToReplace(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new AppError('export-target-exists', { fileName: basename(path) });
}

/** Shows, prints and saves documents by one and the same rendering of their pages. */
export function createPreview({
  exports,
  places,
  preferences,
  view,
  log,
}: PreviewOptions): Preview {
  let shownBefore: AbortController | null = null;
  let given: { readonly id: string; readonly pdf: Buffer } | null = null;

  const inputOf = ({ sessionId, kind, options }: Asked): Promise<DocumentInput> =>
    exports.inputOf(sessionId, options, [kind]);

  const pdfOf = async (
    input: DocumentInput,
    kind: DocumentKind,
    signal?: AbortSignal,
  ): Promise<Buffer> => {
    const watch = signal === undefined ? {} : { signal };
    // The job's own answer; nothing else answers to its type.
    const made = (await runJob({ type: 'pages', input, kind }, log, watch)) as PagesToSet;
    return view.pdf(made, signal);
  };

  const savePdf: PreviewHandlers['preview.savePdf'] = async (asked) => {
    const input = await inputOf(asked);
    const { record, numbers, settings } = input;
    const named = { ...record, numbers };
    const name = proposedFileName(named, asked.kind, settings.fileNamePattern, '.pdf');
    const file = await places.askForFile(name, 'pdfFile');
    if (file === null) return null;
    const pdf = await pdfOf(input, asked.kind);
    if (!file.mayReplace) await refuseToReplace(file.path);
    await writeFileSafely(file.path, pdf);
    return exports.noteSaved(file.path);
  };

  return {
    handlers: {
      'preview.pages': async (asked) => {
        shownBefore?.abort();
        const controller = new AbortController();
        shownBefore = controller;
        const input = await inputOf(asked);
        const pdf = await pdfOf(input, asked.kind, controller.signal);
        given = { id: randomUUID(), pdf };
        return { address: `${PAGES_ADDRESS}${given.id}`, font: input.settings.page.font };
      },
      'preview.close': () => {
        shownBefore?.abort();
        shownBefore = null;
        given = null;
        view.closeSoon();
      },
      'preview.choice': () => preferences.get().preview ?? DEFAULT_PREVIEW_CHOICE,
      'preview.setChoice': (preview) => preferences.update({ preview }),
      'preview.savePdf': savePdf,
      'preview.print': async (asked) =>
        printPdf(await pdfOf(await inputOf(asked), asked.kind), log),
    },
    read: (id) => (given?.id === id ? given.pdf : null),
    stop: () => view.close(),
  };
}
