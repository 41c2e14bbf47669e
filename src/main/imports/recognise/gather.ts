import type { FieldKey } from './labels.ts';
import { labelKey, withoutEnumerator } from './labels.ts';
import { hasEnumerator, isHeadingLike, sectionOf } from './sections.ts';
import type { Field, Paragraph, Unit } from './units.ts';

/** Labels whose values are lists, which often stand below them. */
const LISTED: ReadonlySet<FieldKey> = new Set([
  'agenda',
  'acara',
  'attendees',
  'absent',
  'chair',
  'source',
  'moderator',
  'recorder',
  'title',
  'place',
  'theme',
]);
/** Those that also stand as a heading, without a colon. */
const HEADINGS: ReadonlySet<FieldKey> = new Set(['agenda', 'acara', 'attendees', 'absent']);

const isBold = ({ text, boldLength }: Paragraph): boolean => boldLength >= text.trimEnd().length;

const isListed = (unit: Paragraph): boolean => unit.list !== null || hasEnumerator(unit.text);

/** A heading as a label with nothing beside it. */
function fieldOfHeading(unit: Paragraph): Field | null {
  const key = labelKey(unit.text);
  if (key === null || !HEADINGS.has(key) || !isHeadingLike(unit.text)) return null;
  return { type: 'field', key, label: unit.text, values: [], from: [unit.from] };
}

interface Around {
  readonly label: Paragraph | null;
  readonly key: FieldKey;
  readonly count: number;
  /** Items are told by their numbers or bullets; without any, one paragraph is the value. */
  readonly isList: boolean;
}

/** Whether a paragraph below a label is one of its values. */
function isValue(unit: Unit | undefined, { label, key, count, isList }: Around): unit is Paragraph {
  if (unit?.type !== 'paragraph' || unit.heading !== null || sectionOf(unit.text) !== null)
    return false;
  if (labelKey(unit.text) !== null && isHeadingLike(unit.text)) return false;
  if (label !== null && isBold(label) && isBold(unit)) return false;
  if (isListed(unit)) {
    const outer = label?.list?.level;
    if (unit.list !== null && outer !== undefined && unit.list.level <= outer) return false;
    // "1. Agenda", "2. Peserta": the next of the same row of numbers.
    return label === null || unit.list !== null || !isNextNumber(label.text, unit.text, count);
  }
  if (isList) return false;
  if (key === 'attendees' || key === 'absent')
    return unit.text.length < 120 && !/[.:]$/u.test(unit.text) && !isBold(unit);
  return count === 0 && unit.text.length < 200;
}

const NUMBER = /^\s*\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)]/iu;

/** Whether a text has the number that follows that of a label, as headings among each other do. */
function isNextNumber(label: string, text: string, count: number): boolean {
  const [, before = ''] = NUMBER.exec(label) ?? [];
  const [, after = ''] = NUMBER.exec(text) ?? [];
  if (before === '' || after === '' || count > 0) return false;
  if (/^\d+$/u.test(before) && /^\d+$/u.test(after)) return Number(after) === Number(before) + 1;
  return before.length === 1 && after.charCodeAt(0) === before.charCodeAt(0) + 1;
}

/** "… yang dihadiri oleh:", a sentence over a list of names. */
const ATTENDED = /\b(?:dihadiri|diikuti|hadir)(?:\s+oleh)?(?:\s+antara lain)?\s*:$/iu;

/** What the list below such a sentence is. */
function listBelow(unit: Unit, next: Unit | undefined): Field | null {
  const isOver = unit.type === 'paragraph' && unit.text.length > 40 && ATTENDED.test(unit.text);
  if (!isOver || next?.type !== 'paragraph' || !isListed(next)) return null;
  return { type: 'field', key: 'attendees', label: unit.text, values: [], from: [] };
}

/** Puts the lists below a label into its values. */
export function gathered(units: readonly Unit[]): readonly Unit[] {
  const whole: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at];
    if (unit === undefined) continue;
    const below = listBelow(unit, units[at + 1]);
    if (below !== null) whole.push(unit);
    const field =
      below ??
      (unit.type === 'paragraph' ? fieldOfHeading(unit) : unit.type === 'field' ? unit : null);
    if (field === null || !LISTED.has(field.key)) {
      whole.push(unit);
      continue;
    }
    const [first] = field.values;
    const mayGoOn =
      first === undefined ||
      (HEADINGS.has(field.key) && (hasEnumerator(first) || first.endsWith(':')));
    const values = [...field.values];
    const from = [...field.from];
    const label = unit.type === 'paragraph' ? unit : null;
    let isList = false;
    while (mayGoOn) {
      const next = units[at + 1];
      if (!isValue(next, { label, key: field.key, count: values.length, isList })) break;
      if (isListed(next)) isList = true;
      values.push(...next.text.split('\n').filter(Boolean));
      from.push(next.from);
      at += 1;
    }
    // A heading with nothing below it is left to the rules of headings; a table may follow it.
    const isLeft =
      unit.type === 'paragraph' && values.length === 0 && units[at + 1]?.type !== 'table';
    whole.push(isLeft ? unit : { ...field, values, from: [...new Set(from)] });
  }
  return whole;
}

/** Items of a value: each line, or what stands behind numbers in one line. */
export function itemsOf(values: readonly string[]): readonly string[] {
  const lines = values.flatMap((value) => value.split('\n'));
  const apart = lines.flatMap((line) =>
    /^\s*1[.)]\s/u.test(line) ? line.split(/[\s;,]+(?=\d{1,2}[.)]\s+\p{L})/u) : [line],
  );
  return apart
    .map((item) =>
      withoutEnumerator(item)
        .replace(/[;,]$|(?<=\p{Ll}{3})\.$/u, '')
        .trim(),
    )
    .filter(Boolean);
}
