import { xmlText } from '../../src/main/export/xml-text.ts';

/**
 * The Latin letters and digits of a text, in small letters: what stays the same wherever lines
 * break, quotation marks and list numbers are added, and right-to-left words are turned round.
 */
export const comparable = (text: string): string =>
  xmlText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Script=Latin}\p{Nd}]/gu, '');
