import type { Piece, ReadDocument } from '../../../shared/imports/document.ts';
import { pieceText } from '../../../shared/imports/document.ts';
import type {
  Guess,
  GuessedBlock,
  GuessedSpeaker,
  MinutesGuess,
} from '../../../shared/imports/guess.ts';
import { createBlockWriter } from './block-writer.ts';
import { daysOf, zoneOf } from './days.ts';
import { agendaOf, hostsOf, linkOf, modeOf, placeOf, valueOf, withoutMode } from './facts.ts';
import { gathered } from './gather.ts';
import { peopleOf } from './people.ts';
import { createRoster } from './roster.ts';
import { kindOf, titleOf, withoutKind } from './title.ts';
import type { Unit } from './units.ts';
import { unitsOf } from './units.ts';
import { writeMinutes } from './walk.ts';

/** The items of the agenda that stand in the file: as a list, or else as headings that say so. */
function wholeAgenda(
  listed: readonly Guess<string>[],
  blocks: readonly GuessedBlock[],
): readonly Guess<string>[] {
  if (listed.length > 0) return listed;
  return blocks.flatMap((block) =>
    block.type === 'agendaItem' && block.confidence === 'pasti'
      ? [{ value: block.text, from: block.from, confidence: 'dugaan' }]
      : [],
  );
}

/** Those who speak in the end, in the order in which they first do. */
function spokenBy(
  written: readonly GuessedBlock[],
  speakers: readonly GuessedSpeaker[],
): { readonly blocks: readonly GuessedBlock[]; readonly speakers: readonly GuessedSpeaker[] } {
  const order = [
    ...new Set(
      written.flatMap((block) => (block.type === 'statement' ? (block.speaker ?? []) : [])),
    ),
  ];
  const blocks = written.map((block) =>
    block.type === 'statement' && block.speaker !== null
      ? { ...block, speaker: order.indexOf(block.speaker) }
      : block,
  );
  return { blocks, speakers: order.flatMap((index) => speakers[index] ?? []) };
}

/** A list of the agenda whose items head no part of the minutes stands before them all. */
function withAgenda(
  blocks: readonly GuessedBlock[],
  agenda: readonly Guess<string>[],
): readonly GuessedBlock[] {
  if (blocks.some(({ type }) => type === 'agendaItem')) return blocks;
  const items = agenda.map(
    ({ value, from, confidence }) =>
      ({ type: 'agendaItem', text: value, from, confidence }) as const,
  );
  return [...items, ...blocks];
}

function closingOf(pieces: readonly Piece[], from: readonly number[]): Guess<string> | null {
  if (from.length === 0) return null;
  const value = from
    .flatMap((index) => pieces[index] ?? [])
    .map(pieceText)
    .join('\n');
  return { value, from, confidence: 'pasti' };
}

/** Labels with blanks beside them, and headings of lists: understood, though they say nothing. */
function fromOf(unit: Unit, attendees: ReadonlySet<Unit>): readonly number[] {
  if (unit.type === 'field') return unit.key === 'other' ? [] : unit.from;
  return unit.type === 'table' && attendees.has(unit) ? unit.rows.map(({ from }) => from) : [];
}

/** Headers and footers of pages are no part of the minutes. */
const isEdge = ({ place }: Piece): boolean => place === 'kop' || place === 'kaki';

/** Says what old minutes seem to hold, and where. Nothing is made up that they do not say. */
export function recognise({ pieces }: ReadDocument): MinutesGuess {
  const units = gathered(unitsOf(pieces));
  const title = titleOf(units);
  const place = placeOf(units);
  const { attendance, tables } = peopleOf(units);
  const roster = createRoster(attendance, units);
  const listed = agendaOf(units, title);
  const writer = createBlockWriter();
  const isTitle = (unit: Unit): boolean =>
    unit.type === 'paragraph' && title?.from.includes(unit.from) === true;
  const minutes = units.filter(
    (unit) => !isTitle(unit) && !(unit.type === 'table' && tables.has(unit)),
  );
  const { closing, used } = writeMinutes(minutes, { writer, roster, agenda: listed });
  const { blocks, speakers } = spokenBy(writer.blocks(), roster.speakers());
  const agenda = wholeAgenda(listed, blocks);
  const facts = {
    title: withoutKind(title),
    kind: kindOf(units, title),
    theme: valueOf(units, 'theme'),
    documentNumber: valueOf(units, 'number'),
    invitation: valueOf(units, 'invitation'),
    mode: modeOf(units, [place, title]),
    place: withoutMode(place),
    link: linkOf(units),
    zone: zoneOf(units),
    hosts: hostsOf(pieces, units),
    days: daysOf(units),
    attendance,
    agenda,
    closing: closingOf(pieces, closing),
  };
  const known = new Set(used);
  for (const each of Object.values(facts).flat()) each?.from.forEach((index) => known.add(index));
  for (const unit of units) fromOf(unit, tables).forEach((index) => known.add(index));
  return {
    ...facts,
    speakers,
    blocks: withAgenda(blocks, agenda),
    unrecognised: pieces.flatMap((piece) =>
      isEdge(piece) || pieceText(piece).trim() === '' || known.has(piece.index)
        ? []
        : [piece.index],
    ),
  };
}
