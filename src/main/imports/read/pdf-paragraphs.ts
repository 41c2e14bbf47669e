import type { Alignment } from '../../../shared/imports/document.ts';
import type { Line } from './pdf-lines.ts';
import { isBoldLine, isMarker, lineText } from './pdf-lines.ts';

export interface PdfParagraph {
  readonly type: 'paragraph';
  readonly text: string;
  readonly height: number;
  readonly boldLength: number;
  readonly alignment: Alignment | null;
}

/** Where the text of a page stands. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
}

/** Lines of one paragraph are not farther apart than this, by their height. */
const FARTHEST_LINE = 1.9;
const INDENTED_BY = 1;

const LABEL = /^[\p{L}][^:\n]{1,60}?\s*:(?:\s|$)/u;

const startsWithMarker = (text: string): boolean => isMarker(text.split(/\s+/, 1)[0] ?? '');

function alignmentOf(line: Line, area: TextArea): Alignment | null {
  const before = line.left - area.left;
  const after = area.right - line.right;
  const isApart = before > 2 * line.height;
  if (isApart && Math.abs(before - after) < line.height) return 'center';
  return isApart && after < line.height ? 'right' : null;
}

/** Where the value of "label : value" begins on its line; null where the line is none. */
function valueLeft({ chunks, left, right }: Line): number | null {
  const [chunk] = chunks;
  const text = chunk?.text ?? '';
  const label = LABEL.exec(text)?.[0];
  if (label === undefined || text.length === label.length) return null;
  // In one piece, only the share of its characters tells where the value begins.
  return chunk?.valueLeft ?? left + ((right - left) * label.length) / Math.max(1, text.length);
}

const beginsBold = ({ chunks }: Line): boolean => (chunks[0]?.boldLength ?? 0) > 0;

/** Whether the first word of a line had found room at the end of the one before: then that one ended. */
function hadRoom(last: Line, line: Line, area: TextArea): boolean {
  const text = lineText(line);
  const word = /^\S+/u.exec(text)?.[0] ?? '';
  const wordWidth = ((line.right - line.left) * (word.length + 1)) / Math.max(1, text.length);
  return area.right - last.right > wordWidth;
}

interface Open {
  lines: string[];
  readonly first: Line;
  last: Line;
  readonly valueLeft: number | null;
  readonly alignment: Alignment | null;
  boldLength: number;
}

function isContinued(open: Open, line: Line, area: TextArea): '' | ' ' | '\n' {
  const { last, first } = open;
  const height = Math.max(last.height, line.height);
  const text = lineText(line);
  if ((last.baseline - line.baseline) / height > FARTHEST_LINE) return '';
  if (Math.abs(last.height - line.height) > 0.15 * height) return '';
  const isBelowValue =
    open.valueLeft !== null &&
    open.alignment !== 'center' &&
    line.left > first.left + 3 * height &&
    Math.abs(line.left - open.valueLeft) < 4 * height;
  if (isBelowValue) return startsWithMarker(text) || hadRoom(last, line, area) ? '\n' : ' ';
  if (startsWithMarker(text) || LABEL.test(text) || isBoldLine(last) !== beginsBold(line))
    return '';
  if (hadRoom(last, line, area)) return '';
  if (alignmentOf(line, area) === 'center' && open.alignment === 'center') return '';
  const isIndented = line.left > Math.min(last.left, first.left) + INDENTED_BY * height;
  // After a marker the lines that follow stand under its words.
  return isIndented && !startsWithMarker(lineText(first)) ? '' : ' ';
}

/** Puts lines together that are one paragraph. */
export function paragraphsOf(lines: readonly Line[], area: TextArea): readonly PdfParagraph[] {
  const paragraphs: PdfParagraph[] = [];
  let open: Open | null = null;
  const close = (): void => {
    if (open === null) return;
    const { first, alignment, lines: written, boldLength } = open;
    const text = written.join('');
    paragraphs.push({ type: 'paragraph', text, height: first.height, boldLength, alignment });
  };
  for (const line of lines) {
    const between: string = open === null ? '' : isContinued(open, line, area);
    if (open !== null && between !== '') {
      if (isBoldLine(open.first) && isBoldLine(line)) open.boldLength = Infinity;
      open.lines.push(between, lineText(line));
      open.last = line;
      continue;
    }
    close();
    open = {
      lines: [lineText(line)],
      first: line,
      last: line,
      valueLeft: valueLeft(line),
      alignment: alignmentOf(line, area),
      boldLength: line.chunks[0]?.boldLength ?? 0,
    };
  }
  close();
  return paragraphs;
}
