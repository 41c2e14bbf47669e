/** A text in parts of one direction, so that each can be a run of its own. */
interface DirectedText {
  readonly text: string;
  readonly isRightToLeft: boolean;
}

const LETTER = String.raw`[\p{Script_Extensions=Arabic}\p{Script_Extensions=Hebrew}]`;
/**
 * Words from right to left, with the spaces and signs between two of them: Word gives spaces the
 * direction of their run, and would otherwise show the words of a phrase in reverse.
 */
const PHRASE = new RegExp(String.raw`${LETTER}(?:[^\p{L}\n\t]*${LETTER}|${LETTER})*`, 'gu');
const HAS_LETTER = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u;

export function directedTexts(text: string): readonly DirectedText[] {
  if (!HAS_LETTER.test(text)) return [{ text, isRightToLeft: false }];
  const parts: DirectedText[] = [];
  let end = 0;
  const add = (part: string, isRightToLeft: boolean): void => {
    if (part !== '') parts.push({ text: part, isRightToLeft });
  };
  for (const { 0: phrase, index } of text.matchAll(PHRASE)) {
    // A comma or digits of such a script alone need no direction.
    if (!HAS_LETTER.test(phrase)) continue;
    add(text.slice(end, index), false);
    add(phrase, true);
    end = index + phrase.length;
  }
  add(text.slice(end), false);
  return parts;
}
