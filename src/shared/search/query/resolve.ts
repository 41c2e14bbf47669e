import { formatNodes } from './format.ts';
import { anyOf, placeOf } from './nodes.ts';
import type { FilterKey, FilterNode, NoteCode, Place, SearchNode } from './query.ts';
import { followUpStatuses } from './query.ts';

type Noter = (code: NoteCode, place: Place, read: readonly SearchNode[]) => void;

/** What a passage can have one of, so that two of them exclude each other. */
type Aspect = 'speaker' | 'organization' | 'kind' | 'series' | 'status' | 'passage';

function aspectOf(key: FilterKey): Aspect | null {
  switch (key) {
    case 'pembicara':
      return 'speaker';
    case 'lembaga':
      return 'organization';
    case 'jenis':
      return 'kind';
    case 'seri':
      return 'series';
    case 'status':
      return 'status';
    case 'keputusan':
    case 'rekomendasi':
    case 'penutup':
    case 'lampiran':
    case 'tindaklanjut':
      return 'passage';
    case 'hadir':
    case 'tanggal':
    case 'tahun':
      return null;
  }
}

/** The key of a filter or of several values of one; null for anything else. */
function keyOf(node: SearchNode): FilterKey | null {
  if (node.type === 'filter') return node.key;
  if (node.type !== 'any') return null;
  const keys = new Set(node.parts.map((part) => (part.type === 'filter' ? part.key : null)));
  const [key] = keys;
  return keys.size === 1 ? (key ?? null) : null;
}

/** Whether two parts that both ask for one kind of passage can hold together. */
function canBothHold(a: SearchNode, b: SearchNode): boolean {
  if (a.type !== 'filter' || b.type !== 'filter' || a.key !== b.key) return false;
  if (a.key !== 'tindaklanjut' || b.key !== 'tindaklanjut') return aspectOf(a.key) === 'passage';
  const statuses = new Set(followUpStatuses(a.state));
  return followUpStatuses(b.state).some((status) => statuses.has(status));
}

const isDate = (node: SearchNode): node is FilterNode & { key: 'tanggal' | 'tahun' } =>
  node.type === 'filter' && (node.key === 'tanggal' || node.key === 'tahun');

function haveCommonDays(dates: readonly SearchNode[]): boolean {
  let from = '';
  let to = '9999-12-31';
  for (const date of dates) {
    if (!isDate(date)) continue;
    if (date.from !== null && date.from > from) from = date.from;
    if (date.to !== null && date.to < to) to = date.to;
  }
  return from <= to;
}

/** Puts alternatives in the place of the first of them. */
function joined(
  parts: readonly SearchNode[],
  excluding: readonly SearchNode[],
  note: Noter,
): readonly SearchNode[] {
  const either = anyOf(excluding);
  note('contradiction', placeOf(excluding), [either]);
  const [first] = excluding;
  return parts.flatMap((part) => {
    if (part === first) return [either];
    return excluding.includes(part) ? [] : [part];
  });
}

/** Filters of which a passage can satisfy only one become alternatives. */
function withoutExclusions(parts: readonly SearchNode[], note: Noter): readonly SearchNode[] {
  let kept = parts;
  const byAspect = Map.groupBy(parts, (part) => {
    const key = keyOf(part);
    return key === null ? null : aspectOf(key);
  });
  for (const [aspect, group] of byAspect) {
    const [first, ...others] = group;
    if (aspect === null || first === undefined || others.length === 0) continue;
    if (group.every((one, at) => group.slice(at + 1).every((two) => canBothHold(one, two))))
      continue;
    kept = joined(kept, group, note);
  }
  const dates = kept.filter(isDate);
  return haveCommonDays(dates) ? kept : joined(kept, dates, note);
}

/** Of a part and its exclusion the later one counts. */
function withoutOpposites(parts: readonly SearchNode[], note: Noter): readonly SearchNode[] {
  const last = new Map<string, SearchNode>();
  const key = (part: SearchNode): string =>
    formatNodes([part.type === 'not' ? part.part : part]).replaceAll('*', '');
  for (const part of parts) last.set(key(part), part);
  return parts.filter((part) => {
    const later = last.get(key(part));
    if (later === undefined || (later.type === 'not') === (part.type === 'not')) return true;
    note('contradiction', part, [later]);
    return false;
  });
}

/** Parts that all must hold: each once, and none that excludes another. */
export function resolveParts(parts: readonly SearchNode[], note: Noter): readonly SearchNode[] {
  const seen = new Set<string>();
  const distinct = parts
    .flatMap((part) => (part.type === 'all' ? part.parts : [part]))
    .filter((part) => {
      const text = formatNodes([part]);
      return !seen.has(text) && seen.add(text) !== undefined;
    });
  return withoutExclusions(withoutOpposites(distinct, note), note);
}
