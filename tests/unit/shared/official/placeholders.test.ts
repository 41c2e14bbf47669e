import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import {
  PLACEHOLDERS,
  knownPlaceholder,
  nearestPlaceholder,
  placeholderName,
} from '../../../../src/shared/official/placeholders.ts';

describe('the table of placeholders', () => {
  it('names each once, with letters that anybody can type', () => {
    const names = PLACEHOLDERS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z_]+(?:\.[a-z_]+)?$/);
  });

  it('is what the page of documentation shows, word for word', () => {
    const page = readFileSync(
      new URL('../../../../docs/templat.md', import.meta.url),
      'utf8',
    ).replace(/ +/g, ' ');
    for (const { name, kind, meaning } of PLACEHOLDERS) {
      expect(page).toContain(
        `| \`{{${name}}}\` | ${kind === 'block' ? 'blok' : 'teks'} | ${meaning.id} |`,
      );
    }
  });
});

it('takes capitals and spaces as no difference', () => {
  expect(knownPlaceholder(placeholderName(' Notula . Isi '))).toEqual({
    kind: 'block',
    name: 'notula.isi',
  });
  expect(knownPlaceholder(placeholderName('{hari'))).toBeNull();
});

it('proposes what was most likely meant', () => {
  expect(nearestPlaceholder('judl')).toBe('judul');
  expect(nearestPlaceholder('pimpinan')).toBe('pimpinan.nama');
  expect(nearestPlaceholder('hadir_tabel')).toBe('hadir.tabel');
  expect(nearestPlaceholder('tandatangan.notulis')).toBe('tanda_tangan.notulis');
  expect(nearestPlaceholder('xyzxyz')).toBeNull();
  expect(nearestPlaceholder('a'.repeat(5000))).toBeNull();
});
