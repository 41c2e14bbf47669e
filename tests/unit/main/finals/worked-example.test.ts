import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { addendumHash, sha256 } from '../../../../src/main/finals/hashes.ts';
import { entryHash, NO_ENTRY_BEFORE } from '../../../../src/main/log/entry-hash.ts';
import { canonicalJson } from '../../../../src/shared/final/canonical-json.ts';
import { frozenForm, readFrozenForm } from '../../../../src/shared/final/frozen-form.ts';
import type { LogEntry } from '../../../../src/shared/minutes/final.ts';
import {
  exampleAddendum,
  exampleOffices,
  exampleRecord,
} from '../../../fixtures/worked-example.ts';

const page = readFileSync(new URL('../../../../docs/signing.md', import.meta.url), 'utf8');

/** The texts in frames that follow a mark in the page. */
function framesAfter(mark: string): readonly string[] {
  const [, rest = ''] = page.split(`<!-- example: ${mark} -->`);
  return [...rest.matchAll(/```text\n(.*)\n```/g)].map(([, text]) => String(text));
}

it('shows in docs/signing.md what the code makes of the example', () => {
  const canonical = canonicalJson(frozenForm(exampleRecord, exampleOffices));
  const [text, hash, addendum, addendumSha256] = framesAfter('canonical');
  expect(text).toBe(canonical);
  expect(hash).toBe(sha256(canonical));
  expect(framesAfter('sha256')[0]).toBe(hash);
  expect(addendum).toBe(canonicalJson({ previous: hash, ...exampleAddendum }));
  expect(addendumSha256).toBe(addendumHash(exampleAddendum, String(hash)));
});

it('shows two entries of the log that follow each other', () => {
  const [first = '', firstHash = '', second = '', secondHash = ''] = framesAfter('log');
  const entry = (text: string) => JSON.parse(text) as Omit<LogEntry, 'hash'> & { previous: string };
  expect(entry(first).previous).toBe(NO_ENTRY_BEFORE);
  expect(entry(second).previous).toBe(firstHash);
  expect(entryHash(entry(first), NO_ENTRY_BEFORE)).toBe(firstHash);
  expect(entryHash(entry(second), firstHash)).toBe(secondHash);
  // As anybody can compute it from the page alone.
  expect([sha256(first), sha256(second)]).toEqual([firstHash, secondHash]);
});

it('reads the text back, and nothing of another format or version', () => {
  const form = frozenForm(exampleRecord, exampleOffices);
  expect(readFrozenForm(canonicalJson(form))).toEqual(form);
  expect(readFrozenForm(canonicalJson({ ...form, version: 2 }))).toBeNull();
  expect(readFrozenForm(canonicalJson({ ...form, format: 'lain' }))).toBeNull();
  expect(readFrozenForm('{')).toBeNull();
  expect(readFrozenForm('null')).toBeNull();
});
