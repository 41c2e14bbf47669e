import type { SearchNode } from '../../shared/search/query/query.ts';
import type { TermMatch } from '../../shared/search/matches.ts';
import { wordsOf } from '../../shared/search/words.ts';
import type { Highlights } from './hits.ts';
import type { Find } from './matcher.ts';
import type { Question } from './question.ts';
import { nameWritings } from './session-filter.ts';

const PEOPLE = new Set(['pembicara', 'hadir', 'lembaga']);

interface NameWord {
  readonly word: string;
  readonly isPrefix: boolean;
}

function nameWordsIn(node: SearchNode): readonly NameWord[] {
  if (node.type === 'any' || node.type === 'all') return node.parts.flatMap(nameWordsIn);
  if (node.type !== 'filter' || !('value' in node) || !PEOPLE.has(node.key)) return [];
  return nameWritings(node.value).flatMap((words, writing) =>
    words.map((word, at) => ({
      word,
      isPrefix: node.value.isPrefix && writing === 0 && at === words.length - 1,
    })),
  );
}

/** Titles and names come again with each hit of a session. */
function remembering(find: Find): Find {
  const known = new Map<string, readonly TermMatch[]>();
  return (text) => {
    let matches = known.get(text);
    if (matches === undefined) {
      matches = find(text);
      known.set(text, matches);
    }
    return matches;
  };
}

/** Words of the query are marked everywhere, those of its filters in names. */
export function highlightsOf({ nodes, leaves }: Question, find: Find): Highlights {
  const names = nodes.flatMap(nameWordsIn);
  if (names.length === 0) return { find: remembering(find), findName: remembering(find) };
  return {
    find: remembering(find),
    findName: remembering((text) => {
      const found: TermMatch[] = [...find(text)];
      for (const { start, end, folded } of wordsOf(text)) {
        const isNamed = names.some(({ word, isPrefix }) =>
          isPrefix ? folded.startsWith(word) : folded === word,
        );
        if (isNamed) found.push({ start, end, term: leaves.length });
      }
      return found.toSorted((a, b) => a.start - b.start);
    }),
  };
}
