import type { BlockOf } from '../../../shared/document/block.ts';
import { CLOSING_STATEMENT_KIND } from '../../../shared/document/block.ts';
import { blockPlainText } from '../../../shared/document/plain-text.ts';
import { listInWords } from '../../../shared/minutes/dates.ts';
import { fullName, positionLine } from '../../../shared/minutes/names.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import { quotesIn } from '../../../shared/minutes/quotes.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import { parted } from '../sections.ts';
import { representative } from '../spoken-by.ts';
import { xmlLine } from '../xml-text.ts';
import { missing } from './press-marks.ts';

type Statement = BlockOf<'statement'>;

/** A speaker with position, as a newspaper names them; what is not known is marked. */
function attribution(attendee: Attendance | undefined, dayId: string | null): string {
  if (!attendee) return missing('nama dan jabatan pembicara');
  if (attendee.type === 'group') return xmlLine(attendee.name) || missing('nama lembaga');
  const name = xmlLine(fullName(attendee)) || missing('nama pembicara');
  const position = xmlLine(positionLine(attendee)) || missing('jabatan');
  const by = representative(attendee, dayId);
  return by === null
    ? `${name}, ${position},`
    : `${by || missing('nama wakil')}, mewakili ${name}, ${position},`;
}

/** On what occasion it was said, as the secretary noted it; "" for an ordinary statement. */
function occasionOf({ attrs }: Statement): string {
  switch (attrs.kind.trim().toLowerCase()) {
    case 'sambutan':
      return 'Dalam sambutannya, ';
    case 'paparan':
      return 'Dalam paparannya, ';
    case CLOSING_STATEMENT_KIND:
      return 'Dalam pernyataan penutup, ';
    default:
      return '';
  }
}

/** One pair around all of it; marks within belong to what was said. */
const OWN_MARKS = /^["“„«]([^"“”„«»]*)["”»]$/;

/** Words in one pair of quotation marks, exactly as they are; a full stop where they have no end. */
function inQuotationMarks(quote: string): string {
  const words = xmlLine(quote);
  const bare = OWN_MARKS.exec(words)?.[1] ?? words;
  return /[.!?…]$/.test(bare) ? `“${bare}”` : `“${bare}”.`;
}

function withFullStop(text: string): string {
  return /[.!?…]["”]?$/.test(text) ? text : `${text}.`;
}

export interface PressStatements {
  /** A sentence for each quotation, in the order in which they were said. */
  readonly quotes: readonly string[];
  /** What was said at the end, quoted or as it is noted. */
  readonly closing: readonly string[];
}

/**
 * What was said, for the press: quotations only of words that are marked as said exactly so. How an
 * addendum corrects one is for the office to say; nobody sends it out unnoticed.
 */
export function pressStatements(record: SessionRecord): PressStatements {
  const { attendance, blocks, addenda = [] } = record;
  const attendees = new Map(attendance.map((attendee) => [attendee.id, attendee]));
  const sections = parted(blocks);
  const statements = [
    ...sections.opening,
    ...sections.discussion,
    ...sections.remarks,
    ...sections.ending,
  ].filter((block) => block.type === 'statement');
  const speakerOf = ({ attrs }: Statement) =>
    attribution(attrs.speakerId === null ? undefined : attendees.get(attrs.speakerId), attrs.dayId);
  const isClosing = ({ attrs }: Statement): boolean =>
    attrs.kind.trim().toLowerCase() === CLOSING_STATEMENT_KIND;

  const quoted = (block: Statement): readonly string[] =>
    quotesIn(block.content).map((quote, index) => {
      const words = inQuotationMarks(quote);
      const speaker = speakerOf(block);
      return index === 0
        ? `${occasionOf(block)}${speaker} menyatakan, ${words}`
        : `${speaker} juga menyatakan, ${words}`;
    });
  const noted = (block: Statement): readonly string[] => {
    const words = xmlLine(blockPlainText(block));
    return words === ''
      ? []
      : [`${occasionOf(block)}${speakerOf(block)} menyampaikan: ${withFullStop(words)}`];
  };

  const corrected = (block: Statement, sentences: readonly string[]): readonly string[] => {
    const numbers = addenda
      .filter(({ blockId }) => blockId === block.attrs.id)
      .map(({ number }) => `Adendum ${number}`);
    return numbers.length === 0 || sentences.length === 0
      ? sentences
      : [...sentences, missing(`koreksi menurut ${listInWords(numbers)}`)];
  };

  return {
    quotes: statements
      .filter((block) => !isClosing(block))
      .flatMap((block) => corrected(block, quoted(block))),
    closing: statements.filter(isClosing).flatMap((block) => {
      const quotes = quoted(block);
      return corrected(block, quotes.length === 0 ? noted(block) : quotes);
    }),
  };
}
