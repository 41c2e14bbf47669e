import { createHash } from 'node:crypto';

import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { Mark, MarkTarget } from '../../shared/contract/marks.ts';
import { readImageHeader } from '../../shared/document/image-rules.ts';
import type { SessionId } from '../../shared/ids.ts';
import { attendanceIdSchema, dayIdSchema, markIdSchema } from '../../shared/ids.ts';
import { fullName } from '../../shared/minutes/names.ts';
import type { Attendance } from '../../shared/minutes/people.ts';
import { TALLEST_MARK_PX, WIDEST_MARK_PX } from '../../shared/official/mark-rules.ts';
import type { Signatory } from '../../shared/official/signatories.ts';
import { attendeeKey, representativeOn } from '../../shared/official/signatories.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { MarkRow } from './store.ts';
import { createMarkStore } from './store.ts';

interface MarksOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** Who is at the keyboard. */
  readonly actorName: () => string;
  readonly attendance: (
    sessionId: SessionId,
  ) => readonly Attendance[] | Promise<readonly Attendance[]>;
  /** Who signs the documents of a session. */
  readonly signatories: (sessionId: SessionId) => Promise<readonly Signatory[]>;
  /** Writes into the log of what was done, within the transaction of what was done. */
  readonly log: (
    action: 'mark' | 'mark-removed',
    sessionId: SessionId,
    details: Readonly<Record<string, string | number>>,
  ) => void;
}

type MarkHandlers = Pick<
  Handlers<'storage'>,
  | 'marks.list'
  | 'marks.signatories'
  | 'marks.forDocuments'
  | 'marks.add'
  | 'marks.remove'
  | 'marks.read'
>;

/** Whose signature is made, as it is known when it is made. */
interface Whose {
  readonly key: string;
  readonly name: string;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function targetOf({ attendanceId, dayId, kind, blockIndex }: MarkRow): MarkTarget {
  if (attendanceId !== null && dayId !== null) {
    return {
      type: 'attendance',
      attendanceId: attendanceIdSchema.parse(attendanceId),
      dayId: dayIdSchema.parse(dayId),
    };
  }
  if (kind === null || blockIndex === null) throw new RangeError('a signature has a place');
  return { type: 'signatory', kind, blockIndex };
}

const toMark = (row: MarkRow): Mark => ({
  id: markIdSchema.parse(row.id),
  target: targetOf(row),
  signerKey: row.signer,
  signerName: row.signerName,
  method: row.method,
  widthPx: row.widthPx,
  heightPx: row.heightPx,
  atMs: row.atMs,
  actor: row.actor,
  reusedFrom: row.reusedFrom === null ? null : markIdSchema.parse(row.reusedFrom),
});

const columnsOf = (target: MarkTarget) => ({
  attendanceId: target.type === 'attendance' ? target.attendanceId : null,
  dayId: target.type === 'attendance' ? target.dayId : null,
  kind: target.type === 'signatory' ? target.kind : null,
  blockIndex: target.type === 'signatory' ? target.blockIndex : null,
});

/** What the log says of one: never the image itself, but what tells it from all others. */
const logged = (target: MarkTarget, name: string) => ({
  ...(target.type === 'attendance'
    ? { attendance: target.attendanceId, day: target.dayId }
    : { kind: target.kind, block: target.blockIndex + 1 }),
  name,
});

/** Width and height. Throws `image-invalid` where it is no PNG, or too large for any place of it. */
function sizeOf(bytes: Uint8Array): { readonly widthPx: number; readonly heightPx: number } {
  const header = readImageHeader(bytes);
  if (header === null || header.type !== 'png') throw new AppError('image-invalid');
  const { widthPx, heightPx } = header;
  if (widthPx > WIDEST_MARK_PX || heightPx > TALLEST_MARK_PX) throw new AppError('image-invalid');
  return { widthPx, heightPx };
}

/**
 * Visible signatures: the image of one act of signing each, by an attendee on one day or under one
 * document. They may be made after a session is final, for that is when documents are signed; the
 * minutes themselves are not changed by them. None is ever deleted while its session is there: one
 * that is replaced or taken back is printed no more.
 */
export function createMarksService(options: MarksOptions): MarkHandlers {
  const { db, clock, newId, log } = options;
  const store = createMarkStore(db);

  const whose = async (sessionId: SessionId, target: MarkTarget): Promise<Whose> => {
    if (target.type === 'signatory') {
      const signatory = (await options.signatories(sessionId)).find(
        ({ kind, blockIndex }) => kind === target.kind && blockIndex === target.blockIndex,
      );
      if (signatory === undefined) throw new AppError('not-found', { kind: target.kind });
      return signatory;
    }
    const { attendanceId, dayId } = target;
    const attendee = (await options.attendance(sessionId)).find(({ id }) => id === attendanceId);
    if (attendee?.days.some((day) => day.dayId === dayId) !== true) {
      throw new AppError('not-found', { attendanceId });
    }
    return {
      key: attendeeKey(attendee, dayId),
      name: representativeOn(attendee, dayId) ?? fullName(attendee),
    };
  };

  /** The first act that has the image, unless that is the same person in the same place. */
  const actBefore = (
    sessionId: SessionId,
    target: MarkTarget,
    signer: string,
    digests: { readonly sha256: string; readonly sourceSha256: string | null },
  ): MarkRow | undefined => {
    const place = JSON.stringify(target);
    const isSameAct = (row: MarkRow): boolean =>
      row.sessionId === sessionId &&
      row.signer === signer &&
      JSON.stringify(targetOf(row)) === place;
    return store.sameImage(digests.sha256, digests.sourceSha256).find((row) => !isSameAct(row));
  };

  const add = db.transaction((input: ParsedInput<'marks.add'>, { key, name }: Whose): Mark => {
    const { sessionId, target, method, bytes, sourceSha256, mayReuse } = input;
    const size = sizeOf(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const before = actBefore(sessionId, target, key, { sha256, sourceSha256 });
    if (before !== undefined && !mayReuse) {
      throw new AppError('mark-used-before', { name: before.signerName });
    }
    const atMs = clock();
    const present = store.at(sessionId, target);
    if (present !== undefined) {
      store.takeBack(present.id, atMs);
      log('mark-removed', sessionId, logged(target, present.signerName));
    }
    const id = newId();
    store.insert({
      id,
      sessionId,
      ...columnsOf(target),
      signer: key,
      signerName: name,
      method,
      bytes,
      ...size,
      sha256,
      sourceSha256,
      reusedFrom: before?.id ?? null,
      atMs,
      actor: options.actorName(),
    });
    log('mark', sessionId, { ...logged(target, name), method, sha256 });
    const row = store.one(id);
    if (row === undefined) throw new RangeError('it was put in a moment ago');
    return toMark(row);
  });

  const remove = db.transaction((sessionId: SessionId, id: string): void => {
    const row = store.one(id);
    if (row === undefined || row.sessionId !== sessionId) throw new AppError('not-found', { id });
    if (row.removedAtMs !== null) return;
    store.takeBack(id, clock());
    log('mark-removed', sessionId, logged(targetOf(row), row.signerName));
  });

  return {
    'marks.list': ({ sessionId }) => store.printed(sessionId).map(toMark),
    'marks.signatories': ({ sessionId }) => options.signatories(sessionId),
    'marks.forDocuments': ({ sessionId, kinds }) =>
      store.printed(sessionId).flatMap((row) => {
        const { id, target, signerKey, widthPx, heightPx } = toMark(row);
        const isPrinted = kinds.includes(
          target.type === 'attendance' ? 'daftar-hadir' : target.kind,
        );
        const bytes = isPrinted ? store.bytes(id) : undefined;
        return bytes === undefined
          ? []
          : [{ id, target, signerKey, widthPx, heightPx, base64: base64(bytes) }];
      }),
    'marks.add': async (input) => {
      if (!store.hasSession(input.sessionId)) {
        throw new AppError('not-found', { sessionId: input.sessionId });
      }
      return add.immediate(input, await whose(input.sessionId, input.target));
    },
    'marks.remove': ({ sessionId, id }) => remove.immediate(sessionId, id),
    'marks.read': ({ id }) => {
      const bytes = store.bytes(id);
      return bytes === undefined ? null : { base64: base64(bytes) };
    },
  };
}
