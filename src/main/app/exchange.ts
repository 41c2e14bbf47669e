import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';

import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import type { SealedEnvelope } from '../../shared/contract/envelope.ts';
import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { ReadExchange } from '../../shared/exchange/session-exchange.ts';
import { EXCHANGE_EXTENSION } from '../../shared/exchange/session-exchange.ts';
import { DEFAULT_DOCUMENT_OPTIONS } from '../../shared/official/document-options.ts';
import { documentFileName } from '../../shared/official/file-name-pattern.ts';
import type { CopiedText } from '../export/text/copy-job.ts';
import { removeTemporaries } from '../export/write-together.ts';
import type { ExportPlaces } from './export-places.ts';
import { EXPORT_TEXTS } from './export-texts.ts';
import type { Exports } from './exports.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import type { StorageCall } from './storage-call.ts';
import { writeClipboard } from './write-clipboard.ts';

interface ExchangeOptions {
  readonly window: () => BrowserWindow;
  readonly language: () => 'id' | 'en';
  readonly exports: Exports;
  readonly places: ExportPlaces;
  readonly call: StorageCall;
  readonly collect: (input: ParsedInput<'exchange.collect'>) => Promise<SealedEnvelope>;
  readonly log: Log;
}

type ExchangeHandlers = Pick<Handlers<'main'>, 'exchange.copy' | 'exchange.save' | 'exchange.open'>;

/** Takes sessions elsewhere: onto the clipboard, into a file of all their data, and back from one. */
export function createExchange(options: ExchangeOptions): ExchangeHandlers {
  const { places, call, log } = options;

  const copy: ExchangeHandlers['exchange.copy'] = async ({ sessionId, part, form }) => {
    const kind = part.type === 'press' ? 'siaran-pers' : 'notula';
    const { input } = await options.exports.sourceOf(sessionId, DEFAULT_DOCUMENT_OPTIONS, [kind]);
    // The job's own answer; nothing else answers to its type.
    const made = (await runJob({ type: 'copy', input, part, form }, log)) as CopiedText;
    // Both at once: a program takes the richest that it understands.
    await writeClipboard(made);
    return { wordCount: made.wordCount, itemTitle: made.itemTitle };
  };

  const save: ExchangeHandlers['exchange.save'] = async ({ sessionId, hasPrivateNotes }) => {
    const { kind, title, documentNumber, days } = await call('sessions.get', { id: sessionId });
    const fileName = documentFileName(
      '{dokumen} {jenis} {tanggal} {judul}',
      {
        dokumen: 'Sesi',
        jenis: kind,
        judul: title || 'tanpa judul',
        nomor: documentNumber,
        tanggal: days.find(({ date }) => date !== null)?.date ?? '',
        lembaga: '',
      },
      EXCHANGE_EXTENSION,
    );
    const file = await places.askForFile(fileName, 'jsonFile');
    if (file === null) return null;
    const { path: targetPath, mayReplace } = file;
    const mark = randomUUID().slice(0, 8);
    const exchange = await options.collect({ sessionId, hasPrivateNotes });
    try {
      await runJob({ type: 'write-session', exchange, targetPath, mayReplace, mark }, log);
    } catch (error) {
      await removeTemporaries([targetPath], mark);
      throw error;
    }
    places.rememberFolderOf(targetPath);
    return { fileName: basename(targetPath), hasPrivateNotes };
  };

  const open: ExchangeHandlers['exchange.open'] = async () => {
    const texts = EXPORT_TEXTS[options.language()];
    const { canceled, filePaths } = await dialog.showOpenDialog(options.window(), {
      title: texts.openSession,
      defaultPath: places.startFolder(),
      filters: [{ name: texts.jsonFile, extensions: [EXCHANGE_EXTENSION.slice(1)] }],
      properties: ['openFile'],
    });
    const [path] = filePaths;
    if (canceled || path === undefined) return null;
    const read = (await runJob({ type: 'read-session', path }, log)) as ReadExchange;
    if (!read.ok) return { type: 'refused', fileName: basename(path), problems: read.problems };
    return { type: 'opened', session: await call('exchange.takeIn', read.exchange) };
  };

  return { 'exchange.copy': copy, 'exchange.save': save, 'exchange.open': open };
}
