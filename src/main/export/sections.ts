import type { Block, BlockOf } from '../../shared/document/block.ts';
import { CLOSING_STATEMENT_KIND } from '../../shared/document/block.ts';
import { blockPlainText } from '../../shared/document/plain-text.ts';
import type { CourseBlock } from './minutes-items.ts';
import { hasText, isNote } from './minutes-items.ts';

type PointBlock = BlockOf<'decision' | 'recommendation' | 'followUp'>;

export interface Noted<T extends Block> {
  readonly block: T;
  readonly notes: readonly BlockOf<'narration'>[];
}

/** The blocks of a session in the parts of a Notula; every block that says something is in one. */
export interface Sections {
  /** All agenda items in order. */
  readonly agenda: readonly BlockOf<'agendaItem'>[];
  readonly opening: readonly CourseBlock[];
  readonly discussion: readonly CourseBlock[];
  readonly remarks: readonly CourseBlock[];
  readonly decisions: readonly Noted<BlockOf<'decision'>>[];
  readonly recommendations: readonly Noted<BlockOf<'recommendation'>>[];
  readonly followUps: readonly Noted<BlockOf<'followUp'>>[];
  readonly ending: readonly CourseBlock[];
}

/** A block with the notes that follow it: they go where it goes. */
type Unit = Noted<Block>;

function isPoint(block: Block): block is PointBlock {
  return block.type === 'decision' || block.type === 'recommendation' || block.type === 'followUp';
}

function isClosingStatement(block: Block): boolean {
  return block.type === 'statement' && block.attrs.kind === CLOSING_STATEMENT_KIND;
}

/** Whether a block says anything: an empty one that waits for its first key does not. */
export function saysSomething(block: Block): boolean {
  if (hasText(block)) return true;
  switch (block.type) {
    case 'statement':
      return block.attrs.speakerId !== null || block.attrs.spokenAtMs !== null;
    case 'decision':
      return (
        block.attrs.method !== null ||
        block.attrs.inFavour !== null ||
        block.attrs.against !== null ||
        block.attrs.abstained !== null
      );
    case 'followUp':
      return block.attrs.responsible !== null || block.attrs.dueDate !== null;
    case 'break':
      return true;
    case 'agendaItem':
    case 'narration':
    case 'recommendation':
      return false;
  }
}

function toUnits(blocks: readonly Block[]): readonly Unit[] {
  const units: { block: Block; notes: BlockOf<'narration'>[] }[] = [];
  for (const block of blocks) {
    const last = units.at(-1);
    if (last && block.type === 'narration' && isNote(block) && last.block.type !== 'agendaItem') {
      last.notes.push(block);
    } else {
      units.push({ block, notes: [] });
    }
  }
  const isKept = ({ block, notes }: Unit): boolean => saysSomething(block) || notes.length > 0;
  // An agenda item without words still parts what is under it from the item before.
  return units.filter(
    (unit, index) =>
      isKept(unit) ||
      (unit.block.type === 'agendaItem' && hasCourse(units.slice(index + 1).filter(isKept))),
  );
}

/** Whether something of the meeting's course stands before the next agenda item. */
function hasCourse(unitsBelow: readonly Unit[]): boolean {
  for (const { block } of unitsBelow) {
    if (block.type === 'agendaItem') return false;
    if (isCourse(block) && !isClosingStatement(block)) return true;
  }
  return false;
}

const OPENING_TITLE = /^(?:kata\s+)?(?:pembukaan|sambutan)\b(?!\s+penutup)/i;

/**
 * How many units open the meeting: all up to the last speech (sambutan) or up to the first agenda
 * item where only speeches and narration stand before it, and that item too where it is called
 * "Pembukaan" or "Sambutan".
 */
function openingLength(units: readonly Unit[]): number {
  const isSpeech = ({ block }: Unit): boolean =>
    block.type === 'statement' && block.attrs.kind === 'sambutan';
  const found = units.findIndex(
    (unit) => !isSpeech(unit) && unit.block.type !== 'narration' && unit.block.type !== 'break',
  );
  const end = found === -1 ? units.length : found;
  const first = units[end]?.block;
  if (first?.type !== 'agendaItem') return units.slice(0, end).findLastIndex(isSpeech) + 1;
  if (!OPENING_TITLE.test(blockPlainText(first).trim())) return end;
  const next = units.findIndex(({ block }, index) => index > end && block.type === 'agendaItem');
  return next === -1 ? end : next;
}

/**
 * Where the meeting draws to its close: the first closing statement, decision, recommendation or
 * follow-up after which no agenda item and no ordinary statement comes.
 */
function closingStart(units: readonly Unit[]): number {
  const lastOrdinary = units.findLastIndex(
    ({ block }) =>
      block.type === 'agendaItem' || (block.type === 'statement' && !isClosingStatement(block)),
  );
  const start = units.findIndex(
    ({ block }, index) => index > lastOrdinary && (isPoint(block) || isClosingStatement(block)),
  );
  return start === -1 ? units.length : start;
}

function isCourse(block: Block): block is CourseBlock {
  return !isPoint(block);
}

const course = (units: readonly Unit[]): readonly CourseBlock[] =>
  units.flatMap(({ block, notes }) => (isCourse(block) ? [block, ...notes] : []));

function pointsOf<T extends PointBlock['type']>(
  units: readonly Unit[],
  type: T,
): readonly Noted<BlockOf<T>>[] {
  const isWanted = (unit: Unit): unit is Noted<BlockOf<T>> => unit.block.type === type;
  return units.filter(isWanted);
}

/**
 * Parts a document: speeches before the first agenda item open it; closing statements, decisions,
 * recommendations and follow-ups are gathered in the closing part wherever they were written; all
 * else is the discussion, in its order. After the last agenda item and statement, what is narrated
 * among the closing remarks stays with them.
 */
export function parted(blocks: readonly Block[]): Sections {
  const all = toUnits(blocks);
  const openingEnd = openingLength(all);
  const closingFrom = Math.max(openingEnd, closingStart(all));
  const isRemark = ({ block }: Unit): boolean => isClosingStatement(block);
  const isCourseOfMeeting = (unit: Unit): boolean => !isRemark(unit);
  const tail = all.slice(closingFrom);
  const tailPointEnd = tail.findLastIndex(({ block }) => isPoint(block)) + 1;
  return {
    agenda: all.flatMap(({ block }) => (block.type === 'agendaItem' ? [block] : [])),
    opening: course(all.slice(0, openingEnd).filter(isCourseOfMeeting)),
    discussion: course(all.slice(openingEnd, closingFrom).filter(isCourseOfMeeting)),
    remarks: course([
      ...all.slice(0, closingFrom).filter(isRemark),
      ...(tailPointEnd === 0 ? tail : tail.slice(0, tailPointEnd)),
    ]),
    decisions: pointsOf(all, 'decision'),
    recommendations: pointsOf(all, 'recommendation'),
    followUps: pointsOf(all, 'followUp'),
    ending: tailPointEnd === 0 ? [] : course(tail.slice(tailPointEnd)),
  };
}
