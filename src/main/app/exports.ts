import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { shell } from 'electron';

import type { SealedEnvelope } from '../../shared/contract/envelope.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { ExportProgress, SavedExport } from '../../shared/contract/exports.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { IssuedDocuments } from '../../shared/contract/issued.ts';
import type { SessionOffices } from '../../shared/contract/office.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { AttendancePhones } from '../../shared/minutes/people.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { DocumentOptions } from '../../shared/official/document-options.ts';
import { showsPhotos } from '../../shared/official/document-options.ts';
import type { CarriedInput } from '../export/carried-input.ts';
import type { InputPhoto } from '../export/document-input.ts';
import { showsPhones } from '../export/document-input.ts';
import type { NamedRecord } from '../export/file-name.ts';
import { proposedFileName } from '../export/file-name.ts';
import { namesOfDocuments, zipFileName } from '../export/file-names.ts';
import type { ExportFile } from '../export/job-protocol.ts';
import { removeTemporaries } from '../export/write-together.ts';
import type { ExportAttachments } from './export-attachments.ts';
import type { ExportPlaces } from './export-places.ts';
import { prepareJob, runJob } from './jobs.ts';
import type { Log } from './log.ts';
import type { PreferencesFile } from './preferences.ts';

/** A question for a place may stand open that nobody will answer any more: the app must end all the same. */
const STOP_LIMIT_MS = 3000;

interface ExportOptions {
  readonly places: ExportPlaces;
  readonly preferences: PreferencesFile;
  readonly record: (sessionId: SessionId) => Promise<SealedEnvelope>;
  readonly phones: (sessionId: SessionId) => Promise<AttendancePhones>;
  readonly marks: (sessionId: SessionId, kinds: readonly DocumentKind[]) => Promise<SealedEnvelope>;
  readonly attachments: ExportAttachments;
  readonly photos: (sessionId: SessionId) => Promise<readonly InputPhoto[]>;
  readonly offices: (sessionId: SessionId) => Promise<SessionOffices>;
  readonly onProgress: (progress: ExportProgress) => void;
  /** Keeps by what the documents of a final session are known again. */
  readonly onIssued: (issued: IssuedDocuments) => Promise<void>;
  readonly clock: () => number;
  readonly log: Log;
}

type ExportHandlers = Pick<
  Handlers<'main'>,
  | 'exports.document'
  | 'exports.all'
  | 'exports.cancel'
  | 'exports.choice'
  | 'exports.setChoice'
  | 'exports.openLast'
  | 'exports.showLastInFolder'
>;

/** All that a session's documents are made from, and what their files are named by. */
export interface DocumentSource {
  readonly input: CarriedInput;
  readonly named: NamedRecord;
}

/** One file that is to be made of what `sourceOf` says. */
export interface FileRequest {
  readonly fileName: (source: DocumentSource) => string;
  readonly content: ExportFile['content'];
}

export interface Exports {
  readonly handlers: ExportHandlers;
  readonly sourceOf: (
    sessionId: SessionId,
    chosen: DocumentOptions,
    kinds: readonly DocumentKind[],
    /** Whose signatures are printed; left out, those kinds too. */
    signed?: readonly DocumentKind[],
  ) => Promise<DocumentSource>;
  /** Asks for a place and writes one file there, as `exports.document` does. */
  readonly saveFile: (
    source: () => Promise<DocumentSource>,
    request: FileRequest,
  ) => Promise<SavedExport | null>;
  /** Tells of a file that was written elsewhere, so that it can be opened like an exported one. */
  readonly noteSaved: (path: string) => SavedExport;
  /** Ends an export that is running and waits, for a while, until nothing of it is left. */
  readonly stop: () => Promise<void>;
}

/** What was written last: a file, or a folder and one of the files in it. */
interface LastExport {
  readonly opened: string;
  readonly shown: string;
}

const kindsIn = ({ content }: ExportFile): readonly DocumentKind[] =>
  content.type === 'zip' ? content.entries.map(({ kind }) => kind) : [content.kind];

/** Exports documents to a place that the user chooses, and opens the last ones. */
export function createExports(options: ExportOptions): Exports {
  const { places, preferences, log } = options;
  // Only what this run exported can be opened: the window never names a path.
  let last: LastExport | null = null;
  let running: { readonly end: () => void; readonly ended: Promise<unknown> } | null = null;

  const sourceOf = async (
    sessionId: SessionId,
    chosen: DocumentOptions,
    kinds: readonly DocumentKind[],
    signed = kinds,
  ): Promise<DocumentSource> => {
    const [record, offices, phones, marks, photos] = await Promise.all([
      options.record(sessionId),
      options.offices(sessionId),
      showsPhones(kinds, chosen) ? options.phones(sessionId) : {},
      options.marks(sessionId, signed),
      kinds.some((kind) => showsPhotos(kind, chosen)) ? options.photos(sessionId) : [],
    ]);
    const { session, officeName, settings, hostLetterheads, logos, numbers } = offices;
    const input: CarriedInput = {
      record,
      settings,
      hostLetterheads,
      logos: logos.map(({ id, mediaType, base64 }) => ({
        id,
        mediaType,
        bytes: Buffer.from(base64, 'base64'),
      })),
      numbers,
      options: chosen,
      phones,
      marks,
      photos,
      nowMs: options.clock(),
    };
    return { input, named: { session, officeName, numbers } };
  };

  /** null where it was cancelled; then, as after every failure, nothing of it is left. */
  const write = async (
    input: CarriedInput,
    files: readonly ExportFile[],
    signal: AbortSignal,
  ): Promise<'written' | null> => {
    const mark = randomUUID().slice(0, 8);
    // The job's process takes its time to start; the choice of a place is answered at once.
    const kinds = files.flatMap(kindsIn);
    options.onProgress({ done: 0, total: kinds.length, kind: kinds[0] ?? null });
    try {
      const watch = { onProgress: options.onProgress, onIssued: options.onIssued, signal };
      await runJob({ type: 'export', input, files, mark }, log, watch);
      // Who exports one document often exports the next.
      prepareJob('export', log);
      return 'written';
    } catch (error) {
      const targets = files.map(({ targetPath }) => targetPath);
      await removeTemporaries(targets, mark);
      if (error instanceof AppError && error.code === 'export-cancelled') return null;
      throw error;
    }
  };

  /** One at a time: two would ask for places at once and share one progress. */
  const alone = async (
    work: (signal: AbortSignal) => Promise<SavedExport | null>,
  ): Promise<SavedExport | null> => {
    if (running !== null) throw new AppError('export-running');
    prepareJob('export', log);
    const controller = new AbortController();
    const ended = work(controller.signal);
    running = { end: () => controller.abort(), ended };
    try {
      return await ended;
    } finally {
      running = null;
    }
  };

  const noteSaved = (path: string): SavedExport => {
    last = { opened: path, shown: path };
    places.rememberFolderOf(path);
    return { path, fileName: basename(path), documentCount: 1 };
  };

  const saveOne = async (
    source: DocumentSource,
    { fileName, content }: FileRequest,
    signal: AbortSignal,
  ): Promise<SavedExport | null> => {
    const file = await places.askForFile(fileName(source), 'wordFile');
    if (file === null) return null;
    const { path, mayReplace } = file;
    const outcome = await write(source.input, [{ targetPath: path, mayReplace, content }], signal);
    if (outcome === null) return null;
    return noteSaved(path);
  };

  const saveDocument = async (
    sessionId: SessionId,
    kind: DocumentKind,
    chosen: DocumentOptions,
    signal: AbortSignal,
  ): Promise<SavedExport | null> => {
    const fileName = ({ input, named }: DocumentSource): string =>
      proposedFileName(named, kind, input.settings.fileNamePattern);
    const request = { fileName, content: { type: 'document', kind } } as const;
    return saveOne(await sourceOf(sessionId, chosen, [kind]), request, signal);
  };

  const saveZip = async (
    { input, named }: DocumentSource,
    kinds: readonly DocumentKind[],
    signal: AbortSignal,
  ): Promise<SavedExport | null> => {
    const { fileNamePattern } = input.settings;
    const attached = input.options.hasFiles
      ? await options.attachments.forZip(named.session.id)
      : [];
    const file = await places.askForFile(zipFileName(named, fileNamePattern), 'zipFile');
    if (file === null) return null;
    const { path, mayReplace } = file;
    const names = namesOfDocuments(named, kinds, fileNamePattern);
    const entries = kinds.map((kind, index) => ({ kind, name: names[index] ?? `${kind}.docx` }));
    const content = { type: 'zip', entries, files: attached } as const;
    const outcome = await write(input, [{ targetPath: path, mayReplace, content }], signal);
    if (outcome === null) return null;
    last = { opened: path, shown: path };
    places.rememberFolderOf(path);
    return { path, fileName: basename(path), documentCount: kinds.length };
  };

  const saveFolder = async (
    { input, named }: DocumentSource,
    kinds: readonly DocumentKind[],
    signal: AbortSignal,
  ): Promise<SavedExport | null> => {
    const names = namesOfDocuments(named, kinds, input.settings.fileNamePattern);
    const place = await places.askForFolder(names);
    if (place === null) return null;
    const files = place.files.flatMap(({ path, mayReplace }, index): ExportFile[] => {
      const kind = kinds[index];
      const content = kind && ({ type: 'document', kind } as const);
      return content ? [{ targetPath: path, mayReplace, content }] : [];
    });
    const attached = input.options.hasFiles
      ? await options.attachments.copyInto(place.folder, named.session.id, signal)
      : null;
    if (attached === 'cancelled') return null;
    try {
      if ((await write(input, files, signal)) === null) {
        await attached?.discard();
        return null;
      }
    } catch (error) {
      await attached?.discard();
      throw error;
    }
    const [first] = place.files;
    last = { opened: place.folder, shown: first?.path ?? place.folder };
    preferences.update({ exportFolder: place.folder });
    return {
      path: place.folder,
      fileName: basename(place.folder) || place.folder,
      documentCount: files.length,
    };
  };

  const requireLast = (part: keyof LastExport): string => {
    const path = last?.[part];
    if (path === undefined || !existsSync(path)) throw new AppError('not-found', {});
    return path;
  };

  return {
    handlers: {
      'exports.document': ({ sessionId, kind, options: chosen }) =>
        alone((signal) => saveDocument(sessionId, kind, chosen, signal)),
      'exports.all': ({ sessionId, kinds, target, options: chosen }) =>
        alone(async (signal) => {
          const distinct = [...new Set(kinds)];
          const source = await sourceOf(sessionId, chosen, distinct);
          return target === 'zip'
            ? saveZip(source, distinct, signal)
            : saveFolder(source, distinct, signal);
        }),
      'exports.cancel': () => running?.end(),
      'exports.choice': () => preferences.get().exportChoice,
      'exports.setChoice': (exportChoice) => preferences.update({ exportChoice }),
      'exports.openLast': async () => {
        const problem = await shell.openPath(requireLast('opened'));
        if (problem !== '') throw new AppError('export-failed', { reason: problem });
      },
      'exports.showLastInFolder': () => shell.showItemInFolder(requireLast('shown')),
    },
    sourceOf,
    noteSaved,
    saveFile: (source, request) =>
      alone(async (signal) => saveOne(await source(), request, signal)),
    stop: async () => {
      running?.end();
      const ended = running?.ended.catch(() => undefined);
      await Promise.race([ended, delay(STOP_LIMIT_MS, null, { ref: false })]);
    },
  };
}
