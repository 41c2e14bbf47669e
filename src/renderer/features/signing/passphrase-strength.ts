import { SHORTEST_PASSPHRASE } from '../../../shared/contract/signing.ts';

/** How hard a passphrase is to guess, as a word and not as a figure that nobody can check. */
export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/** Where guessing begins. */
const FIRST_GUESSES =
  /^(?:pass(?:word|phrase)?|kata ?sandi|sandi|rahasia|admin(?:istrator)?|qwerty\w*|indonesia|notula|kpu|bawaslu|pemilu)[\d\W]*$/i;
const FEW_DIFFERENT_LETTERS = 5;
const FAIR_LENGTH = 12;
const STRONG_LENGTH = 16;
const KINDS_OF_LETTERS = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u];

export function strengthOf(passphrase: string): Strength {
  const letters = Array.from(passphrase);
  if (letters.length < SHORTEST_PASSPHRASE) return 'short';
  const isGuessed =
    FIRST_GUESSES.test(passphrase) ||
    new Set(letters.map((letter) => letter.toLowerCase())).size < FEW_DIFFERENT_LETTERS ||
    /^\d+$/.test(passphrase);
  if (isGuessed) return 'weak';
  const kindCount = KINDS_OF_LETTERS.filter((kind) => kind.test(passphrase)).length;
  if (letters.length >= STRONG_LENGTH || (letters.length >= FAIR_LENGTH && kindCount >= 3)) {
    return 'strong';
  }
  return 'fair';
}
