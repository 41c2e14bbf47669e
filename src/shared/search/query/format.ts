import { spanText } from './date-values.ts';
import { joinWord } from './operators.ts';
import type { FilterNode, NearNode, ParsedQuery, SearchNode, WordTerm } from './query.ts';

/** How far terms of NEAR may be apart where nothing is said. */
export const USUAL_DISTANCE = 10;

/** A value that is read as one without quotes. */
const PLAIN_VALUE = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’/&_-]*$/u;

/** A filter's value, in quotes where it needs them. */
export function quotedValue(text: string): string {
  return PLAIN_VALUE.test(text) ? text : `"${text}"`;
}

/** A word that could be taken for an operator gets a full stop, which is none. */
function bareText(source: string): string {
  const text = source.replaceAll(' ', '-');
  const isOperator = joinWord(text) !== null || /^(?:NEAR|DEKAT)\d+$/iu.test(text);
  return isOperator ? `${text}.` : text;
}

function termText(term: WordTerm): string {
  const text = term.isExact ? `"${term.source}"` : bareText(term.source);
  return term.isPrefix ? `${text}*` : text;
}

/** What stands behind the colon. */
export function filterValueText(filter: FilterNode): string {
  switch (filter.key) {
    case 'pembicara':
    case 'lembaga':
    case 'jenis':
    case 'seri':
    case 'hadir':
      return `${quotedValue(filter.value.text)}${filter.value.isPrefix ? '*' : ''}`;
    case 'tanggal':
    case 'tahun':
      return spanText(filter);
    case 'keputusan':
    case 'rekomendasi':
    case 'penutup':
    case 'lampiran':
      return filter.term === null ? '' : termText(filter.term);
    case 'tindaklanjut':
      return filter.term === null ? filter.state : termText(filter.term);
    case 'status':
      return filter.status;
  }
}

function nearText(near: NearNode): string {
  if (near.distance === USUAL_DISTANCE) return near.terms.map(termText).join(' NEAR ');
  return `NEAR(${near.terms.map(termText).join(' ')}, ${near.distance})`;
}

/** Several values of one filter; null where the parts are something else. */
function valuesText(parts: readonly SearchNode[]): string | null {
  const [first] = parts;
  if (first?.type !== 'filter') return null;
  const values: string[] = [];
  for (const part of parts) {
    if (part.type !== 'filter' || part.key !== first.key) return null;
    const value = filterValueText(part);
    if (value === '') return null;
    values.push(value);
  }
  return `${first.key}:${values.join(',')}`;
}

function nodeText(node: SearchNode): string {
  switch (node.type) {
    case 'term':
      return termText(node);
    case 'near':
      return nearText(node);
    case 'filter':
      return `${node.key}:${filterValueText(node)}`;
    case 'any':
      return valuesText(node.parts) ?? node.parts.map(partText).join(' ATAU ');
    case 'all':
      return formatNodes(node.parts);
    case 'not':
      return node.part.type === 'near' ? `-(${nearText(node.part)})` : `-${partText(node.part)}`;
  }
}

/** A part of something larger: in brackets where it would fall apart. */
function partText(node: SearchNode): string {
  const isList = node.type === 'all' || (node.type === 'any' && valuesText(node.parts) === null);
  return isList ? `(${nodeText(node)})` : nodeText(node);
}

/** Whether a filter is in a part: what stands behind a date might be taken for a part of it. */
function hasFilter(node: SearchNode): boolean {
  switch (node.type) {
    case 'term':
    case 'near':
      return false;
    case 'filter':
      return true;
    case 'not':
      return hasFilter(node.part);
    case 'any':
    case 'all':
      return node.parts.some(hasFilter);
  }
}

/** Some parts that all must hold, in the canonical form: words before filters. */
export function formatNodes(nodes: readonly SearchNode[]): string {
  return nodes
    .toSorted((a, b) => Number(hasFilter(a)) - Number(hasFilter(b)))
    .map(nodeText)
    .join(' ');
}

/** The canonical text of a query: read as complete, it is the same query without notes. */
export function formatQuery(query: Pick<ParsedQuery, 'all'>): string {
  return formatNodes(query.all);
}

/** How a query was read, for people: without the sign that the last word is still being typed. */
export function describeQuery(query: Pick<ParsedQuery, 'all'>): string {
  return formatQuery(query).replaceAll('*', '');
}
