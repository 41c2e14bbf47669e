/** A run of words on one line of a page, in points from the lower left corner. */
export interface Chunk {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly height: number;
  /** How many characters from its beginning are bold. */
  readonly boldLength: number;
  /** Where the value of "label : value" begins; null where it is none. */
  readonly valueLeft: number | null;
}

/** What pdf.js tells of a piece of text. */
export interface TextItem {
  readonly str: string;
  /** The matrix [a, b, c, d, x, y]. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly isBold: boolean;
}

export interface Line {
  readonly chunks: readonly Chunk[];
  readonly baseline: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
}

/** Words of one text stand closer than this, by their height; cells of a table farther apart. */
const WIDEST_SPACE = 0.95;
const NARROWEST_SPACE = 0.12;
/** A number or bullet stands apart from what it belongs to, by so many heights at most. */
const WIDEST_AFTER_MARKER = 4;
const SAME_LINE = 0.45;

const MARKER = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[-–•●○▪■➢✓*·])$/iu;
export const isMarker = (text: string): boolean => MARKER.test(text.trim());

function chunkOf({ str, transform, width, height, isBold }: TextItem): Chunk {
  const [a = 0, b = 0, , , left = 0, baseline = 0] = transform;
  return {
    text: str,
    left,
    right: left + width,
    baseline,
    height: height || Math.hypot(a, b) || 1,
    boldLength: isBold ? str.length : 0,
    valueLeft: null,
  };
}

const isOneLine = (a: { baseline: number; height: number }, b: Chunk): boolean =>
  Math.abs(a.baseline - b.baseline) < SAME_LINE * Math.min(a.height, b.height);

/** The space between two chunks of a line: none, one, or so wide that they are two texts. */
function joined(before: Chunk, after: Chunk): Chunk | null {
  const height = Math.max(before.height, after.height);
  const gap = after.left - before.right;
  const widest = isMarker(before.text) ? WIDEST_AFTER_MARKER : WIDEST_SPACE;
  // What stands over the end of the one before is no continuation of it.
  if (gap > widest * height || gap < -height) return null;
  const text = before.text.trimEnd();
  const isBoldSoFar = before.boldLength >= text.length;
  const hasSpace = gap > NARROWEST_SPACE * height || /\s$/.test(before.text);
  return {
    ...before,
    text: `${text}${hasSpace ? ' ' : ''}${after.text.trimStart()}`,
    boldLength:
      isBoldSoFar && after.boldLength > 0 ? text.length + 1 + after.boldLength : before.boldLength,
    right: Math.max(before.right, after.right),
    height,
  };
}

/** ":" belongs to the label before it, and what follows it is what the label tells of. */
function withColons(chunks: readonly Chunk[]): readonly Chunk[] {
  const together: Chunk[] = [];
  for (const chunk of chunks) {
    const before = together.at(-1);
    const isColon = chunk.text.startsWith(':');
    if (before !== undefined && (isColon || /^[^:]{2,60}\s:$/.test(before.text))) {
      together[together.length - 1] = {
        ...before,
        text: `${before.text} ${chunk.text}`,
        right: chunk.right,
        valueLeft: isColon && chunk.text.length < 3 ? null : (before.valueLeft ?? chunk.left),
      };
    } else {
      together.push(chunk);
    }
  }
  return together;
}

function lineOf(chunks: readonly Chunk[]): Line {
  const sorted = chunks.toSorted((a, b) => a.left - b.left);
  const together: Chunk[] = [];
  for (const chunk of sorted) {
    const before = together.at(-1);
    const both = before === undefined ? null : joined(before, chunk);
    if (both === null) together.push(chunk);
    else together[together.length - 1] = both;
  }
  const whole = withColons(together);
  return {
    chunks: whole,
    baseline: chunks[0]?.baseline ?? 0,
    height: Math.max(...chunks.map(({ height }) => height)),
    left: Math.min(...chunks.map(({ left }) => left)),
    right: Math.max(...chunks.map(({ right }) => right)),
  };
}

/** The lines of a page from its top to its bottom. */
export function pageLines(items: readonly TextItem[]): readonly Line[] {
  const chunks = items
    .filter(({ str }) => str.trim() !== '')
    .map(chunkOf)
    .toSorted((a, b) => b.baseline - a.baseline);
  const lines: { baseline: number; height: number; chunks: Chunk[] }[] = [];
  for (const chunk of chunks) {
    const line = lines.at(-1);
    if (line !== undefined && isOneLine(line, chunk)) line.chunks.push(chunk);
    else lines.push({ baseline: chunk.baseline, height: chunk.height, chunks: [chunk] });
  }
  return lines.map((line) => lineOf(line.chunks));
}

/** Whether all of a line is bold. */
export const isBoldLine = ({ chunks }: Line): boolean =>
  chunks.every(({ text, boldLength }) => boldLength >= text.trimEnd().length);

export const lineText = ({ chunks }: Line): string => chunks.map(({ text }) => text).join('  ');
