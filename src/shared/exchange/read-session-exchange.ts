import { z } from 'zod';

import { findReferenceProblems } from './references.ts';
import type { ExchangeFieldFault, ExchangeProblem, ReadExchange } from './session-exchange.ts';
import {
  DEEPEST_EXCHANGE,
  EXCHANGE_FORMAT,
  EXCHANGE_VERSION,
  LARGEST_EXCHANGE_LETTERS,
  sessionExchangeSchema,
} from './session-exchange.ts';

/** More help nobody: they are mostly the same one again. */
const MOST_PROBLEMS = 50;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Whether brackets stand deeper in one another than they may. Read from the text, before anything
 * is made of it: what checks a value goes down into it step by step, until it falls.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) {
      isInString = true;
    } else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      depth += 1;
      if (depth > DEEPEST_EXCHANGE) return true;
    } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) {
      depth -= 1;
    }
  }
  return false;
}

/** "blocks[3].attrs.kind": places in lists count from 1, as people count. */
export function placeName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  let value = file;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}

function faultOf(issue: z.core.$ZodIssue, file: unknown): ExchangeFieldFault {
  if (valueAt(file, issue.path) === undefined) return { type: 'missing' };
  if (issue.code === 'invalid_type') return { type: 'wrong-type', expected: issue.expected };
  if (issue.code === 'too_big') {
    const limit = Number(issue.maximum);
    return issue.origin === 'string' ? { type: 'too-long', limit } : { type: 'too-many', limit };
  }
  return issue.code === 'invalid_value'
    ? { type: 'not-allowed', allowed: issue.values.map(String).join(', ') }
    : { type: 'invalid' };
}

function brokenLine(text: string, error: unknown): number | null {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

const headSchema = z.object({ format: z.literal(EXCHANGE_FORMAT), version: z.number().int() });

const refused = (...problems: readonly ExchangeProblem[]): ReadExchange => ({
  ok: false,
  problems,
});

/**
 * Reads the text of a file with one session, of which nothing is believed: its size, its depth, each
 * value and each reference are checked. Nothing is read by halves: one problem anywhere and there is
 * no session.
 */
export function readSessionExchange(json: string): ReadExchange {
  if (json.length > LARGEST_EXCHANGE_LETTERS) {
    return refused({ type: 'too-large', limitMegabytes: LARGEST_EXCHANGE_LETTERS / 1024 / 1024 });
  }
  if (isTooDeep(json)) return refused({ type: 'too-deep' });
  const text = json.replace(/^\uFEFF/, '');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return refused({ type: 'not-json', line: brokenLine(text, error) });
  }
  const head = headSchema.safeParse(file);
  if (!head.success) return refused({ type: 'other-format' });
  const { version } = head.data;
  if (version > EXCHANGE_VERSION) return refused({ type: 'newer', version });
  const parsed = sessionExchangeSchema.safeParse(file);
  if (!parsed.success) {
    return refused(
      ...parsed.error.issues.slice(0, MOST_PROBLEMS).map((issue): ExchangeProblem => ({
        type: 'field',
        path: placeName(issue.path),
        fault: faultOf(issue, file),
      })),
    );
  }
  const problems = findReferenceProblems(parsed.data).slice(0, MOST_PROBLEMS);
  return problems.length > 0 ? refused(...problems) : { ok: true, exchange: parsed.data };
}
