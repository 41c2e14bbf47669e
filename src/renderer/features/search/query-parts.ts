import type { ActiveFilter } from '../../../shared/search/query/edit.ts';
import { editQuery, filtersOf } from '../../../shared/search/query/edit.ts';
import { describeQuery } from '../../../shared/search/query/format.ts';
import { parseQuery } from '../../../shared/search/query/parse.ts';
import type {
  FilterKey,
  ParsedQuery,
  Place,
  SearchNode,
  SearchNote,
} from '../../../shared/search/query/query.ts';
import { DATE_FILTERS, PART_FILTERS } from '../../../shared/search/query/query.ts';

/** The day that "bulan lalu" and the like are counted from, as this computer has it. */
export function today(): string {
  const now = new Date();
  const part = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** Something that was typed as an operator, shown as a chip that takes it out of the text again. */
export interface QueryChip {
  readonly key: string;
  /** null: no filter but words, such as a phrase. */
  readonly filter: ActiveFilter | null;
  readonly label: string;
  /** The text without it. */
  readonly rest: string;
}

function without(text: string, { start, end }: Place): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}

/** Whether a part that is no filter stands in the text by an operator: quotes, "-", NEAR, ATAU. */
function isOperator(node: SearchNode): boolean {
  switch (node.type) {
    case 'term':
      return node.isExact;
    case 'near':
    case 'any':
    case 'not':
      return true;
    case 'all':
    case 'filter':
      return false;
  }
}

export function readQuery(text: string): ParsedQuery {
  return parseQuery(text, { today: today() });
}

/** The chips of a text, in its order. */
export function chipsOf(query: ParsedQuery): readonly QueryChip[] {
  const { text } = query;
  const filters = filtersOf(query);
  const chips = filters.map((filter): QueryChip & Place => ({
    key: `${filter.isNegated ? '-' : ''}${filter.key}:${filter.value}`,
    filter,
    label: filter.value,
    rest: editQuery(
      text,
      { type: 'remove', key: filter.key, value: filter.value, isNegated: filter.isNegated },
      { today: today() },
    ),
    start: filter.start,
    end: filter.end,
  }));
  const isFilter = (node: SearchNode): boolean =>
    filters.some(({ start, end }) => start >= node.start && end <= node.end);
  const words = query.all
    .filter((node) => isOperator(node) && !isFilter(node))
    .map((node): QueryChip & Place => {
      const label = describeQuery({ all: [node] });
      return { key: label, filter: null, label, rest: without(text, node), ...placeIn(node) };
    });
  return [...chips, ...words].toSorted((a, b) => a.start - b.start);
}

const placeIn = ({ start, end }: Place): Place => ({ start, end });

/** The text without its filters: what is left are words. */
export function withoutFilters(text: string): string {
  let rest = text;
  for (const { key, isNegated } of filtersOf(readQuery(text))) {
    rest = editQuery(rest, { type: 'remove', key, isNegated }, { today: today() });
  }
  return rest;
}

/** Another question that may find something where this one found nothing. */
export type Proposal =
  | { readonly type: 'withoutFilters'; readonly text: string }
  | { readonly type: 'anyWord'; readonly text: string }
  | { readonly type: 'withoutQuotes'; readonly text: string };

/** What to try next where nothing was found. */
export function proposalsFor(text: string): readonly Proposal[] {
  const query = readQuery(text);
  const proposals: Proposal[] = [];
  const rest = withoutFilters(text);
  if (rest !== '' && rest !== text.trim()) proposals.push({ type: 'withoutFilters', text: rest });
  const isExact = (node: SearchNode): boolean => node.type === 'term' && node.isExact;
  if (query.all.some(isExact)) {
    proposals.push({ type: 'withoutQuotes', text: text.replaceAll(/["“”„«»]/gu, '').trim() });
  }
  const words = query.all.filter((node) => node.type === 'term');
  if (words.length > 1 && words.length === query.all.length) {
    const any = words.map((word) => text.slice(word.start, word.end)).join(' ATAU ');
    proposals.push({ type: 'anyWord', text: any });
  }
  return proposals;
}

/** Notes about what is still being typed are no help: a quote that is open will be closed. */
const WHILE_TYPING: ReadonlySet<SearchNote['code']> = new Set([
  'unclosed-quote',
  'unpaired-bracket',
  'dangling-operator',
  'empty-value',
  'unknown-operator',
  'operator-in-lower-case',
]);

/** How the text was read, where that is not as it stands. */
export function shownNotes({ text, notes }: ParsedQuery): readonly SearchNote[] {
  return notes.filter(({ code, end }) => end < text.trimEnd().length || !WHILE_TYPING.has(code));
}

/** Filters of which a text has one: choosing another takes its place. */
const ALONE: readonly (readonly FilterKey[])[] = [
  [...PART_FILTERS, 'tindaklanjut'],
  DATE_FILTERS,
  ['status'],
];

/** The text with a value of a filter chosen, or given up where it was chosen before. */
export function toggled(text: string, key: FilterKey, value: string): string {
  const options = { today: today() };
  const isActive = filtersOf(readQuery(text)).some(
    (one) => one.key === key && !one.isNegated && one.value.toLowerCase() === value.toLowerCase(),
  );
  if (isActive) return editQuery(text, { type: 'remove', key, value }, options);
  const others = ALONE.find((keys) => keys.includes(key)) ?? [];
  const rest = others.reduce(
    (left, other) => editQuery(left, { type: 'remove', key: other }, options),
    text,
  );
  return editQuery(rest, { type: 'add', key, value }, options);
}

/** The values of a filter that a text asks for. */
export function valuesOf(text: string, key: FilterKey): readonly string[] {
  return filtersOf(readQuery(text)).flatMap((one) =>
    one.key === key && !one.isNegated ? [one.value] : [],
  );
}
