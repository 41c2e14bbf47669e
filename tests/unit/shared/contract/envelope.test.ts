import { describe, expect, it } from 'vitest';

import { openInput, sealInput } from '../../../../src/shared/contract/envelope.ts';

describe('the sealed input of a call', () => {
  it('opens as what it was', () => {
    const input = { sessionId: 'a', upserts: [{ type: 'statement', attrs: { id: 'é' } }] };
    expect(openInput(sealInput(input))).toEqual(input);
  });

  it('is left alone where it is none, or none that can be read', () => {
    const bytes = { bytes: new Uint8Array([1]) };
    expect(openInput(bytes)).toBe(bytes);
    for (const input of [undefined, null, 'x', { sealedInput: 5 }, { sealedInput: '{' }]) {
      expect(openInput(input)).toBe(input);
    }
  });
});
