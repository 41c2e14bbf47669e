import type { InlineNode, Mark } from '../../../shared/document/rich-text.ts';
import { withQuotationMarks } from '../verbatim.ts';
import { xmlText } from '../xml-text.ts';
import type { Look, Xml } from './elements.ts';
import { field, run, textElement } from './elements.ts';
import { directedTexts } from './right-to-left.ts';

const SEPARATORS: Readonly<Record<string, Xml>> = { '\n': '<w:br/>', '\t': '<w:tab/>' };

/** Text as one run; line breaks and tabs in it become Word's own. */
export function textRun(text: string, look: Look = {}): Xml {
  const parts = xmlText(text)
    .split(/([\n\t])/)
    .map((part) => (part === '' ? '' : (SEPARATORS[part] ?? textElement(part))));
  return run(parts.join(''), look);
}

function markLook(mark: Mark): Look {
  switch (mark.type) {
    case 'bold':
      return { bold: true };
    case 'italic':
      return { italics: true };
    case 'underline':
      return { isUnderlined: true };
    case 'highlight':
      return { isHighlighted: true };
    case 'verbatim':
      // Its quotation marks are text: see withQuotationMarks.
      return {};
    case 'link':
      return { color: '0B4F9E', isUnderlined: true };
  }
}

/**
 * A link as a HYPERLINK field. A relationship would be usual, but an "&" in one breaks
 * LibreOffice's check of signed files.
 */
function linkField(href: string, runs: Xml): Xml {
  const address = xmlText(href).replace(/["\\\s]/g, encodeURIComponent);
  return field(` HYPERLINK "${address}" `, runs);
}

function hrefOf(node: InlineNode): string | null {
  const link = node.marks?.find((mark) => mark.type === 'link');
  return link?.attrs.href ?? null;
}

function nodeRuns(node: InlineNode, base: Look): Xml {
  if (node.type === 'hardBreak') return textRun('\n', base);
  const look: Look = Object.assign({ ...base }, ...(node.marks ?? []).map(markLook));
  return directedTexts(node.text)
    .map(({ text, isRightToLeft }) =>
      textRun(text, isRightToLeft ? { ...look, isRightToLeft } : look),
    )
    .join('');
}

/** Running text with its marks; pieces beside each other with the same address are one link. */
export function inlineRuns(nodes: readonly InlineNode[] | undefined, base: Look = {}): Xml {
  const pieces: { readonly href: string | null; runs: Xml }[] = [];
  for (const node of withQuotationMarks(nodes ?? [])) {
    const href = hrefOf(node);
    const last = pieces.at(-1);
    if (last?.href === href) last.runs += nodeRuns(node, base);
    else pieces.push({ href, runs: nodeRuns(node, base) });
  }
  return pieces.map(({ href, runs }) => (href === null ? runs : linkField(href, runs))).join('');
}
