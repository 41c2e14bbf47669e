import { declarations } from './declarations.ts';

const BLOCKS = 'p, div, ul, ol, li, table, blockquote, section, article, figure, pre, dl';

function keepsLines(element: Element | null): boolean {
  const holder = element?.closest('[style*="white-space"], pre') ?? null;
  if (holder === null) return false;
  const whiteSpace = declarations(holder).get('white-space');
  return whiteSpace === undefined
    ? holder.localName === 'pre'
    : /^(pre|break-spaces)/.test(whiteSpace);
}

const hasBlocks = (element: Element | null): boolean =>
  element !== null && [...element.children].some((child) => child.matches(BLOCKS));

function textsOf(root: Node): readonly Text[] {
  return Array.from(root.childNodes).flatMap((child) =>
    child instanceof Text ? [child] : textsOf(child),
  );
}

/** Line ends that count where they come from (chats, source code) would be spaces here. */
export function lineEndsToBreaks(body: Element): void {
  for (const text of textsOf(body)) {
    if (!text.data.includes('\n') || !keepsLines(text.parentElement)) continue;
    // Between blocks they only make their source readable.
    if (text.data.trim() === '' && hasBlocks(text.parentElement)) continue;
    const lines = text.data.replace(/\r\n?/g, '\n').split('\n');
    text.replaceWith(
      ...lines.flatMap((line, index) =>
        index === 0 ? [line] : [body.ownerDocument.createElement('br'), line],
      ),
    );
  }
}

const isBlank = (node: Node): boolean => node instanceof Text && node.data.trim() === '';

function neighbour(node: Node, side: 'previousSibling' | 'nextSibling'): Node | null {
  let found = node[side];
  while (found !== null && isBlank(found)) found = found[side];
  return found;
}

const isBlockOrNone = (node: Node | null): boolean =>
  node === null || (node instanceof Element && node.matches(BLOCKS));

/** Space between blocks is the page's own affair: a break between two of them is no line. */
function removeBreaksBetweenBlocks(body: Element): void {
  for (const lineBreak of body.querySelectorAll('br')) {
    const before = neighbour(lineBreak, 'previousSibling');
    const after = neighbour(lineBreak, 'nextSibling');
    const isAlone = before === null && after === null;
    if (!isAlone && isBlockOrNone(before) && isBlockOrNone(after)) lineBreak.remove();
  }
}

/** Word processors make room by empty paragraphs, Word's with a space that cannot break. */
export function removeEmptyLines(body: Element): void {
  removeBreaksBetweenBlocks(body);
  for (const paragraph of body.querySelectorAll('p')) {
    const isEmpty = (paragraph.textContent ?? '').replaceAll('\u00a0', ' ').trim() === '';
    if (isEmpty && !paragraph.closest('td, th, li')) {
      paragraph.remove();
    }
  }
}
