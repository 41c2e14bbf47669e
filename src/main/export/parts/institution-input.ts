import type { BlockOf } from '../../../shared/document/block.ts';
import type { InlineNode, ListItem, RichNode } from '../../../shared/document/rich-text.ts';
import { attendeeLabel, fullName } from '../../../shared/minutes/names.ts';
import { officersOf } from '../../../shared/minutes/officers.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import { hasText, isNote } from '../minutes-items.ts';
import type { Piece } from '../official-document.ts';
import { representative } from '../spoken-by.ts';
import { xmlLine } from '../xml-text.ts';
import { SHORT_BLANK, headingPiece, noteNodes, richPiece } from './text.ts';

/** What people bring in; speeches, presentations and closing words are not input to the results. */
const INPUT_KIND =
  /tanya|usul|tanggap|masuk|saran|catatan|keberatan|sanggah|pendapat|klarifikasi|koreksi|interupsi|jawab/i;
const PLAIN_KIND = /^(?:pernyataan)?$/i;
/** Who steers the talk: what they say without more is no input of their institution. */
const STEERING_ROLE = /^(?:moderator|host|pemandu)/i;
/** Under the words of the heading, not under its number. */
const BULLET_INDENT_MM = 7.5;
const NOBODY_NAMED = 'Pembicara tidak disebut';

interface Said {
  readonly speaker: Attendance | null;
  readonly block: BlockOf<'statement'>;
  readonly notes: BlockOf<'narration'>[];
}

function inputOf({ blocks, attendance }: SessionRecord): readonly Said[] {
  const { chairs } = officersOf(attendance);
  const speakers = new Map(attendance.map((attendee) => [String(attendee.id), attendee]));
  const steers = (attendee: Attendance): boolean =>
    chairs.includes(attendee) ||
    attendee.days.some(({ role }) => STEERING_ROLE.test(role?.trim() ?? ''));
  const isInput = ({ speaker, block }: Said): boolean => {
    const kind = xmlLine(block.attrs.kind);
    if (INPUT_KIND.test(kind)) return true;
    return PLAIN_KIND.test(kind) && (speaker === null || !steers(speaker));
  };

  const said: Said[] = [];
  let last: Said | null = null;
  for (const block of blocks) {
    if (block.type === 'narration' && isNote(block)) {
      last?.notes.push(block);
      continue;
    }
    last = null;
    if (block.type !== 'statement' || !hasText(block)) continue;
    last = { speaker: speakers.get(block.attrs.speakerId ?? '') ?? null, block, notes: [] };
    if (isInput(last)) said.push(last);
  }
  return said;
}

/** A group is an institution of its own; "" where none is known. */
const institutionOf = (speaker: Attendance): string =>
  xmlLine(speaker.organizationName) || (speaker.type === 'group' ? xmlLine(speaker.name) : '');

/** Name and position within the institution; "" where neither is known or the institution speaks. */
function whoWithin({ speaker, block }: Said): string {
  if (speaker === null || speaker.type === 'group') return '';
  const who = [xmlLine(fullName(speaker)), xmlLine(speaker.position)]
    .filter((part) => part !== '')
    .join(', ');
  const by = representative(speaker, block.attrs.dayId);
  if (by === null) return who;
  const absent = who || xmlLine(attendeeLabel(speaker));
  return by === '' ? `wakil dari ${absent}` : `${by}, mewakili ${absent}`;
}

function headingOf(said: readonly Said[]): string {
  const [first] = said;
  const speaker = first?.speaker ?? null;
  if (first === undefined || speaker === null) return NOBODY_NAMED;
  const institution = institutionOf(speaker);
  // Without an institution the speaker stands for nobody else.
  if (institution === '') return whoWithin(first) || xmlLine(attendeeLabel(speaker)) || SHORT_BLANK;
  const [who, ...others] = [...new Set(said.map(whoWithin))];
  return who === undefined || who === '' || others.length > 0
    ? institution
    : `${institution} (${who})`;
}

/** "Usulan: …" before the words, and who spoke where several of the institution did. */
function withLead(nodes: readonly RichNode[], lead: string): readonly RichNode[] {
  if (lead === '') return nodes;
  const leadNode: InlineNode = { type: 'text', text: `${lead}: `, marks: [{ type: 'italic' }] };
  const [first, ...rest] = nodes;
  return first?.type === 'paragraph'
    ? [{ ...first, content: [leadNode, ...(first.content ?? [])] }, ...rest]
    : [{ type: 'paragraph', content: [leadNode] }, ...nodes];
}

function bullet(one: Said, isNamed: boolean): ListItem {
  const { block, notes } = one;
  const kind = xmlLine(block.attrs.kind);
  const who = isNamed ? whoWithin(one) : '';
  const shownKind = PLAIN_KIND.test(kind) ? '' : kind;
  const lead =
    who === ''
      ? shownKind.charAt(0).toUpperCase() + shownKind.slice(1)
      : `${who}${shownKind === '' ? '' : ` (${shownKind})`}`;
  return {
    type: 'listItem',
    content: [...withLead(block.content, lead), ...noteNodes(notes)],
  };
}

/**
 * What was brought in, in the words of the minutes, by institution in the order in which they first
 * spoke; who belongs to no known institution is listed by name. Nothing where nothing was brought in.
 */
export function institutionInputPieces(record: SessionRecord): readonly Piece[] {
  const groups = Map.groupBy(inputOf(record), ({ speaker }) => {
    if (speaker === null) return '';
    return institutionOf(speaker).toLocaleLowerCase('id') || `id ${speaker.id}`;
  });
  return [...groups.values()].flatMap((said, index): readonly Piece[] => {
    const heading = headingOf(said);
    const isNamed = new Set(said.map(whoWithin)).size > 1;
    return [
      headingPiece(4, heading, `${index + 1}.`),
      richPiece([{ type: 'bulletList', content: said.map((one) => bullet(one, isNamed)) }], {
        indentMm: BULLET_INDENT_MM,
      }),
    ];
  });
}
