import { describe, expect, it } from 'vitest';

import type { NumberFacts } from '../../../../src/shared/official/number-template.ts';
import {
  missingCodes,
  nextNumber,
  readNumberTemplate,
  renderNumber,
} from '../../../../src/shared/official/number-template.ts';

const FACTS: NumberFacts = {
  kind: 'berita-acara',
  codes: { classification: 'PK.01', unit: '3507', signatory: 'K1' },
  isoDate: '2025-09-04',
};

function partsOf(template: string) {
  const read = readNumberTemplate(template);
  if (!read.ok) throw new Error(read.problem.type);
  return read.parts;
}
const render = (template: string, no: string): string => renderNumber(partsOf(template), FACTS, no);
const problemOf = (template: string) => {
  const read = readNumberTemplate(template);
  return read.ok ? null : read.problem;
};
const next = (template: string, ...used: readonly string[]) =>
  nextNumber(partsOf(template), FACTS, used);

describe('reading a template', () => {
  it('writes the numbers of KPU and Bawaslu', () => {
    expect(render('{no}/{klasifikasi}-{jenis}/{satker}/{tahun}', '63')).toBe(
      '63/PK.01-BA/3507/2025',
    );
    expect(render('{no}/PK.01-BA/1118/2/{tahun}', '63')).toBe('63/PK.01-BA/1118/2/2025');
    expect(render('{no}/HK.01.00/{penandatangan}/{MM}/{YYYY}', '314')).toBe(
      '314/HK.01.00/K1/09/2025',
    );
    expect(render('{no}/{bulan-romawi}/{yyyy}', '7')).toBe('7/IX/2025');
  });

  it('says what is wrong with one', () => {
    expect(problemOf('{no}/{nomer}/{tahun}')).toEqual({ type: 'unknown-token', token: 'nomer' });
    expect(problemOf('{no}/{tahun')).toEqual({ type: 'brace' });
    expect(problemOf('{no}/}tahun{')).toEqual({ type: 'brace' });
    expect(problemOf('PK.01/{tahun}')).toEqual({ type: 'no-number' });
    expect(problemOf('{no}/{no}')).toEqual({ type: 'number-twice' });
    expect(problemOf('')).toEqual({ type: 'no-number' });
  });

  it('names the codes that the office has not set', () => {
    const facts = { ...FACTS, codes: { classification: ' ', unit: '', signatory: 'K1' } };
    const parts = partsOf('{no}/{klasifikasi}/{satker}/{satker}/{penandatangan}');
    expect(missingCodes(parts, facts)).toEqual(['klasifikasi', 'satker']);
    expect(missingCodes(parts, FACTS)).toEqual([]);
  });
});

describe('the next number', () => {
  const TEMPLATE = '{no}/{klasifikasi}-{jenis}/{satker}/{tahun}';

  it('comes after the highest of the same year and template', () => {
    expect(
      next(TEMPLATE, '9/PK.01-BA/3507/2025', '63/PK.01-BA/3507/2025', '10/PK.01-BA/3507/2025'),
    ).toEqual({ number: '64/PK.01-BA/3507/2025', lastUsed: '63/PK.01-BA/3507/2025' });
    expect(next(TEMPLATE, '80/PK.01-BA/3507/2024', '81/PK.01-UND/3507/2025', 'menyusul')).toEqual({
      number: '1/PK.01-BA/3507/2025',
      lastUsed: null,
    });
  });

  it('understands suffixes, spaces and small letters', () => {
    for (const used of [
      '59.a/PK.01-BA/3507/2025',
      '59A/PK.01-BA/3507/2025',
      '59-b/PK.01-BA/3507/2025',
      ' 59 / PK.01-BA / 3507 / 2025 ',
      '59/pk.01-ba/3507/2025',
    ]) {
      expect(next(TEMPLATE, used)).toEqual({ number: '60/PK.01-BA/3507/2025', lastUsed: used });
    }
    expect(next(TEMPLATE, '59.abc/PK.01-BA/3507/2025').lastUsed).toBeNull();
  });

  it('goes on counting over months, and writes the month of its own day', () => {
    expect(next('{no}/{bulan-romawi}/{MM}/{tahun}', '12/VIII/08/2025').number).toBe(
      '13/IX/09/2025',
    );
  });

  it('keeps the zeros that an office writes', () => {
    expect(next('{no}/BA/{tahun}', '063/BA/2025').number).toBe('064/BA/2025');
    expect(next('{no}/BA/{tahun}', '099/BA/2025').number).toBe('100/BA/2025');
  });

  it('takes marks of a template as they are', () => {
    expect(next('BA.{no}(a)+{tahun}', 'BAx7(a)+2025').lastUsed).toBeNull();
    expect(next('BA.{no}(a)+{tahun}', 'BA.7(a)+2025').number).toBe('BA.8(a)+2025');
  });
});
