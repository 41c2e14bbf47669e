import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { QueueEntry } from '../../shared/contract/queue.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { createSpeakersStore } from './store.ts';

type SpeakersHandlers = Pick<
  Handlers<'storage'>,
  'speakers.get' | 'speakers.setNumbers' | 'speakers.setNarrating'
>;

interface SpeakersServiceOptions {
  readonly db: ArchiveDatabase;
  readonly queueOf: (sessionId: SessionId) => readonly QueueEntry[];
}

/** Who has which number in a session, and what is set for its speakers. */
export function createSpeakersService({ db, queueOf }: SpeakersServiceOptions) {
  const store = createSpeakersStore(db);

  function requireOpen(sessionId: SessionId): void {
    const status = store.status(sessionId);
    if (status === undefined) throw new AppError('not-found', { what: 'session' });
    if (status === 'final') throw new AppError('session-final');
  }

  function setNumbers({ sessionId, numbers }: ParsedInput<'speakers.setNumbers'>): void {
    requireOpen(sessionId);
    const given = numbers.flatMap(({ attendanceId }) => attendanceId ?? []);
    const isDoubled =
      new Set(numbers.map(({ number }) => number)).size < numbers.length ||
      new Set(given).size < given.length;
    if (isDoubled) throw new AppError('invalid-input', { field: 'numbers' });
    store.replaceNumbers(sessionId, numbers);
  }

  return {
    'speakers.get': ({ sessionId }) => {
      if (store.status(sessionId) === undefined) {
        throw new AppError('not-found', { what: 'session' });
      }
      return {
        numbers: store.numbers(sessionId),
        isNarratingComings: store.narrates(sessionId),
        queue: queueOf(sessionId),
      };
    },
    'speakers.setNumbers': (input) => db.transaction(() => setNumbers(input))(),
    'speakers.setNarrating': ({ sessionId, isNarratingComings }) =>
      db.transaction(() => {
        requireOpen(sessionId);
        store.setNarrates(sessionId, isNarratingComings);
      })(),
  } satisfies SpeakersHandlers;
}
