import { randomUUID } from 'node:crypto';

import type { Handlers } from '../../shared/contract/index.ts';
import { DEFAULT_PREVIEW_CHOICE } from '../../shared/contract/preview.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { DocumentOptions } from '../../shared/official/document-options.ts';
import type { CarriedInput } from '../export/carried-input.ts';
import { proposedFileName } from '../export/file-name.ts';
import type { PagesToSet } from '../export/html/pages-job.ts';
import { refuseToReplace, writeFileSafely } from '../export/write-file.ts';
import type { ExportPlaces } from './export-places.ts';
import type { DocumentSource, Exports } from './exports.ts';
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

  const sourceOf = ({ sessionId, kind, options }: Asked): Promise<DocumentSource> =>
    exports.sourceOf(sessionId, options, [kind]);

  const pdfOf = async (
    input: CarriedInput,
    kind: DocumentKind,
    signal?: AbortSignal,
  ): Promise<Buffer> => {
    const watch = signal === undefined ? {} : { signal };
    // The job's own answer; nothing else answers to its type.
    const made = (await runJob({ type: 'pages', input, kind }, log, watch)) as PagesToSet;
    return view.pdf(made, signal);
  };

  const savePdf: PreviewHandlers['preview.savePdf'] = async (asked) => {
    const { input, named } = await sourceOf(asked);
    const name = proposedFileName(named, asked.kind, input.settings.fileNamePattern, '.pdf');
    const file = await places.askForFile(name, 'pdfFile');
    if (file === null) return null;
    const { path, mayReplace } = file;
    const pdf = await pdfOf(input, asked.kind);
    await refuseToReplace([{ targetPath: path, mayReplace }]);
    await writeFileSafely(path, pdf);
    return exports.noteSaved(path);
  };

  return {
    handlers: {
      'preview.pages': async (asked) => {
        shownBefore?.abort();
        const controller = new AbortController();
        shownBefore = controller;
        const { input } = await sourceOf(asked);
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
        printPdf(await pdfOf((await sourceOf(asked)).input, asked.kind), log),
    },
    read: (id) => (given?.id === id ? given.pdf : null),
    stop: () => view.close(),
  };
}
