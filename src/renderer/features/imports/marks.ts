import type { Confidence, Found, MinutesGuess } from '../../../shared/imports/guess.ts';

/** Facts of a session that a guess has one value of. */
export const GUESSED_FACTS = [
  'title',
  'kind',
  'theme',
  'documentNumber',
  'invitation',
  'place',
  'link',
  'mode',
  'zone',
] as const;
export type GuessedFact = (typeof GUESSED_FACTS)[number];

export type MarkKind =
  | GuessedFact
  | 'day'
  | 'host'
  | 'attendance'
  | 'speaker'
  | MinutesGuess['blocks'][number]['type'];

/** What was found in a piece of the original. */
export interface Mark {
  /** By which what was found is known on the other side: "title", "day-0", "block-12". */
  readonly key: string;
  readonly kind: MarkKind;
  readonly confidence: Confidence;
}

const marked = (kind: MarkKind, found: readonly Found[]): readonly (Mark & Found)[] =>
  found.map((each, index) => ({ ...each, kind, key: `${kind}-${index}` }));

/** Everything of a guess with where it stands, in the order of the fields. */
export function allMarks(guess: MinutesGuess): readonly (Mark & Found)[] {
  const facts = GUESSED_FACTS.flatMap((kind) => {
    const found = guess[kind];
    return found === null ? [] : [{ ...found, kind, key: kind }];
  });
  return [
    ...facts,
    ...marked('day', guess.days),
    ...marked('host', guess.hosts),
    ...marked('attendance', guess.attendance),
    ...marked('speaker', guess.speakers),
    ...guess.blocks.map((block, index) => ({
      ...block,
      kind: block.type,
      key: `block-${index}`,
    })),
  ];
}

/** What was found in each piece. */
export function marksByPiece(guess: MinutesGuess): ReadonlyMap<number, readonly Mark[]> {
  const byPiece = new Map<number, Mark[]>();
  for (const { key, kind, confidence, from } of allMarks(guess)) {
    // A statement says by itself who speaks.
    if (kind === 'speaker') continue;
    for (const piece of from) {
      const marks = byPiece.get(piece) ?? [];
      marks.push({ key, kind, confidence });
      byPiece.set(piece, marks);
    }
  }
  return byPiece;
}

/** The pieces that say what is known by a key. */
export const piecesOf = (guess: MinutesGuess, key: string | null): readonly number[] =>
  allMarks(guess).find((mark) => mark.key === key)?.from ?? [];
