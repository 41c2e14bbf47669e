import type { BlockOf } from '../../../shared/document/block.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import type { CourseBlock } from '../minutes-items.ts';
import { minutesItems } from '../minutes-items.ts';
import type { MinutesItem } from '../model.ts';
import type { Piece } from '../official-document.ts';
import type { Sections } from '../sections.ts';
import { parted } from '../sections.ts';
import {
  LONG_BLANK,
  SHORT_BLANK,
  headingPiece,
  isEmptyInline,
  orBlank,
  plain,
  richPiece,
} from './text.ts';

const SPEECH_INDENT_MM = 7.5;
/** Farther in than what it corrects, so that nobody takes it for a part of that. */
const ADDENDUM_INDENT_MM = 15;
const FALLBACK_BREAK_TEXT = 'Skors';

/** What was said and done, in the parts of a meeting. */
export interface MeetingCourse {
  readonly sections: Sections;
  readonly opening: readonly MinutesItem[];
  readonly discussion: readonly MinutesItem[];
  /** Closing statements and what was narrated among them. */
  readonly remarks: readonly MinutesItem[];
  /** What was noted after the last decision, recommendation or follow-up. */
  readonly ending: readonly MinutesItem[];
}

/** Agenda items that something is printed under, with their number in the agenda. */
function headedAgenda(
  agenda: readonly BlockOf<'agendaItem'>[],
  course: readonly CourseBlock[],
): ReadonlyMap<string, number> {
  return new Map(
    agenda.flatMap((item, index): [string, number][] => {
      const next = course[course.indexOf(item) + 1];
      const hasContent = course.includes(item) && next !== undefined && next.type !== 'agendaItem';
      return hasContent ? [[item.attrs.id, index + 1]] : [];
    }),
  );
}

export function meetingCourse(record: SessionRecord): MeetingCourse {
  const { days } = record.session;
  const sections = parted(record.blocks);
  const items = (blocks: readonly CourseBlock[], dayId: string | null) =>
    minutesItems(blocks, { record, agendaNumbers: headedAgenda(sections.agenda, blocks), dayId });
  const [firstDayId, lastDayId] = [days[0]?.id ?? null, days.at(-1)?.id ?? null];
  return {
    sections,
    // "Kata Pembukaan" is heading enough for an agenda item called "Pembukaan" or "Sambutan".
    opening: items(
      sections.opening.filter((block) => block.type !== 'agendaItem'),
      firstDayId,
    ),
    discussion: items(sections.discussion, null),
    remarks: items(sections.remarks, lastDayId),
    ending: items(sections.ending, lastDayId),
  };
}

function itemPieces(item: MinutesItem, isKeptWithNext: boolean): readonly Piece[] {
  switch (item.type) {
    case 'day':
      return [headingPiece(3, item.text)];
    case 'agenda':
      return [
        headingPiece(
          4,
          isEmptyInline(item.content) ? SHORT_BLANK : item.content,
          `${item.number}.`,
        ),
      ];
    case 'statement':
      return [
        {
          type: 'speaker',
          name: item.speaker === null ? '' : item.speaker.name || SHORT_BLANK,
          position: item.speaker?.position ?? '',
          asides: [item.kind, item.time.replaceAll(' ', '\u00a0')].filter((aside) => aside !== ''),
        },
        richPiece(orBlank(item.content, LONG_BLANK), {
          indentMm: SPEECH_INDENT_MM,
          isKeptWithNext,
        }),
      ];
    case 'narration':
      return [
        richPiece(orBlank(item.content, LONG_BLANK), {
          indentMm: item.isNote ? SPEECH_INDENT_MM : 0,
          isItalic: item.isNote,
          isKeptWithNext,
        }),
      ];
    case 'addendum':
      return [richPiece(item.content, { indentMm: ADDENDUM_INDENT_MM, isKeptWithNext })];
    case 'break':
      return [
        {
          type: 'break',
          content: isEmptyInline(item.content) ? plain(FALLBACK_BREAK_TEXT) : item.content,
          time: item.time,
          isKeptWithNext,
        },
      ];
  }
}

/** Everything of a part in its order; its end stays on the page of what follows where asked. */
export function coursePieces(
  items: readonly MinutesItem[],
  isKeptWithNext = false,
): readonly Piece[] {
  return items.flatMap((item, index) =>
    itemPieces(item, isKeptWithNext && index === items.length - 1),
  );
}
