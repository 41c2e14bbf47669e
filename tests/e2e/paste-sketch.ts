import type { Block } from '../../src/shared/document/block.ts';
import type { InlineNode, Mark, RichNode } from '../../src/shared/document/rich-text.ts';

const MARK_TAGS = { bold: 'b', italic: 'i', underline: 'u', highlight: 'mark', verbatim: 'q' };

const marked = (text: string, mark: Mark): string =>
  mark.type === 'link'
    ? `<a ${mark.attrs.href}>${text}</a>`
    : `<${MARK_TAGS[mark.type]}>${text}</${MARK_TAGS[mark.type]}>`;

function sketchInline(nodes: readonly InlineNode[] | undefined): string {
  return (nodes ?? [])
    .map((node) => {
      const text = node.type === 'text' ? node.text.replaceAll('\u00a0', '~') : '<br>';
      return (node.marks ?? []).reduceRight(marked, text);
    })
    .join('');
}

/** Attributes other than the usual ones. */
function attributes(attrs: object | undefined, usual: Readonly<Record<string, unknown>>): string {
  return Object.entries(attrs ?? {})
    .filter(([name, value]) => value !== usual[name])
    .map(([name, value]) => ` ${name}=${String(value)}`)
    .join('');
}

const CELL = { colspan: 1, rowspan: 1, colwidth: null };

function sketchNode(node: RichNode): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${sketchInline(node.content)}</p>`;
    case 'bulletList':
      return `<ul>${node.content.map((item) => `<li>${sketchNodes(item.content)}</li>`).join('')}</ul>`;
    case 'orderedList': {
      const items = node.content.map((item) => `<li>${sketchNodes(item.content)}</li>`).join('');
      return `<ol${attributes(node.attrs, { start: 1 })}>${items}</ol>`;
    }
    case 'blockquote':
      return `<blockquote>${sketchNodes(node.content)}</blockquote>`;
    case 'table': {
      const rows = node.content.map((row) => {
        const cells = row.content.map((cell) => {
          const tag = cell.type === 'tableHeader' ? 'th' : 'td';
          return `<${tag}${attributes(cell.attrs, CELL)}>${sketchNodes(cell.content)}</${tag}>`;
        });
        return `<tr>${cells.join('')}</tr>`;
      });
      return `<table>${rows.join('')}</table>`;
    }
    case 'image':
      return `<img ${node.attrs.alt}>`;
  }
}

const sketchNodes = (nodes: readonly RichNode[]): string => nodes.map(sketchNode).join('');

/** Everything that is kept in a block, one line for each piece; a space that cannot break is "~". */
export function sketchBlock(block: Block): readonly string[] {
  return block.type === 'agendaItem' || block.type === 'break'
    ? [sketchInline(block.content)]
    : block.content.map(sketchNode);
}
