import { describe, expect, it } from 'vitest';

import { canonicalJson } from '../../../../src/shared/final/canonical-json.ts';

describe('the canonical text of a value', () => {
  it('has its members in the order of RFC 8785, section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(canonicalJson(value).startsWith('{"\\r":"Carriage Return","1":"One"')).toBe(true);
  });

  it('writes numbers, letters and words as section 3.2.2 shows', () => {
    const text =
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}';
    expect(canonicalJson(JSON.parse(text))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(canonicalJson(-0)).toBe('0');
  });

  it('is the same however the value was put together', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: '' })).toBe('{"a":"","b":[{"d":1}]}');
  });

  it('keeps text as it was typed, composed or not, and half a letter as its escape', () => {
    expect(canonicalJson('e\u0301')).toBe('"e\u0301"');
    expect(canonicalJson('é')).toBe('"é"');
    expect(canonicalJson('a\ud83d')).toBe('"a\\ud83d"');
  });

  it('is of JSON alone', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, [undefined]]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});
