import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';

import { clipboard, dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import type { SavedExport } from '../../shared/contract/exports.ts';
import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { StoredTemplate } from '../../shared/contract/templates.ts';
import { LONGEST_TEMPLATE_NAME } from '../../shared/contract/templates.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../shared/official/document-kinds.ts';
import { documentFileName } from '../../shared/official/file-name-pattern.ts';
import { hasSigningList } from '../../shared/official/placeholders.ts';
import { NO_MARKS, sealRecord } from '../export/carried-input.ts';
import { plainInput } from '../export/document-input.ts';
import { sessionHeading } from '../export/session-facts.ts';
import type { CheckedTemplate } from '../export/template/check-job.ts';
import { refuseToReplace } from '../export/write-file.ts';
import { writeTogether } from '../export/write-together.ts';
import { EXPORT_TEXTS } from './export-texts.ts';
import type { ExportPlaces } from './export-places.ts';
import type { DocumentSource, Exports } from './exports.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import type { StorageCall } from './storage-call.ts';

interface TemplatesOptions {
  readonly window: () => BrowserWindow;
  readonly language: () => 'id' | 'en';
  readonly exports: Exports;
  readonly places: ExportPlaces;
  readonly call: StorageCall;
  readonly starterFile: string;
  readonly clock: () => number;
  readonly log: Log;
}

type TemplateHandlers = Pick<
  Handlers<'main'>,
  | 'templates.add'
  | 'templates.trial'
  | 'templates.export'
  | 'templates.saveStarter'
  | 'templates.copyPlaceholder'
>;

const EXAMPLE_MARK = 'CONTOH';
const STARTER_NAME = 'Templat Notula.docx';

/** The document that a file is for, as far as its name tells. */
function kindIn(fileName: string): DocumentKind {
  const words = fileName.toLowerCase().replace(/[^a-z]+/g, ' ');
  return (
    DOCUMENT_KINDS.find((kind) => words.includes(DOCUMENT_NAMES[kind].toLowerCase())) ?? 'notula'
  );
}

/** The documents that it holds lists of, as which it is asked whether phones are to be read. */
const listsIn = ({ placeholders }: StoredTemplate): readonly DocumentKind[] =>
  hasSigningList(placeholders) ? ['daftar-hadir'] : [];

function fileNameOf(name: string, about: string): string {
  const facts = { dokumen: name, jenis: '', tanggal: '', judul: about, nomor: '', lembaga: '' };
  return documentFileName('{dokumen} {judul}', facts, '.docx');
}

/** Takes Word templates in, tries them and fills them, each in a process of its own. */
export function createTemplates(options: TemplatesOptions): TemplateHandlers {
  const { exports, places, call, log } = options;

  const fill = async (
    id: ParsedInput<'templates.read'>['id'],
    source: (template: StoredTemplate) => Promise<DocumentSource>,
    mark: string,
  ): Promise<SavedExport | null> => {
    const template = await call('templates.read', { id });
    const { name, kind, base64 } = template;
    return exports.saveFile(() => source(template), {
      content: { type: 'template', kind, bytes: Buffer.from(base64, 'base64') },
      fileName: ({ named }) => fileNameOf(`${mark}${name}`, sessionHeading(named.session)),
    });
  };

  return {
    'templates.add': async ({ organizationId }) => {
      const texts = EXPORT_TEXTS[options.language()];
      const { canceled, filePaths } = await dialog.showOpenDialog(options.window(), {
        title: texts.chooseTemplate,
        filters: [{ name: texts.wordTemplate, extensions: ['docx', 'dotx'] }],
        properties: ['openFile'],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return null;
      // The job answers to its own type.
      const checked = (await runJob({ type: 'check-template', path }, log)) as CheckedTemplate;
      const fileName = basename(path, extname(path));
      return call('templates.keep', {
        organizationId,
        name: fileName.trim().slice(0, LONGEST_TEMPLATE_NAME) || STARTER_NAME,
        kind: kindIn(fileName),
        bytes: new Uint8Array(checked.bytes),
        check: checked.check,
      });
    },
    'templates.trial': ({ id }) =>
      fill(
        id,
        async () => {
          const record = await call('templates.example', {});
          const { settings } = await call('office.get', { organizationId: null });
          const input = plainInput(record, options.clock());
          return {
            input: { ...input, settings, record: sealRecord(record), marks: NO_MARKS },
            named: record,
          };
        },
        `${EXAMPLE_MARK} `,
      ),
    'templates.export': ({ id, sessionId, options: chosen }) =>
      fill(
        id,
        (template) => {
          const lists = listsIn(template);
          return exports.sourceOf(sessionId, chosen, lists, [template.kind, ...lists]);
        },
        '',
      ),
    'templates.copyPlaceholder': ({ name }) => clipboard.writeText(`{{${name}}}`),
    'templates.saveStarter': async () => {
      const file = await places.askForFile(STARTER_NAME, 'wordFile');
      if (file === null) return null;
      const { path, mayReplace } = file;
      await refuseToReplace([{ targetPath: path, mayReplace }]);
      const make = async () => new Uint8Array(await readFile(options.starterFile));
      await writeTogether([{ targetPath: path, make }], { mark: randomUUID().slice(0, 8) });
      return exports.noteSaved(path);
    },
  };
}
