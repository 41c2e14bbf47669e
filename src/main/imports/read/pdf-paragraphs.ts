import type { Alignment } from '../../../shared/imports/document.ts';
import type { Line } from './pdf-lines.ts';
import { isMarker, lineText } from './pdf-lines.ts';

export interface PdfParagraph {
  readonly type: 'paragraph';
  readonly text: string;
  readonly height: number;
  readonly alignment: Alignment | null;
}

/** Where the text of a page stands. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
}

/** Lines of one paragraph are not farther apart than this, by their height. */
const FARTHEST_LINE = 1.9;
/** A line that ends so far before the margin, by its height, ends its paragraph. */
const SHORT_BY = 6;
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
  const text = chunks[0]?.text ?? '';
  const label = LABEL.exec(text)?.[0];
  if (label === undefined || text.length === label.length) return null;
  // The width of the label is known only by its share of the characters: values stand farther right.
  return left + ((right - left) * label.length) / Math.max(1, text.length);
}

interface Open {
  lines: string[];
  readonly first: Line;
  last: Line;
  readonly valueLeft: number | null;
  readonly alignment: Alignment | null;
}

function isContinued(open: Open, line: Line, area: TextArea): '' | ' ' | '\n' {
  const { last, first } = open;
  const height = Math.max(last.height, line.height);
  const text = lineText(line);
  if ((last.baseline - line.baseline) / height > FARTHEST_LINE) return '';
  if (Math.abs(last.height - line.height) > 0.15 * height) return '';
  if (
    open.valueLeft !== null &&
    line.left > first.left + 3 * height &&
    line.left >= open.valueLeft - 4 * height
  )
    return startsWithMarker(text) || area.right - last.right > SHORT_BY * height ? '\n' : ' ';
  if (startsWithMarker(text) || LABEL.test(text)) return '';
  if (area.right - last.right > SHORT_BY * height) return '';
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
    const { first, alignment, lines: written } = open;
    paragraphs.push({ type: 'paragraph', text: written.join(''), height: first.height, alignment });
  };
  for (const line of lines) {
    const between: string = open === null ? '' : isContinued(open, line, area);
    if (open !== null && between !== '') {
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
    };
  }
  close();
  return paragraphs;
}
