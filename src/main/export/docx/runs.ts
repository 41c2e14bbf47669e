import { BuilderElement, ImportedXmlComponent, Tab, TextRun } from 'docx';
import type { IRunOptions, IRunPropertiesOptions } from 'docx';

import type { InlineNode, Mark } from '../../../shared/document/rich-text.ts';
import { withQuotationMarks } from '../verbatim.ts';
import { xmlText } from '../xml-text.ts';
import { directedTexts } from './right-to-left.ts';

type RunChild = NonNullable<IRunOptions['children']>[number];

/** Text as one run; line breaks and tabs in it become Word's own. */
export function textRun(text: string, properties: IRunPropertiesOptions = {}): TextRun {
  const children = xmlText(text)
    .split(/([\n\t])/)
    .filter((part) => part !== '')
    .map((part): RunChild => {
      if (part === '\n') return new BuilderElement({ name: 'w:br' });
      return part === '\t' ? new Tab() : part;
    });
  return new TextRun({ ...properties, children });
}

function markProperties(mark: Mark): IRunPropertiesOptions {
  switch (mark.type) {
    case 'bold':
      return { bold: true };
    case 'italic':
      return { italics: true };
    case 'underline':
      return { underline: {} };
    case 'highlight':
      return { highlight: 'yellow' };
    case 'verbatim':
      // Its quotation marks are text: see withQuotationMarks.
      return {};
    case 'link':
      return { color: '0B4F9E', underline: {} };
  }
}

function fieldChar(type: 'begin' | 'separate' | 'end'): TextRun {
  return new TextRun({
    children: [
      new BuilderElement({
        name: 'w:fldChar',
        attributes: { type: { key: 'w:fldCharType', value: type } },
      }),
    ],
  });
}

function instruction(text: string): TextRun {
  const element = new ImportedXmlComponent('w:instrText', { 'xml:space': 'preserve' });
  element.push(text);
  return new TextRun({ children: [element] });
}

/**
 * A link as a HYPERLINK field. A relationship would be usual, but an "&" in one breaks
 * LibreOffice's check of signed files, and docx gives relationships random ids, so that the same
 * minutes would never give the same file twice.
 */
function linkField(href: string, runs: readonly TextRun[]): readonly TextRun[] {
  const address = xmlText(href).replace(/["\\\s]/g, encodeURIComponent);
  return [
    fieldChar('begin'),
    instruction(` HYPERLINK "${address}" `),
    fieldChar('separate'),
    ...runs,
    fieldChar('end'),
  ];
}

function hrefOf(node: InlineNode): string | null {
  const link = node.marks?.find((mark) => mark.type === 'link');
  return link?.attrs.href ?? null;
}

function nodeRuns(node: InlineNode, base: IRunPropertiesOptions): readonly TextRun[] {
  if (node.type === 'hardBreak') return [textRun('\n', base)];
  const marks = (node.marks ?? []).map(markProperties);
  const properties: IRunPropertiesOptions = Object.assign({ ...base }, ...marks);
  return directedTexts(node.text).map(({ text, isRightToLeft }) =>
    textRun(text, isRightToLeft ? { ...properties, rightToLeft: true } : properties),
  );
}

/** Running text with its marks; pieces beside each other with the same address are one link. */
export function inlineRuns(
  nodes: readonly InlineNode[] | undefined,
  base: IRunPropertiesOptions = {},
): readonly TextRun[] {
  const pieces: { readonly href: string | null; readonly runs: TextRun[] }[] = [];
  for (const node of withQuotationMarks(nodes ?? [])) {
    const href = hrefOf(node);
    const last = pieces.at(-1);
    if (last?.href === href) last.runs.push(...nodeRuns(node, base));
    else pieces.push({ href, runs: [...nodeRuns(node, base)] });
  }
  return pieces.flatMap(({ href, runs }) => (href === null ? runs : linkField(href, runs)));
}
