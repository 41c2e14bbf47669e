import { describe, expect, it } from 'vitest';

import { readSessionExchange } from '../../../../src/shared/exchange/read-session-exchange.ts';
import type { SessionExchange } from '../../../../src/shared/exchange/session-exchange.ts';
import { DEEPEST_EXCHANGE } from '../../../../src/shared/exchange/session-exchange.ts';
import { exchangeOf } from '../../../fixtures/exchange.ts';
import { fullRecord } from '../../../documents/records.ts';

const WHOLE = exchangeOf(fullRecord(3));
const whole = (): SessionExchange => WHOLE;

/** The problems of a file that is changed somewhere. */
function problemsOf(change: (file: Record<string, never>) => void) {
  const file = JSON.parse(JSON.stringify(whole())) as Record<string, never>;
  change(file);
  const read = readSessionExchange(JSON.stringify(file));
  return read.ok ? [] : read.problems;
}

type Loose = Record<string, Record<string, unknown> & Record<number, Record<string, unknown>>>;
const fieldProblem = (path: string, change: (file: Loose) => void, fault: object): void => {
  const problems = problemsOf((file) => change(file as unknown as Loose));
  expect(problems[0]).toEqual({ type: 'field', path, fault });
};

describe('reading the file of a session', () => {
  it('takes what is whole, with a byte order mark or without', () => {
    const text = JSON.stringify(whole());
    expect(readSessionExchange(text)).toEqual({ ok: true, exchange: whole() });
    expect(readSessionExchange(`\uFEFF${text}`).ok).toBe(true);
  });

  it('refuses what is no such file', () => {
    const problem = (text: string) => {
      const read = readSessionExchange(text);
      return read.ok ? null : read.problems[0];
    };
    expect(problem('')).toEqual({ type: 'not-json', line: null });
    expect(problem('{\n"format": "notula-sesi",\n oops')).toEqual({ type: 'not-json', line: 3 });
    expect(problem('null')).toEqual({ type: 'other-format' });
    expect(problem('[]')).toEqual({ type: 'other-format' });
    expect(problem('{"format":"lain","version":1}')).toEqual({ type: 'other-format' });
    expect(problem('{"format":"notula-sesi"}')).toEqual({ type: 'other-format' });
    expect(problem('{"format":"notula-sesi","version":2}')).toEqual({ type: 'newer', version: 2 });
  });

  it('goes down into nothing that is too deep, whatever brackets stand in texts', () => {
    const nested = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(readSessionExchange(nested)).toEqual({ ok: false, problems: [{ type: 'too-deep' }] });
    const cut = `{"a":${'['.repeat(DEEPEST_EXCHANGE)}`;
    expect(readSessionExchange(cut)).toEqual({ ok: false, problems: [{ type: 'too-deep' }] });
    const file = whole();
    const theme = '[{"\\'.repeat(500);
    const read = readSessionExchange(
      JSON.stringify({ ...file, session: { ...file.session, theme } }),
    );
    expect(read.ok && read.exchange.session.theme).toBe(theme);
  });

  it('survives the deepest text that it lets through', () => {
    let node: unknown = { type: 'paragraph' };
    // Each list is four brackets deep, below the seven around it.
    for (let depth = 0; depth < (DEEPEST_EXCHANGE - 12) / 4; depth += 1) {
      node = { type: 'bulletList', content: [{ type: 'listItem', content: [node] }] };
    }
    const file = whole();
    const blocks = [{ type: 'narration', attrs: { id: 'b', dayId: null }, content: [node] }];
    expect(readSessionExchange(JSON.stringify({ ...file, blocks })).ok).toBe(true);
  });

  it('names the field and what is wrong with it', () => {
    fieldProblem('session.title', (file) => delete file['session']?.['title'], { type: 'missing' });
    fieldProblem('session.title', (file) => Object.assign(file['session'] ?? {}, { title: 5 }), {
      type: 'wrong-type',
      expected: 'string',
    });
    fieldProblem(
      'session.title',
      (file) => Object.assign(file['session'] ?? {}, { title: 'x'.repeat(1001) }),
      { type: 'too-long', limit: 1000 },
    );
    fieldProblem('session.zone', (file) => Object.assign(file['session'] ?? {}, { zone: 'GMT' }), {
      type: 'not-allowed',
      allowed: 'WIB, WITA, WIT',
    });
    fieldProblem(
      'attendance[2].personId',
      (file) => Object.assign(file['attendance']?.[1] ?? {}, { personId: 'siapa' }),
      { type: 'unknown-reference', list: 'persons' },
    );
    fieldProblem(
      'attendance[2].id',
      (file) => {
        Object.assign(file['attendance']?.[1] ?? {}, { id: file['attendance']?.[0]?.['id'] });
        Object.assign(file, { blocks: [] });
      },
      { type: 'doubled' },
    );
    fieldProblem(
      'persons[1].name',
      (file) => Object.assign(file['persons']?.[0] ?? {}, { name: '\u200b' }),
      { type: 'missing' },
    );
    fieldProblem(
      'blocks[1].attrs.dayId',
      (file) =>
        Object.assign((file['blocks']?.[0]?.['attrs'] as object | undefined) ?? {}, {
          dayId: 'besok',
        }),
      { type: 'unknown-reference', list: 'session.days' },
    );
  });

  it('takes no address that could run something, and nothing that hides in the prototype', () => {
    const link = (href: string) => [
      {
        type: 'narration',
        attrs: { id: 'b', dayId: null },
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'klik', marks: [{ type: 'link', attrs: { href } }] }],
          },
        ],
      },
    ];
    const withLink = (href: string) =>
      readSessionExchange(JSON.stringify({ ...whole(), blocks: link(href) }));
    expect(withLink('https://contoh.example').ok).toBe(true);
    expect(withLink('javascript:alert(1)').ok).toBe(false);
    const polluted = JSON.stringify(whole()).replace('{', '{"__proto__":{"kotor":true},');
    expect(readSessionExchange(polluted).ok).toBe(true);
    expect(({} as { readonly kotor?: boolean }).kotor).toBeUndefined();
  });

  it('reports no more problems than anybody reads', () => {
    const problems = problemsOf((file) =>
      Object.assign(file, { blocks: Array.from({ length: 5000 }, () => ({})) }),
    );
    expect(problems).toHaveLength(50);
  });
});
