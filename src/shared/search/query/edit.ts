import { filterValueText, formatQuery, quotedValue } from './format.ts';
import type { ParseOptions } from './parse.ts';
import { parseQuery } from './parse.ts';
import type { FilterKey, FilterNode, ParsedQuery, Place, SearchNode } from './query.ts';
import type { FilterToken, TextToken, Token } from './scan.ts';
import { scan } from './scan.ts';

/** A filter of a query as a chip shows it. */
export interface ActiveFilter extends Place {
  readonly key: FilterKey;
  /** What stands behind the colon, in the canonical form without quotes; "" where nothing does. */
  readonly value: string;
  readonly isNegated: boolean;
  /** It is one of several of which one is enough. */
  readonly isAlternative: boolean;
  readonly filter: FilterNode;
}

/** The value is what stands behind the colon, without quotes; "" for a filter that stands alone. */
export type QueryEdit =
  /** In the place of every other value of that filter. */
  | { readonly type: 'set'; readonly key: FilterKey; readonly value: string }
  /** Beside its other values. */
  | { readonly type: 'add'; readonly key: FilterKey; readonly value: string }
  /** Removes that value, or all of the filter where no value is given. */
  | {
      readonly type: 'remove';
      readonly key: FilterKey;
      readonly value?: string;
      readonly isNegated?: boolean;
    }
  | { readonly type: 'toggle'; readonly key: FilterKey; readonly value: string };

const unquoted = (text: string): string => text.replace(/^"(.*)"$/u, '$1');

/** The filters that hold for the whole query, in the order of the text. */
export function filtersOf(query: Pick<ParsedQuery, 'all'>): readonly ActiveFilter[] {
  const active = (
    node: SearchNode,
    isNegated: boolean,
    isAlternative: boolean,
  ): readonly ActiveFilter[] => {
    switch (node.type) {
      case 'filter': {
        const { key, start, end } = node;
        const value = unquoted(filterValueText(node).replace(/\*$/u, ''));
        return [{ key, value, isNegated, isAlternative, filter: node, start, end }];
      }
      case 'any':
        // Where words are among the parts it is no filter of the whole.
        return node.parts.every((part) => part.type === 'filter')
          ? node.parts.flatMap((part) => active(part, isNegated, true))
          : [];
      case 'not':
        return active(node.part, true, isAlternative);
      case 'term':
      case 'near':
      case 'all':
        return [];
    }
  };
  return query.all.flatMap((node) => active(node, false, false));
}

/** A value in the form in which two ways to write it are the same. */
function canonicalValue(key: FilterKey, value: string, options: ParseOptions): string {
  const text = value === '' ? `${key}:` : `${key}:"${value}"`;
  const read = formatQuery(parseQuery(text, { ...options, isComplete: true }));
  // A state of follow-ups is none in quotes.
  return (key === 'tindaklanjut' && value !== '' ? `${key}:${value}` : read).toLowerCase();
}

interface PlacedFilter {
  readonly token: FilterToken;
  readonly start: number;
  readonly isNegated: boolean;
}

/** Whether a filter is of some kind; "tahun:2024-07" is read as "tanggal:2024-07". */
function isOf(token: FilterToken, key: FilterKey, options: ParseOptions): boolean {
  const [first] = token.values;
  if (token.key !== 'tahun' || first === undefined) return token.key === key;
  return canonicalValue('tahun', first.text, options).startsWith(`${key}:`);
}

function placedFilters(
  tokens: readonly Token[],
  key: FilterKey,
  options: ParseOptions,
): readonly PlacedFilter[] {
  return tokens.flatMap((token, at) => {
    if (token.type !== 'filter' || !isOf(token, key, options)) return [];
    const before = tokens[at - 1];
    const isNegated =
      before?.type === 'minus' || (before?.type === 'join' && before.join === 'not');
    return [{ token, isNegated, start: isNegated ? before.start : token.start }];
  });
}

/** Cuts a stretch out, with the ATAU beside it and the space that parted it from the rest. */
function cut(text: string, place: Place, options: ParseOptions): string {
  const tokens = scan(text, options.today);
  const before = tokens.findLast((token) => token.end <= place.start);
  const after = tokens.find((token) => token.start >= place.end);
  const isOr = (token: Token | undefined): token is Token =>
    token?.type === 'join' && token.join === 'or';
  const start = isOr(before) ? before.start : place.start;
  const end = !isOr(before) && isOr(after) ? after.end : place.end;
  const [left, right] = [text.slice(0, start), text.slice(end)];
  if (/\S/u.test(left) && /^\s/u.test(right)) return left.trimEnd() + right;
  return left.trimEnd() === '' ? right.trimStart() : left.trimEnd() + right;
}

/** Removes one value of a filter, the filter with it where it was the only one. */
function withoutValue(
  text: string,
  filter: PlacedFilter,
  value: TextToken,
  options: ParseOptions,
): string {
  const { token, start } = filter;
  const at = token.values.indexOf(value);
  if (token.values.length === 1) return cut(text, { start, end: token.end }, options);
  const next = token.values[at + 1];
  const previous = token.values[at - 1];
  return next === undefined
    ? text.slice(0, previous?.end ?? value.start) + text.slice(value.end)
    : text.slice(0, value.start) + text.slice(next.start);
}

function removed(
  text: string,
  edit: Extract<QueryEdit, { type: 'remove' }>,
  options: ParseOptions,
): string {
  const wanted = edit.value === undefined ? null : canonicalValue(edit.key, edit.value, options);
  const bare = canonicalValue(edit.key, '', options);
  let result = text;
  // Each removal moves what stands behind it.
  for (;;) {
    const step = placedFilters(scan(result, options.today), edit.key, options)
      .filter((one) => one.isNegated === (edit.isNegated ?? false))
      .flatMap((one): readonly string[] => {
        const { token, start } = one;
        const whole = { start, end: token.end };
        if (wanted === null) return [cut(result, whole, options)];
        if (token.values.length === 0) return wanted === bare ? [cut(result, whole, options)] : [];
        const value = token.values.find(
          (two) => canonicalValue(edit.key, two.text, options) === wanted,
        );
        return value === undefined ? [] : [withoutValue(result, one, value, options)];
      })[0];
    if (step === undefined || step.length >= result.length) return result;
    result = step;
  }
}

/** What a filter looks like when it is written for somebody. */
function filterText(key: FilterKey, value: string): string {
  if (value === '') return `${key}:`;
  // Signs of dates need no quotes.
  return `${key}:${/^[\p{L}\p{N}.-]+$/u.test(value) ? value : quotedValue(value.replaceAll('"', ''))}`;
}

function hasFilter(text: string, key: FilterKey, value: string, options: ParseOptions): boolean {
  const wanted = canonicalValue(key, value, options);
  return filtersOf(parseQuery(text, { ...options, isComplete: true })).some(
    (one) =>
      one.key === key && !one.isNegated && canonicalValue(key, one.value, options) === wanted,
  );
}

/** Filters of which several values are asked for side by side, not one instead of another. */
const holdsTogether = (key: FilterKey): boolean => key === 'hadir';

function added(text: string, key: FilterKey, value: string, options: ParseOptions): string {
  if (hasFilter(text, key, value, options)) return text;
  const filter = filterText(key, value);
  const isListed = value !== '' && !holdsTogether(key);
  const other = placedFilters(scan(text, options.today), key, options).find(
    ({ token, isNegated }) =>
      !isNegated && token.values.length > 0 && /^(?:[\s)]|$)/u.test(text.slice(token.end)),
  )?.token;
  if (isListed && other !== undefined) {
    const listed = `${text.slice(0, other.end)},${filter.slice(key.length + 1)}${text.slice(other.end)}`;
    if (hasFilter(listed, key, value, options)) return listed;
  }
  const appended = [text.trimEnd(), filter].filter(Boolean).join(' ');
  if (hasFilter(appended, key, value, options)) return appended;
  // Something before it is open or left hanging: the text as it was read has nothing of the kind.
  const read = formatQuery(parseQuery(text, { ...options, isComplete: true }));
  return [read, filter].filter(Boolean).join(' ');
}

/** Changes one filter in a text and leaves the rest as it was typed. */
export function editQuery(text: string, edit: QueryEdit, options: ParseOptions): string {
  switch (edit.type) {
    case 'remove':
      return removed(text, edit, options);
    case 'add':
      return added(text, edit.key, edit.value, options);
    case 'set': {
      const rest = removed(text, { type: 'remove', key: edit.key }, options);
      return added(rest, edit.key, edit.value, options);
    }
    case 'toggle':
      return hasFilter(text, edit.key, edit.value, options)
        ? removed(text, { ...edit, type: 'remove' }, options)
        : added(text, edit.key, edit.value, options);
  }
}
