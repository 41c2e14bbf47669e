import { parse } from 'node:path';

import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import { fileNamePatternProblem } from '../../shared/official/file-name-pattern.ts';
import { DEFAULT_FILE_NAME_PATTERN } from '../../shared/official/office-settings.ts';
import type { NamedRecord } from './file-name.ts';
import { proposedFileName } from './file-name.ts';

const DOCX = /\.docx$/;

/** The same names in the same order; one that is taken gets the first number that is free. */
export function distinctNames(
  names: readonly string[],
  isTaken: (name: string) => boolean = () => false,
): readonly string[] {
  const given = new Set<string>();
  return names.map((name) => {
    const stem = name.replace(DOCX, '');
    let free = name;
    for (let number = 2; given.has(free.toLowerCase()) || isTaken(free); number += 1) {
      free = `${stem} (${number}).docx`;
    }
    given.add(free.toLowerCase());
    return free;
  });
}

/** Where the files beside the minutes go among the documents. */
export const FILES_FOLDER = 'Lampiran';

/** The same for files of any kind: what ends a name stays its end. */
export function distinctFileNames(
  names: readonly string[],
  isTaken: (name: string) => boolean = () => false,
): readonly string[] {
  const given = new Set<string>();
  return names.map((name) => {
    const { name: stem, ext } = parse(name);
    let free = name;
    for (let number = 2; given.has(free.toLowerCase()) || isTaken(free); number += 1) {
      free = `${stem} (${number})${ext}`;
    }
    given.add(free.toLowerCase());
    return free;
  });
}

/** A name for each document of a session; where the office's pattern leaves the document out, it is put in front. */
export function namesOfDocuments(
  record: NamedRecord,
  kinds: readonly DocumentKind[],
  pattern: string,
): readonly string[] {
  const named = (by: string) => kinds.map((kind) => proposedFileName(record, kind, by));
  const names = named(pattern);
  const isDistinct = new Set(names.map((name) => name.toLowerCase())).size === names.length;
  return distinctNames(isDistinct ? names : named(`{dokumen} ${pattern}`));
}

/** A name for all documents of a session together. */
export function zipFileName(record: NamedRecord, pattern: string): string {
  const usable = fileNamePatternProblem(pattern) === null ? pattern : DEFAULT_FILE_NAME_PATTERN;
  const together = usable.replace(/\{\s*dokumen\s*\}/gi, 'Dokumen');
  const named = together.includes('{') ? together : `${together} {judul}`;
  return proposedFileName(record, 'notula', named, '.zip');
}
