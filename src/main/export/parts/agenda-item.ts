import { AppError } from '../../../shared/contract/errors.ts';
import type { Block, BlockOf } from '../../../shared/document/block.ts';
import { blockPlainText } from '../../../shared/document/plain-text.ts';
import type { BlockId } from '../../../shared/ids.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import { withAddendumNotes } from '../addendum-notes.ts';
import type { CourseBlock } from '../minutes-items.ts';
import { isNote, minutesItems } from '../minutes-items.ts';
import type { Piece } from '../official-document.ts';
import type { Noted } from '../sections.ts';
import { parted, saysSomething } from '../sections.ts';
import { xmlLine } from '../xml-text.ts';
import { coursePieces } from './course.ts';
import { followUpPieces } from './follow-ups.ts';
import { pointPieces } from './points.ts';
import { SHORT_BLANK, headingPiece, isEmptyInline } from './text.ts';

type PointBlock = BlockOf<'decision' | 'recommendation' | 'followUp'>;

/** What follows one another in the minutes and is drawn together. */
type Run =
  | { readonly type: 'course'; readonly blocks: CourseBlock[] }
  | { readonly type: PointBlock['type']; readonly points: Noted<PointBlock>[] };

const RUN_HEADINGS = {
  decision: 'Keputusan',
  recommendation: 'Rekomendasi',
  followUp: 'Tindak Lanjut',
} as const;

const isPoint = (block: Block): block is PointBlock =>
  block.type === 'decision' || block.type === 'recommendation' || block.type === 'followUp';

/** Notes go with the point before them. */
function runsOf(blocks: readonly Block[]): readonly Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (isPoint(block)) {
      const point = { block, notes: [] };
      if (last?.type === block.type) last.points.push(point);
      else runs.push({ type: block.type, points: [point] });
      continue;
    }
    const noted = last === undefined || last.type === 'course' ? undefined : last.points.at(-1);
    if (
      noted !== undefined &&
      last?.type !== 'course' &&
      block.type === 'narration' &&
      isNote(block)
    ) {
      last?.points.splice(-1, 1, { ...noted, notes: [...noted.notes, block] });
    } else if (last?.type === 'course') {
      last.blocks.push(block);
    } else {
      runs.push({ type: 'course', blocks: [block] });
    }
  }
  return runs;
}

const ofType = <Type extends PointBlock['type']>(
  points: readonly Noted<PointBlock>[],
  type: Type,
): readonly Noted<BlockOf<Type>>[] =>
  points.filter((point): point is Noted<BlockOf<Type>> => point.block.type === type);

function pointsOf(
  type: PointBlock['type'],
  points: readonly Noted<PointBlock>[],
): readonly Piece[] {
  switch (type) {
    case 'decision':
    case 'recommendation':
      return pointPieces(ofType(points, type));
    case 'followUp':
      return followUpPieces(ofType(points, type));
  }
}

export interface AgendaItemPieces {
  /** "" for what stands before the first item. */
  readonly title: string;
  readonly pieces: readonly Piece[];
}

/**
 * Everything that stands under one agenda item, in its order: of the item that the block is or
 * belongs to, or what is before the first item. Throws `not-found`.
 */
export function agendaItemPieces(record: SessionRecord, blockId: BlockId): AgendaItemPieces {
  const { blocks } = withAddendumNotes(record);
  const at = blocks.findIndex((block) => block.attrs.id === blockId);
  if (at === -1) throw new AppError('not-found', { what: 'block' });
  const start = blocks.findLastIndex((block, index) => index <= at && block.type === 'agendaItem');
  const next = blocks.findIndex((block, index) => index > at && block.type === 'agendaItem');
  const under = blocks.slice(start + 1, next === -1 ? blocks.length : next).filter(saysSomething);

  const item = blocks[start];
  const place = parted(blocks).agenda.findIndex((each) => each === item);
  const content = item?.type === 'agendaItem' ? (item.content ?? []) : [];
  const dayId = item?.attrs.dayId ?? under[0]?.attrs.dayId ?? null;
  const heading =
    item === undefined
      ? []
      : [
          headingPiece(
            1,
            isEmptyInline(content) ? SHORT_BLANK : content,
            place === -1 ? '' : `${place + 1}.`,
          ),
        ];
  const pieces = runsOf(under).flatMap((run) =>
    run.type === 'course'
      ? coursePieces(minutesItems(run.blocks, { record, agendaNumbers: new Map(), dayId }))
      : [headingPiece(2, RUN_HEADINGS[run.type]), ...pointsOf(run.type, run.points)],
  );
  return {
    title: item === undefined ? '' : xmlLine(blockPlainText(item)),
    pieces: [...heading, ...pieces],
  };
}
