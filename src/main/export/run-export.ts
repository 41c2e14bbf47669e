import { readFile } from 'node:fs/promises';

import type { ExportProgress } from '../../shared/contract/exports.ts';
import type { DocumentDigests, IssuedDocuments } from '../../shared/contract/issued.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { ZipEntry } from '../opc/zip.ts';
import { storedEntry, writeZip } from '../opc/zip.ts';
import { documentBytes } from './document-bytes.ts';
import { FILES_FOLDER } from './file-names.ts';
import type { ExportFile, ExportJob, ExportResult } from './job-protocol.ts';
import { fillTemplate } from './template/fill-template.ts';
import type { WriteOptions } from './write-file.ts';
import { refuseToReplace } from './write-file.ts';
import { writeTogether } from './write-together.ts';

/** What the export tells while it goes on, and what it waits for. */
export interface ExportSteps {
  readonly onProgress: (progress: ExportProgress) => void;
  /**
   * Asked once everything is made: whoever wanted to cancel can do so until it is fulfilled. `issued`
   * tells the documents of a final session, which are to be known before anybody has them.
   */
  readonly mayPlace: (issued: IssuedDocuments | null) => Promise<void>;
  /** What tells a Word file again. */
  readonly digestsOf: (bytes: Uint8Array) => DocumentDigests | Promise<DocumentDigests>;
}

function issuedOf(
  { session, final }: SessionRecord,
  documents: IssuedDocuments['documents'],
): IssuedDocuments | null {
  return final === undefined ? null : { sessionId: session.id, version: final.version, documents };
}

const documentCount = ({ content }: ExportFile): number =>
  content.type === 'zip' ? content.entries.length : 1;

/**
 * Makes the documents and puts them in their places, all or none. Throws AppError: those of
 * writeTogether, and `export-target-exists` where a file is there that may not be replaced.
 */
export async function runExport(
  { input, files, mark }: ExportJob,
  { onProgress, mayPlace, digestsOf }: ExportSteps,
  options: WriteOptions = {},
): Promise<ExportResult> {
  const total = files.reduce((sum, file) => sum + documentCount(file), 0);
  let done = 0;
  const { record } = input;
  const documents: IssuedDocuments['documents'] = [];
  const made = async (kind: DocumentKind, draw: () => Uint8Array): Promise<Uint8Array> => {
    onProgress({ done, total, kind });
    const bytes = draw();
    if (record.final !== undefined) documents.push({ kind, ...(await digestsOf(bytes)) });
    done += 1;
    return bytes;
  };
  const make = (kind: DocumentKind) => made(kind, () => documentBytes(kind, input));
  const makeFile = async ({ content }: ExportFile): Promise<Uint8Array> => {
    if (content.type === 'document') return make(content.kind);
    if (content.type === 'template') {
      return made(content.kind, () => fillTemplate(content.bytes, content.kind, input));
    }
    const entries: ZipEntry[] = [];
    for (const { name, kind } of content.entries) {
      entries.push(storedEntry(name, await make(kind), input.nowMs));
    }
    for (const { name, path } of content.files ?? []) {
      entries.push(storedEntry(`${FILES_FOLDER}/${name}`, await readFile(path), input.nowMs));
    }
    return writeZip(entries);
  };
  await refuseToReplace(files);
  const sizeBytes = await writeTogether(
    files.map((file) => ({ targetPath: file.targetPath, make: () => makeFile(file) })),
    {
      ...options,
      mark,
      beforePlacing: async () => {
        onProgress({ done, total, kind: null });
        await mayPlace(issuedOf(record, documents));
        // Making them took a while, in which somebody else may have put one there.
        await refuseToReplace(files);
      },
    },
  );
  return { sizeBytes };
}
