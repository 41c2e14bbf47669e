/**
 * Characters that XML 1.0 cannot hold even escaped (https://www.w3.org/TR/xml/#charsets): control
 * characters other than tab and line breaks, and two noncharacters. Word refuses a file with one.
 */
// oxlint-disable-next-line no-control-regex -- these are the characters to find
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Marks that turn the order of what follows (Unicode Bidirectional Algorithm, explicit formatting):
 * one left open in a title turns round the page number beside it.
 */
const TURNING_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;

/** All that breaks a line in some program; Word would show some of them as boxes. */
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;

/** Half of a character beyond U+FFFF, left by a text that was cut in its middle. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Text as a document can hold it. Control characters are left out, because nobody ever saw them;
 * half a character becomes U+FFFD, so that it shows that something stood there.
 */
export function xmlText(text: string): string {
  return text
    .replace(LINE_BREAKS, '\n')
    .replace(FORBIDDEN, '')
    .replace(TURNING_MARKS, '')
    .replace(LONE_SURROGATE, '\ufffd');
}

/** The same on one line, for labels, table cells and document properties. */
export function xmlLine(text: string): string {
  return xmlText(text).replace(/\s+/g, ' ').trim();
}
