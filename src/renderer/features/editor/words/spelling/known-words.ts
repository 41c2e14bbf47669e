import type { Words } from '../../../../../shared/contract/words.ts';
import type { Attendance } from '../../../../../shared/minutes/people.ts';
import type { Directory } from '../../speakers/directory.ts';
import { wordsStore } from '../words-store.ts';

const wordsIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];

function collect(attendance: readonly Attendance[], words: Words | null): ReadonlySet<string> {
  const people = attendance.flatMap((one) => [one.name, one.position, one.organizationName]);
  const abbreviations = words?.expansions.flatMap(({ short, forms }) => [short, ...forms]) ?? [];
  return new Set([...people, ...abbreviations, ...(words?.ownWords ?? [])].flatMap(wordsIn));
}

/** Words that are right whatever the dictionary says: who attends, abbreviations, the office's own. */
export function createKnownWords(directory: Directory): () => ReadonlySet<string> {
  let attendance: readonly Attendance[] | null = null;
  let words: Words | null = null;
  let known: ReadonlySet<string> = new Set();
  return () => {
    const current = wordsStore.get();
    if (attendance !== directory.attendance() || words !== current) {
      attendance = directory.attendance();
      words = current;
      known = collect(attendance, words);
    }
    return known;
  };
}
