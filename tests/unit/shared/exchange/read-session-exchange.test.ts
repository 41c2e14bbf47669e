import { describe, expect, it } from 'vitest';

import { readSessionExchange } from '../../../../src/shared/exchange/read-session-exchange.ts';
import type { SessionExchange } from '../../../../src/shared/exchange/session-exchange.ts';
import { DEEPEST_EXCHANGE } from '../../../../src/shared/exchange/session-exchange.ts';
import { exchangeOf } from '../../../fixtures/exchange.ts';
import { fullRecord } from '../../../documents/records.ts';

const WHOLE = exchangeOf(fullRecord(3));
const whole = (): SessionExchange => WHOLE;

/** A file in which anything may stand. */
type Loose = Record<string, Record<string, unknown> & Record<number, Record<string, unknown>>>;

/** The problems of a file that is changed somewhere. */
function problemsOf(change: (file: Loose) => void) {
  const file = JSON.parse(JSON.stringify(whole())) as Loose;
  change(file);
  const read = readSessionExchange(JSON.stringify(file));
  return read.ok ? [] : read.problems;
}

/** The first problem of a file that is changed somewhere, as a place and a fault. */
function firstProblem(change: (file: Loose) => void): unknown {
  const [problem] = problemsOf(change);
  return problem?.type === 'field' ? [problem.path, problem.fault] : problem;
}

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
    const inSession = (values: object) =>
      firstProblem((file) => Object.assign(file['session'] ?? {}, values));
    expect(inSession({ title: undefined })).toEqual(['session.title', { type: 'missing' }]);
    expect(inSession({ title: 5 })).toEqual([
      'session.title',
      { type: 'wrong-type', expected: 'string' },
    ]);
    expect(inSession({ title: 'x'.repeat(1001) })).toEqual([
      'session.title',
      { type: 'too-long', limit: 1000 },
    ]);
    expect(inSession({ zone: 'GMT' })).toEqual([
      'session.zone',
      { type: 'not-allowed', allowed: 'WIB, WITA, WIT' },
    ]);
    expect(inSession({ hosts: Array.from({ length: 21 }, () => 'x') })).toEqual([
      'session.hosts',
      { type: 'too-many', limit: 20 },
    ]);
  });

  it('names what stands twice, and what names nothing', () => {
    const inList = (list: string, index: number, values: object) =>
      firstProblem((file) => Object.assign(file[list]?.[index] ?? {}, values));
    expect(inList('attendance', 1, { personId: 'siapa' })).toEqual([
      'attendance[2].personId',
      { type: 'unknown-reference', list: 'persons' },
    ]);
    expect(inList('attendance', 1, { id: whole().attendance[0]?.id })).toEqual([
      'attendance[2].id',
      { type: 'doubled' },
    ]);
    expect(inList('persons', 0, { name: '\u200b' })).toEqual([
      'persons[1].name',
      { type: 'missing' },
    ]);
    const attrs = { ...whole().blocks[0]?.attrs, dayId: 'besok' };
    expect(inList('blocks', 0, { attrs })).toEqual([
      'blocks[1].attrs.dayId',
      { type: 'unknown-reference', list: 'session.days' },
    ]);
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
