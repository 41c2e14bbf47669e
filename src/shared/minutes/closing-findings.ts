import type { Block, BlockOf } from '../document/block.ts';
import { CLOSING_STATEMENT_KIND } from '../document/block.ts';
import { imagesIn } from '../document/images.ts';
import { blockPlainText } from '../document/plain-text.ts';
import type { ClosingCheck, ClosingFinding, FindingPlace } from './closing-checks.ts';
import { CLOSING_CHECKS } from './closing-checks.ts';
import { differingNames } from './closing-names.ts';
import type { SessionRecord } from './record.ts';

type ClosingFacts = Pick<SessionRecord, 'session' | 'attendance' | 'blocks'>;

/** How much of a block tells which one it is. */
const EXCERPT_LENGTH = 80;
const HALF_LETTER = /[\ud800-\udbff]$/;

const isBlank = (text: string): boolean => text.trim() === '';
const isEmpty = (block: Block): boolean =>
  isBlank(blockPlainText(block)) && imagesIn([block]).length === 0;

function placeOf(block: Block): FindingPlace {
  const text = blockPlainText(block).replace(/\s+/g, ' ').trim();
  const excerpt =
    text.length <= EXCERPT_LENGTH
      ? text
      : `${text.slice(0, EXCERPT_LENGTH).replace(HALF_LETTER, '')}…`;
  return { type: 'block', blockId: block.attrs.id, excerpt };
}

/** "Simpulan", "Kesimpulan rapat:", and what the secretary heads a closing with. */
const CONCLUSION_WORD = /^\s*(?:(?:ke)?simpulan|penutup)\b/i;

/** What a meeting comes to: decided, recommended, said in closing, or written as its conclusion. */
function isConclusion(block: Block): boolean {
  switch (block.type) {
    case 'decision':
    case 'recommendation':
      return true;
    case 'statement':
      return block.attrs.kind === CLOSING_STATEMENT_KIND || CONCLUSION_WORD.test(block.attrs.kind);
    case 'narration':
    case 'agendaItem':
      return CONCLUSION_WORD.test(blockPlainText(block));
    case 'followUp':
    case 'break':
      return false;
  }
}

/** Agenda items without a word under them; what stands under one of its blocks stands under it. */
function bareAgendaItems(blocks: readonly Block[]): readonly Block[] {
  const bare: Block[] = [];
  let open: Block | null = null;
  for (const block of blocks) {
    if (block.type === 'agendaItem') {
      if (open !== null) bare.push(open);
      open = block;
    } else if (block.type !== 'break' && !isEmpty(block)) {
      open = null;
    }
  }
  return open === null ? bare : [...bare, open];
}

type Checks = Readonly<Record<ClosingCheck, () => readonly Omit<ClosingFinding, 'check'>[]>>;

function checks({ session, attendance, blocks }: ClosingFacts): Checks {
  const attendees = new Set(attendance.map(({ id }) => id));
  const at = (found: readonly Block[]) => found.map((block) => ({ place: placeOf(block) }));
  const followUps = () =>
    blocks.filter((block): block is BlockOf<'followUp'> => block.type === 'followUp');
  const isSaid = (block: BlockOf<'followUp'>): boolean => !isEmpty(block);
  return {
    'no-attendance': () =>
      attendance.length === 0 ? [{ place: { type: 'attendance', attendanceId: null } }] : [],
    'statement-without-speaker': () =>
      at(
        blocks.filter(
          (block) =>
            block.type === 'statement' &&
            (block.attrs.speakerId === null || !attendees.has(block.attrs.speakerId)) &&
            !isEmpty(block),
        ),
      ),
    'agenda-without-text': () => at(bareAgendaItems(blocks)),
    'no-conclusion': () => {
      if (blocks.some((block) => isConclusion(block) && !isEmpty(block))) return [];
      const last = blocks.at(-1);
      return last === undefined ? [{ place: { type: 'minutes' } }] : at([last]);
    },
    'follow-up-without-responsible': () =>
      at(followUps().filter((block) => isSaid(block) && isBlank(block.attrs.responsible ?? ''))),
    'follow-up-without-date': () =>
      at(followUps().filter((block) => isSaid(block) && block.attrs.dueDate === null)),
    'no-end-time': () => {
      const closed = new Map(session.meeting.days.map((day) => [day.dayId, day.closed]));
      const hasSeveral = session.days.length > 1;
      return session.days.flatMap(({ id, end }, index) => {
        const isMissing = (end === null || end === 'selesai') && !closed.get(id);
        const day = hasSeveral ? { dayNumber: index + 1 } : {};
        return isMissing ? [{ place: { type: 'session-data', field: 'days', ...day } }] : [];
      });
    },
    'name-differs': () =>
      differingNames(blocks, attendance).map(({ block, name }) => ({
        place: placeOf(block),
        name,
      })),
    'private-notes': () => at(blocks.filter(({ attrs }) => !isBlank(attrs.note ?? ''))),
  };
}

/** What is missing or doubtful before minutes are closed, in the order of the checklist. */
export function closingFindings(facts: ClosingFacts): readonly ClosingFinding[] {
  const found = checks(facts);
  return CLOSING_CHECKS.flatMap((check) =>
    found[check]().map((finding) => ({ check, ...finding })),
  );
}
