import type { LoadedDocument, SaveBatch, SaveReceipt } from '../../shared/contract/documents.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { Block } from '../../shared/document/block.ts';
import { blockPlainText } from '../../shared/document/plain-text.ts';
import type { AttendanceId, DayId, SessionId } from '../../shared/ids.ts';
import type { RecordImage } from '../../shared/minutes/record.ts';
import type { Attendance } from '../../shared/minutes/people.ts';
import type { Session } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { createDocumentStore } from './store.ts';

type MaybePromise<T> = T | Promise<T>;

interface DocumentsOptions {
  readonly db: ArchiveDatabase;
  readonly clock: () => number;
  /**
   * Puts an attendee who is named as speaker back into the attendance where the line was removed
   * meanwhile; true where it was. Runs inside our transaction.
   */
  readonly keepSpeaker: (sessionId: SessionId, speakerId: AttendanceId) => boolean;
  /** Notes which images the blocks of a session name. Runs inside our transaction. */
  readonly useImages: (sessionId: SessionId, blocks: readonly Block[]) => void;
  /** Facts that other features own, for the whole record of a session. */
  readonly facts: {
    readonly session: (id: SessionId) => Session;
    readonly attendance: (id: SessionId) => MaybePromise<readonly Attendance[]>;
    readonly images: (blocks: readonly Block[]) => readonly RecordImage[];
    readonly profile: () => { readonly officeName: string; readonly notulisName: string };
  };
}

type DocumentHandlers = Pick<
  Handlers<'storage'>,
  'documents.load' | 'documents.save' | 'documents.record'
>;

/** Reads and saves the blocks of sessions. */
export function createDocumentsService({
  db,
  clock,
  keepSpeaker,
  useImages,
  facts,
}: DocumentsOptions) {
  const store = createDocumentStore(db);

  const stateOf = (sessionId: SessionId) => {
    const state = store.state(sessionId);
    if (state === undefined) throw new AppError('not-found', { sessionId });
    return state;
  };

  const blocksOf = (sessionId: SessionId): Block[] => store.nodes(sessionId).map(parsedBlock);

  const load = (sessionId: SessionId): LoadedDocument => {
    const { sequence, savedAtMs } = stateOf(sessionId);
    return { sequence, savedAtMs, blocks: blocksOf(sessionId) };
  };

  const applyBatch = db.transaction((batch: SaveBatch): SaveReceipt => {
    const { sessionId } = batch;
    const before = stateOf(sessionId);
    if (before.status === 'final') throw new AppError('session-final');
    const sequence = before.sequence + 1;
    const savedAtMs = clock();

    for (const id of batch.deletions) store.remove(sessionId, id);
    let position = store.lastPosition(sessionId);
    const dayIds = store.dayIds(sessionId);
    for (const block of batch.upserts) {
      position += 1;
      store.upsert(sessionId, sequence, blockRow(onKnownDay(block, dayIds), position));
    }
    if (batch.order !== null) applyOrder(sessionId, batch.order);
    for (const block of batch.upserts) store.enqueue(sessionId, block.attrs.id);
    for (const id of batch.deletions) store.enqueue(sessionId, id);
    useImages(sessionId, batch.upserts);
    store.advance(sessionId, sequence, savedAtMs);
    const broughtBack = speakersOf(batch.upserts).filter((id) => keepSpeaker(sessionId, id));
    return { sequence, savedAtMs, hasChangedAttendance: broughtBack.length > 0 };
  });

  /** The order must name every block exactly once: anything else is a lost or invented block. */
  const applyOrder = (sessionId: SessionId, order: readonly string[]): void => {
    const present = new Map(store.positions(sessionId).map((row) => [row.id, row.position]));
    if (new Set(order).size !== order.length || order.length !== present.size) {
      throw new AppError('invalid-input', { field: 'order', found: order.length });
    }
    order.forEach((id, position) => {
      const old = present.get(id);
      if (old === undefined) throw new AppError('invalid-input', { field: 'order', id });
      if (old !== position) store.setPosition(sessionId, id, position);
    });
  };

  return {
    'documents.load': ({ sessionId }) => load(sessionId),
    'documents.save': (batch) => applyBatch.immediate(batch),
    'documents.record': async ({ sessionId }) => {
      const { officeName, notulisName } = facts.profile();
      const blocks = blocksOf(sessionId);
      const images = facts.images(blocks);
      return {
        session: facts.session(sessionId),
        attendance: await facts.attendance(sessionId),
        blocks,
        ...(images.length === 0 ? {} : { images }),
        officeName,
        notulisName,
      };
    },
  } satisfies DocumentHandlers;
}

/** Stored by this app after validation, so reading does not validate again. */
function parsedBlock(node: string): Block {
  try {
    return JSON.parse(node) as Block;
  } catch {
    // Without its cause: the parser quotes the text, and the log never holds that.
    throw new AppError('archive-damaged', { reason: 'block' });
  }
}

/**
 * The window may still write on a day that was removed a moment ago. Such a block goes where the
 * other blocks of that day went: to the first one.
 */
function onKnownDay(block: Block, dayIds: readonly DayId[]): Block {
  const { dayId } = block.attrs;
  if (dayId === null || dayIds.includes(dayId)) return block;
  return { ...block, attrs: { ...block.attrs, dayId: dayIds[0] ?? null } } as Block;
}

function speakersOf(blocks: readonly Block[]): readonly AttendanceId[] {
  const ids = blocks.map((block) => (block.type === 'statement' ? block.attrs.speakerId : null));
  return [...new Set(ids.filter((id) => id !== null))];
}

function blockRow(block: Block, position: number) {
  return {
    id: block.attrs.id,
    position,
    type: block.type,
    node: JSON.stringify(block),
    plainText: blockPlainText(block),
    speakerId: block.type === 'statement' ? block.attrs.speakerId : null,
  };
}
