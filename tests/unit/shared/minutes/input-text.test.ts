import { describe, expect, it } from 'vitest';

import { multiLineText, singleLineText } from '../../../../src/shared/minutes/input-text.ts';

describe('typed and pasted text', () => {
  it('loses what nobody can see and keeps every letter', () => {
    expect(singleLineText(' Rapat\u0007\r\nlanjutan\t مرحبا ')).toBe('Rapat lanjutan  مرحبا');
    expect(multiLineText('Satu\r\ndua\u000b')).toBe('Satu\ndua');
  });

  it('loses marks that turn round what stands after them', () => {
    expect(singleLineText('Rapat \u202eketiga\u202c 12 \u2067x\u2069')).toBe('Rapat ketiga 12 x');
    expect(multiLineText('\u202aSatu\u202c\ndua')).toBe('Satu\ndua');
  });
});
