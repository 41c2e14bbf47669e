import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';

import type { BrowserWindow } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import type { SavedExport } from '../../shared/contract/exports.ts';
import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { FileReport } from '../../shared/signing/verification.ts';
import { signedFileName } from '../../shared/signing/signed-file-name.ts';
import { proposedFileName } from '../export/file-name.ts';
import { removeTemporaries } from '../export/write-together.ts';
import type { Signing } from '../jobs/sign-jobs.ts';
import type { Job } from '../job.ts';
import type { Checking } from './checking.ts';
import { askForOneFile, createChosenFiles } from './chosen-files.ts';
import type { ChosenFile, ExportPlaces } from './export-places.ts';
import type { Exports } from './exports.ts';
import { prepareJob, runJob } from './jobs.ts';
import type { Keys } from './keys.ts';
import { withPassphrase } from './keys.ts';
import type { Log } from './log.ts';
import { SIGNING_TEXTS } from './signing-texts.ts';
import type { StorageCall } from './storage-call.ts';

interface SigningOptions {
  readonly window: () => BrowserWindow;
  readonly language: () => 'id' | 'en';
  readonly exports: Exports;
  readonly places: ExportPlaces;
  readonly keys: Keys;
  readonly checking: Checking;
  readonly call: StorageCall;
  readonly clock: () => number;
  readonly log: Log;
}

type SigningHandlers = Pick<
  Handlers<'main'>,
  'signing.signDocument' | 'signing.chooseDocument' | 'signing.signFile'
>;

/** What is signed, as far as this archive knows it. */
type SignedDocument = Pick<ParsedInput<'signing.noted'>, 'sessionId' | 'kind'>;
type Signer = ParsedInput<'signing.signDocument'>['signer'];

/** How many documents wait to be signed, at most; the window shows one. */
const MOST_REPORTS = 20;

/** Signs documents of this archive, and files from anywhere, in processes that end with the work. */
export function createSigning(options: SigningOptions): SigningHandlers {
  const { exports, places, keys, checking, call, clock, log } = options;
  const chosen = createChosenFiles();
  const reports = new Map<string, FileReport>();

  /** Runs the job that `jobOf` makes; what it leaves behind where it fails is taken away. */
  const sign = async (
    signer: Signer,
    place: ChosenFile,
    document: SignedDocument,
    jobOf: (
      signing: Signing,
      target: { readonly targetPath: string; readonly mayReplace: boolean; readonly mark: string },
    ) => Job,
  ): Promise<void> => {
    const key = await keys.kept(signer.key);
    const { role, statement } = signer;
    const { path: targetPath, mayReplace } = place;
    const mark = randomUUID().slice(0, 8);
    return withPassphrase(signer.passphrase, async (passphrase) => {
      const signing = { key, passphrase, role, statement, nowMs: clock() };
      try {
        const job = jobOf(signing, { targetPath, mayReplace, mark });
        await runJob(job, log, {
          onIssued: (issued) => call('documents.issued', issued),
          onSigned: (signed) => call('signing.noted', { ...document, ...signed }),
        });
      } catch (error) {
        await removeTemporaries([targetPath], mark);
        throw error;
      }
    });
  };

  const signDocument: SigningHandlers['signing.signDocument'] = async ({
    sessionId,
    kind,
    options: documentOptions,
    blockIndex,
    signer,
  }): Promise<SavedExport | null> => {
    const { input, named } = await exports.sourceOf(sessionId, documentOptions, [kind]);
    if (named.session.status !== 'final') throw new AppError('session-not-final');
    prepareJob('sign-document', log);
    const fileName = proposedFileName(named, kind, input.settings.fileNamePattern);
    const place = await places.askForFile(signedFileName(fileName, 1), 'wordFile');
    if (place === null) return null;
    await sign(signer, place, { sessionId, kind }, (signing, target) => ({
      type: 'sign-document',
      input,
      kind,
      blockIndex,
      signing,
      ...target,
    }));
    return exports.noteSaved(place.path);
  };

  const chooseDocument: SigningHandlers['signing.chooseDocument'] = async () => {
    const texts = SIGNING_TEXTS[options.language()];
    const path = await askForOneFile(options.window(), {
      title: texts.chooseSigned,
      filter: { name: texts.wordFile, extensions: ['docx'] },
    });
    if (path === null) return null;
    const report = await checking.check(path);
    const kept = chosen.keep(path);
    reports.set(kept.file, report);
    const [oldest] = reports.keys();
    if (reports.size > MOST_REPORTS && oldest !== undefined) reports.delete(oldest);
    return { ...kept, report };
  };

  const signFile: SigningHandlers['signing.signFile'] = async ({ file, signer }) => {
    const path = chosen.path(file);
    const report = reports.get(file);
    if (report === undefined) throw new AppError('not-found', {});
    const { sha256, known, signatures, fileName } = report;
    prepareJob('sign-file', log);
    const name = signedFileName(fileName, signatures.length + 1);
    const place = await places.askForFile(name, 'wordFile', dirname(path));
    if (place === null) return null;
    const { setupId } = signer;
    const { sessionId = null, kind = null } = known ?? {};
    await sign(signer, place, { sessionId, kind }, (signing, target) => ({
      type: 'sign-file',
      path,
      sha256,
      setupId,
      signing,
      ...target,
    }));
    return exports.noteSaved(place.path);
  };

  return {
    'signing.signDocument': signDocument,
    'signing.chooseDocument': chooseDocument,
    'signing.signFile': signFile,
  };
}
