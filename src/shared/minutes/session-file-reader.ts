import type { z } from 'zod';

import type { SessionFileEntry } from './session-file.ts';
import { sessionFileSchema } from './session-file.ts';

export type SessionFileResult =
  | { readonly ok: true; readonly entries: readonly SessionFileEntry[] }
  | { readonly ok: false; readonly problems: readonly string[] };

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  array: 'daftar [ … ]',
  object: 'objek { … }',
};

/** What is wrong with a value; the schema's own messages are Indonesian sentences already. */
function problemText(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    return `harus berupa ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? `terlalu panjang (paling banyak ${issue.maximum} huruf)`
      : `terlalu besar (paling banyak ${issue.maximum})`;
  }
  if (issue.code === 'too_small') return `terlalu kecil (paling sedikit ${issue.minimum})`;
  if (issue.code === 'invalid_value') return `harus salah satu dari: ${issue.values.join(', ')}`;
  return issue.message;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function entryName(file: unknown, index: number): string {
  const entry: unknown = Array.isArray(file) ? file[index] : undefined;
  const id =
    typeof entry === 'object' && entry !== null && 'id' in entry
      ? String(entry.id).slice(0, 80)
      : '';
  return id === '' ? `Sesi ke-${index + 1}` : `Sesi ke-${index + 1} (${id})`;
}

/**
 * Reads the text of a `sessions.json` file. Problems are Indonesian sentences that name the session
 * and the field; list positions in them count from 1. Nothing is read by halves: one problem
 * anywhere and there are no entries.
 */
export function readSessionFile(json: string): SessionFileResult {
  let file: unknown;
  try {
    file = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { ok: false, problems: [brokenJsonText(json, error)] };
  }
  const parsed = sessionFileSchema.safeParse(file);
  if (parsed.success) return { ok: true, entries: parsed.data };
  const problems = parsed.error.issues.map((issue) => {
    const [index, ...field] = issue.path;
    if (typeof index !== 'number') return 'Isi berkas harus berupa daftar sesi: [ { … }, { … } ].';
    const where = entryName(file, index);
    return field.length === 0
      ? `${where}: ${problemText(issue)}.`
      : `${where}, isian "${fieldName(field)}": ${problemText(issue)}.`;
  });
  return { ok: false, problems };
}

function brokenJsonText(json: string, error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const line = position === undefined ? null : json.slice(0, Number(position)).split('\n').length;
  return line === null
    ? 'Isi berkas bukan JSON yang utuh.'
    : `Isi berkas bukan JSON yang utuh (kesalahan di sekitar baris ${line}).`;
}
