import type { Handlers } from '../../shared/contract/index.ts';
import { answerQuestion } from './answer.ts';
import type { OpenIndex, SearchEngine } from './engine.ts';
import { createMatcher } from './matcher.ts';
import { highlightsOf } from './name-highlights.ts';
import { passageOf } from './passage.ts';
import type { Question } from './question.ts';
import { askQuestion } from './question.ts';
import { createTermCounter } from './series-terms.ts';

/** Blocks whose words are counted for one answer: some tenths of a second of reading. */
const MAX_TEXTS_READ = 10_000;

/** The day by the clock of this computer, on which "kemarin" is typed. */
function isoToday(nowMs: number): string {
  const now = new Date(nowMs);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Answers searches from the index and the archive as they are at this moment. */
export function createSearchService(engine: SearchEngine, clock: () => number): Handlers<'search'> {
  const { archive } = engine;
  const ask = ({ index }: OpenIndex, text: string): Question =>
    askQuestion(text, isoToday(clock()), index);
  return {
    'search.query': ({ text, ...how }) =>
      engine.use((open) =>
        archive.inOneView(() => answerQuestion(open, archive, ask(open, text), how)),
      ),
    'search.passage': (input) =>
      engine.use((open) =>
        archive.inOneView(() => {
          const question = ask(open, input.text);
          const { findName } = highlightsOf(question, createMatcher(question.leaves));
          return passageOf(archive, input, findName);
        }),
      ),
    'search.candidates': () => archive.inOneView(archive.candidates),
    'words.terms': ({ sessionId, limit }) => {
      const counter = createTermCounter();
      for (const text of archive.seriesTexts(sessionId, MAX_TEXTS_READ)) counter.add(text);
      return counter.terms(limit);
    },
  };
}
