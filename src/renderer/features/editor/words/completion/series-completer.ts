import type { SessionId } from '../../../../../shared/ids.ts';
import { fullName } from '../../../../../shared/minutes/names.ts';
import type { Attendance } from '../../../../../shared/minutes/people.ts';
import { api } from '../../../../api/client.ts';
import type { Directory } from '../../speakers/directory.ts';
import type { Completer } from './completer.ts';
import { createCompleter } from './completer.ts';

const MOST_TERMS = 3000;
/** What is written in this session counts too, from some minutes later on. */
const REFRESH_MS = 180_000;
/** The document and its speakers come first. */
const FIRST_READ_MS = 1500;

const namesOf = (attendance: readonly Attendance[]): readonly string[] => [
  ...new Set(
    attendance.flatMap((one) => [one.name, fullName(one), one.organizationName, one.position]),
  ),
];

interface SeriesCompleterOptions {
  readonly sessionId: SessionId;
  readonly directory: Directory;
}

/** Completes with those who attend and with the terms of the series, read when there is time. */
export function createSeriesCompleter({ sessionId, directory }: SeriesCompleterOptions) {
  let terms: readonly string[] = [];
  let completer: Completer | null = null;
  const unsubscribe = directory.subscribe(() => {
    completer = null;
  });

  async function read(): Promise<void> {
    try {
      terms = await api('words.terms', { sessionId, limit: MOST_TERMS });
      completer = null;
    } catch {
      // Names are completed all the same; the next turn asks again.
    }
  }
  const first = setTimeout(() => void read(), FIRST_READ_MS);
  const next = setInterval(() => {
    requestIdleCallback(() => void read());
  }, REFRESH_MS);

  return {
    complete: (before: string): string => {
      completer ??= createCompleter(namesOf(directory.attendance()), terms);
      return completer(before);
    },
    destroy(): void {
      clearTimeout(first);
      clearInterval(next);
      unsubscribe();
    },
  };
}
