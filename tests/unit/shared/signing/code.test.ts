import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import {
  documentCode,
  parseDocumentCode,
  printedCode,
} from '../../../../src/shared/signing/code.ts';

const FINAL = {
  version: 2,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
} as const;
const READ = { version: 2, hashStart: '9f86d081884c7d65' };

describe('the code of a document', () => {
  it('names version and hash, in the QR code and on paper', () => {
    expect(documentCode(FINAL)).toBe('NTL-2-9F86D081884C7D65');
    expect(printedCode(FINAL)).toBe('NTL-2-9F86 D081 884C 7D65');
  });

  it('is what the page of documentation shows of its example', () => {
    const page = readFileSync(new URL('../../../../docs/signing.md', import.meta.url), 'utf8');
    const hashOf = (name: string): string =>
      new RegExp(`<!-- example: ${name} -->\\s+\`\`\`text\\s+([0-9a-f]{64})`).exec(page)?.[1] ?? '';
    expect(page).toContain(documentCode({ version: 0, sha256: hashOf('sha256') }));
    expect(page).toContain(documentCode({ version: 1, sha256: hashOf('addendum-sha256') }));
  });

  it.each([
    'NTL-2-9F86D081884C7D65',
    'NTL-2-9F86 D081 884C 7D65',
    'ntl-2-9f86d081884c7d65',
    '  ntl 2 9f86 d081 884c 7d65 ',
    'NTL29F86D081884C7D65',
    'NTL – 2 – 9F86–D081–884C–7D65',
    'NTL-2-9F86DO8l884C7D65',
    'NTL-2-9F86Do8i884C7D65',
    '2-9F86D081884C7D65',
  ])('is read from "%s"', (typed) => {
    expect(parseDocumentCode(typed)).toEqual(READ);
  });

  it('is read whatever the version', () => {
    expect(parseDocumentCode(documentCode({ ...FINAL, version: 0 }))).toEqual({
      ...READ,
      version: 0,
    });
    expect(parseDocumentCode(documentCode({ ...FINAL, version: 12 }))).toEqual({
      ...READ,
      version: 12,
    });
    expect(parseDocumentCode('NTL-O-9F86D081884C7D65')).toEqual({ ...READ, version: 0 });
    expect(parseDocumentCode('NTL-l2-9F86D081884C7D65')).toEqual({ ...READ, version: 12 });
  });

  it.each([
    '',
    'NTL',
    'NTL-2-9F86D081884C7D6',
    'NTL-2-9F86D081884C7D65A',
    'NTL-2-9F86D081884G7D65',
    'NTL-99999-9F86D081884C7D65',
    '63/PK.01-BA/3507/2025',
    'https://contoh.example/NTL-2-9F86D081884C7D65',
  ])('is not read from "%s"', (typed) => {
    expect(parseDocumentCode(typed)).toBeNull();
  });
});
