import type { Block } from '../../shared/document/block.ts';
import { imagesIn } from '../../shared/document/images.ts';
import { blockPlainText } from '../../shared/document/plain-text.ts';
import { longDate, wallClock } from '../../shared/minutes/dates.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import { NOTE_PREFIX } from '../../shared/minutes/session-file.ts';
import type { SessionDay } from '../../shared/minutes/session.ts';
import type { MinutesItem } from './model.ts';
import { isAddendumNote } from './addendum-notes.ts';
import { spokenBy } from './spoken-by.ts';
import { xmlLine, xmlText } from './xml-text.ts';

/** Blocks of the course of the meeting; the others are gathered in the closing part. */
export type CourseBlock = Extract<
  Block,
  { type: 'agendaItem' | 'statement' | 'narration' | 'break' }
>;

const PLAIN_KIND = 'pernyataan';

/** Whether a block says or shows anything. */
export const hasText = (block: Block): boolean =>
  xmlText(blockPlainText(block)).trim() !== '' || imagesIn([block]).length > 0;

/** A narration that notes or corrects something about the block before it and stays with it. */
export function isNote(block: Block): boolean {
  if (block.type !== 'narration') return false;
  return isAddendumNote(block) || blockPlainText(block).startsWith(NOTE_PREFIX.trim());
}

function dayHeading(days: readonly SessionDay[], index: number): string {
  const date = days[index]?.date ?? null;
  return date === null ? `Hari ke-${index + 1}` : `Hari ke-${index + 1}: ${longDate(date)}`;
}

export interface ItemOptions {
  readonly record: SessionRecord;
  /** Number of each agenda item by block id; one without a number is left out. */
  readonly agendaNumbers: ReadonlyMap<string, number>;
  /** The day whose heading stands already, or null: the first block brings its own. */
  readonly dayId: string | null;
}

/** Blocks as printed items, with a heading wherever another day of the session begins. */
export function minutesItems(
  blocks: readonly CourseBlock[],
  options: ItemOptions,
): readonly MinutesItem[] {
  const { record, agendaNumbers } = options;
  const { days, zone } = record.session;
  const attendees = new Map(record.attendance.map((attendee) => [String(attendee.id), attendee]));
  const timeText = (atMs: number | null): string =>
    atMs === null ? '' : `pukul ${wallClock(atMs, zone)} ${zone}`;

  const toItem = (block: CourseBlock): MinutesItem | null => {
    switch (block.type) {
      case 'agendaItem': {
        const number = agendaNumbers.get(block.attrs.id);
        return number === undefined
          ? null
          : { type: 'agenda', number, content: block.content ?? [] };
      }
      case 'statement': {
        const kind = xmlLine(block.attrs.kind);
        const attendee = attendees.get(block.attrs.speakerId ?? '');
        return {
          type: 'statement',
          speaker: attendee === undefined ? null : spokenBy(attendee, block.attrs.dayId),
          kind: kind === PLAIN_KIND ? '' : kind,
          time: timeText(block.attrs.spokenAtMs),
          content: block.content,
        };
      }
      case 'narration':
        if (isAddendumNote(block)) return { type: 'addendum', content: block.content };
        return { type: 'narration', isNote: isNote(block), content: block.content };
      case 'break': {
        const time = timeText(block.attrs.spokenAtMs);
        return {
          type: 'break',
          // The official sentence says its time itself.
          time: time !== '' && blockPlainText(block).includes(time) ? '' : time,
          content: block.content ?? [],
        };
      }
    }
  };

  const items: MinutesItem[] = [];
  let headedDayId = options.dayId;
  for (const block of blocks) {
    const item = toItem(block);
    if (item === null) continue;
    const dayId = block.attrs.dayId;
    const dayIndex = days.findIndex((day) => day.id === dayId);
    if (days.length > 1 && dayIndex !== -1 && dayId !== headedDayId) {
      items.push({ type: 'day', text: dayHeading(days, dayIndex) });
      headedDayId = dayId;
    }
    items.push(item);
  }
  return items;
}
