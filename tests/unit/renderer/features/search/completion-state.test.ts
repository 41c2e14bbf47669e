import { describe, expect, test } from 'vitest';

import {
  complete,
  completionMode,
  fieldAction,
} from '../../../../../src/renderer/features/search/completion-state.ts';
import type { CompletionCandidates } from '../../../../../src/shared/search/query/complete.ts';
import { completionsAt } from '../../../../../src/shared/search/query/complete.ts';

const candidates: CompletionCandidates = {
  speakers: [
    { name: 'Budi Contoh', sessionCount: 9 },
    { name: 'Budiman Contoh', sessionCount: 2 },
    { name: 'Ani Contoh', sessionCount: 1 },
  ],
  organizations: [],
  kinds: [{ name: 'Rakor', sessionCount: 3 }],
  series: [],
  years: [
    { name: '2025', sessionCount: 4 },
    { name: '2024', sessionCount: 3 },
  ],
};
const at = (text: string) => completionsAt(text, text.length, candidates, '2026-11-22');
const mode = (text: string) => completionMode(text, at(text));

describe('what proposals may do', () => {
  test('a value that is being typed opens a list, a bare word names one proposal', () => {
    expect(mode('coklit pembicara:')).toBe('list');
    expect(mode('pembicara:bud')).toBe('list');
    expect(mode('jenis:rakor,')).toBe('list');
    expect(mode('pemb')).toBe('hint');
    expect(mode('budi')).toBe('hint');
    expect(mode('pe')).toBe('none');
    expect(mode('coklit ')).toBe('none');
  });

  test('what stands there whole opens nothing, unless it goes on', () => {
    expect(mode('tahun:2025')).toBe('none');
    expect(mode('jenis:fgd')).toBe('none');
    expect(mode('tahun:202')).toBe('list');
  });

  test('a proposal takes the place of what was typed of it', () => {
    const text = 'coklit pembicara:bud';
    const found = at(text);
    const [first] = found.items;
    if (first === undefined) throw new Error('something is proposed');
    const { text: done, caret } = complete(text, found, first);
    expect(done).toBe('coklit pembicara:"Budi Contoh" ');
    expect(caret).toBe(done.length);
  });
});

describe('keys in the field', () => {
  const results = {
    mode: 'none',
    chosen: -1,
    completionCount: 0,
    hitCount: 5,
    isEmpty: false,
  } as const;
  const list = { ...results, mode: 'list', completionCount: 3 } as const;

  test('arrows walk the results, Enter opens', () => {
    expect(fieldAction('ArrowDown', results)).toEqual({ type: 'step-results', by: 1 });
    expect(fieldAction('PageUp', results)).toEqual({ type: 'step-results', by: -8 });
    expect(fieldAction('Enter', results)).toEqual({ type: 'open' });
    expect(fieldAction('Tab', results)).toBeNull();
    expect(fieldAction('Escape', results)).toBeNull();
    expect(fieldAction('ArrowDown', { ...results, hitCount: 0 })).toBeNull();
  });

  test('a list of proposals never takes Enter or Tab from somebody who chose nothing of it', () => {
    expect(fieldAction('Enter', list)).toEqual({ type: 'open' });
    expect(fieldAction('Tab', list)).toBeNull();
    expect(fieldAction('ArrowDown', list)).toEqual({ type: 'step-completions', by: 1 });
    expect(fieldAction('Escape', list)).toEqual({ type: 'dismiss' });
    expect(fieldAction('Enter', { ...list, chosen: 1 })).toEqual({ type: 'take', index: 1 });
    expect(fieldAction('Tab', { ...list, chosen: 1 })).toEqual({ type: 'take', index: 1 });
    expect(fieldAction('Tab', { ...list, completionCount: 1 })).toEqual({ type: 'take', index: 0 });
  });

  test('a named proposal is taken by Tab alone', () => {
    const hint = { ...results, mode: 'hint', completionCount: 2 } as const;
    expect(fieldAction('Tab', hint)).toEqual({ type: 'take', index: 0 });
    expect(fieldAction('Enter', hint)).toEqual({ type: 'open' });
    expect(fieldAction('ArrowDown', hint)).toEqual({ type: 'step-results', by: 1 });
  });

  test('from the empty field the arrow goes down to what is kept', () => {
    const empty = { ...results, hitCount: 0, isEmpty: true };
    expect(fieldAction('ArrowDown', empty)).toEqual({ type: 'into-start' });
    expect(fieldAction('ArrowUp', empty)).toBeNull();
  });
});
