import type { InlineNode } from '../../../shared/document/rich-text.ts';
import type { Run } from './wording.ts';
import { runsOf } from './wording.ts';

type TextRun = Extract<Run, { type: 'text' }>;

/** What begins something in GitHub Flavored Markdown (https://github.github.com/gfm/). */
const SPECIAL = /[\\`*_[\]<>~|$]|&(?=#?\w+;)/g;
/** At the start of a line only: headings, lists, rules under a heading. */
const LINE_START = /^(\s*)([#+=-]|\d+(?=[.)](?:\s|$)))/;

/** Words that are read as they are written, wherever on a line they stand. */
export const escaped = (text: string): string => text.replace(SPECIAL, '\\$&');

/** A bare address and what ends it: it is one word, in which no backslash may stand. */
const BARE_ADDRESS = /https?:\/\/[^\s<>|`\\]*[^\s<>|`\\.,;:!?)\]}'"”’]/giu;

/** The same for running text, in which addresses can be followed. */
function escapedWithAddresses(text: string): string {
  let done = 0;
  let result = '';
  for (const found of text.matchAll(BARE_ADDRESS)) {
    result += `${escaped(text.slice(done, found.index))}<${found[0]}>`;
    done = found.index + found[0].length;
  }
  return result + escaped(text.slice(done));
}

/** The same for what may begin a line. */
export const lineStart = (line: string): string =>
  line.replace(LINE_START, (_all, space: string, mark: string) =>
    // A number keeps its digits; its dot or bracket is what would make a list of it.
    /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );

const WORD_EDGE = /[\p{L}\p{N}]/u;

/** Letters marked by `sign`, or by an element where the sign would not be understood there. */
function emphasised(
  inner: string,
  around: { readonly before: string; readonly after: string },
  { sign, tag }: { readonly sign: string; readonly tag: string },
): string {
  const [, head = '', middle = '', tail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(inner) ?? [];
  if (middle === '') return inner;
  // A sign beside a letter counts only where a letter follows it within; "_" within a word never.
  const isBeside = (edge: string, space: string): boolean => space === '' && WORD_EDGE.test(edge);
  const isUnclear =
    isBeside(around.before, head) ||
    isBeside(around.after, tail) ||
    middle.startsWith(sign) ||
    middle.endsWith(sign);
  return isUnclear
    ? `${head}<${tag}>${middle}</${tag}>${tail}`
    : `${head}${sign}${middle}${sign}${tail}`;
}

const BOLD = { sign: '**', tag: 'strong' };
const ITALIC = { sign: '_', tag: 'em' };

/** Neighbours that share a look, each group once: signs that touch would be read otherwise. */
function grouped<Key>(runs: readonly TextRun[], key: (run: TextRun) => Key) {
  const groups: { readonly key: Key; readonly runs: TextRun[] }[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last !== undefined && last.key === key(run)) last.runs.push(run);
    else groups.push({ key: key(run), runs: [run] });
  }
  return groups;
}

const plainOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('');

interface Around {
  readonly before: string;
  readonly after: string;
}

/** Draws groups one after another, each knowing the letters beside it. */
function each<Key>(
  runs: readonly TextRun[],
  key: (run: TextRun) => Key,
  around: Around,
  draw: (key: Key, inner: readonly TextRun[], beside: Around) => string,
): string {
  const groups = grouped(runs, key);
  return groups
    .map((group, index) => {
      const before = index === 0 ? around.before : plainOf(groups[index - 1]?.runs ?? []).slice(-1);
      const after =
        index === groups.length - 1 ? around.after : plainOf(groups[index + 1]?.runs ?? [])[0];
      return draw(group.key, group.runs, { before, after: after ?? '' });
    })
    .join('');
}

/** An address that cannot end its brackets. */
const address = (href: string): string =>
  `<${href.replace(/[\s<>\\]/g, (char) => encodeURIComponent(char))}>`;

/** One line of running text. */
function lineOf(runs: readonly TextRun[]): string {
  const edge = { before: '', after: '' };
  return each(
    runs,
    ({ href }) => href,
    edge,
    (href, linked, besideLink) => {
      const within = href === null ? besideLink : edge;
      const words = each(
        linked,
        ({ isBold }) => isBold,
        within,
        (isBold, same, besideBold) => {
          const inner = each(
            same,
            ({ isItalic }) => isItalic,
            isBold ? edge : besideBold,
            (isItalic, last, besideItalic) => {
              const text = (href === null ? escapedWithAddresses : escaped)(plainOf(last));
              return isItalic ? emphasised(text, besideItalic, ITALIC) : text;
            },
          );
          return isBold ? emphasised(inner, besideBold, BOLD) : inner;
        },
      );
      return href === null ? words : `[${words}](${address(href)})`;
    },
  );
}

/** Running text, line by line. */
export function inlineMarkdown(
  nodes: readonly InlineNode[] | undefined,
  isItalic = false,
): readonly string[] {
  const lines: TextRun[][] = [[]];
  for (const run of runsOf(nodes, isItalic)) {
    if (run.type === 'break') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.map((runs) => lineOf(runs).trim());
}
