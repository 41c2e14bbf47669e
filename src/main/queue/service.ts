import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { QueueEntry } from '../../shared/contract/queue.ts';
import type { QueueEntryId, SessionId } from '../../shared/ids.ts';
import { queueEntryIdSchema } from '../../shared/ids.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { createQueueStore } from './store.ts';

type QueueHandlers = Pick<Handlers<'storage'>, 'queue.note' | 'queue.setState' | 'queue.reorder'>;

interface QueueServiceOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly newId: () => string;
}

/** Who asked to speak (daftar penanya), per day of a session. */
export function createQueueService({ db, clock, newId }: QueueServiceOptions) {
  const store = createQueueStore(db);

  function requireOpen(sessionId: SessionId): void {
    const status = store.status(sessionId);
    if (status === undefined) throw new AppError('not-found', { what: 'session' });
    if (status === 'final') throw new AppError('session-final');
  }

  function requireEntry(id: QueueEntryId) {
    const found = store.entry(id);
    if (found === undefined) throw new AppError('not-found', { what: 'queue' });
    const { sessionId, ...entry } = found;
    return { sessionId, entry };
  }

  function note({ sessionId, dayId, attendanceId }: ParsedInput<'queue.note'>): QueueEntry {
    requireOpen(sessionId);
    if (!store.knows(sessionId, dayId, attendanceId)) {
      throw new AppError('not-found', { what: 'attendance' });
    }
    const known = store.waiting(dayId, attendanceId);
    if (known) return known;
    const id = queueEntryIdSchema.parse(newId());
    store.insert({ id, sessionId, dayId, attendanceId, nowMs: clock() });
    return requireEntry(id).entry;
  }

  function setState({ id, state }: ParsedInput<'queue.setState'>): QueueEntry {
    requireOpen(requireEntry(id).sessionId);
    const nowMs = clock();
    switch (state) {
      case 'waiting':
        store.setState(id, null, null);
        break;
      case 'served':
        store.setState(id, nowMs, null);
        break;
      case 'removed':
        store.setState(id, null, nowMs);
        break;
    }
    return requireEntry(id).entry;
  }

  function reorder({ sessionId, dayId, order }: ParsedInput<'queue.reorder'>): void {
    requireOpen(sessionId);
    const places = store.places(sessionId, dayId);
    const known = new Set(places.map(({ id }) => id));
    const wanted = new Set([...order.filter((id) => known.has(id)), ...known]);
    // The same places are dealt out anew, so that one who comes back stands where she stood.
    for (const [index, id] of [...wanted].entries()) {
      const place = places[index];
      if (place && place.id !== id) store.setPlace(id, place.position);
    }
  }

  const written =
    <Input, Result>(handler: (input: Input) => Result) =>
    (input: Input): Result =>
      db.transaction(() => handler(input))();

  const handlers: QueueHandlers = {
    'queue.note': written(note),
    'queue.setState': written(setState),
    'queue.reorder': written(reorder),
  };
  return { handlers, list: store.listed };
}
