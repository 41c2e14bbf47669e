// C0 and DEL: nothing prints them, and XML, so every DOCX, forbids most of them.
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const CONTROLS = /[\u0000-\u001f\u007f]/g;
// oxlint-disable-next-line no-control-regex -- the same, but line breaks and tabs stay
const CONTROLS_BUT_LINES = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/**
 * Marks that turn the order of all that follows on the line; copied along from chats, one in a name
 * turns round the numbers beside it. Letters written from right to left need none of them.
 */
const TURNING_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A typed or pasted text for a field of one line: breaks and tabs become spaces, other control
 * characters go as they do on pasting into Word, and everything else stays as it was written.
 */
export function singleLineText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(CONTROLS, '')
    .replace(TURNING_MARKS, '')
    .trim();
}

/** The same for a field of several lines: line breaks (as "\n") and tabs stay. */
export function multiLineText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(CONTROLS_BUT_LINES, '')
    .replace(TURNING_MARKS, '')
    .trim();
}
