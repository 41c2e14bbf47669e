import { escapedXml } from '../../opc/xml-text.ts';
import type { Alignment } from '../official-document.ts';
import type { ListPlace } from './lists.ts';

/*
 * Elements of Word's text (ECMA-376 part 1, 17.3 and 17.4) as the XML that stands in the file. Within
 * each the order of what is said is that of the schema; Word refuses any other.
 */

/** One element or several after each other. */
export type Xml = string;

/** How letters look, where it is not as the paragraph's style says. */
export interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  /** Half points. */
  readonly size?: number;
  readonly isHighlighted?: boolean;
  readonly isUnderlined?: boolean;
  readonly isRightToLeft?: boolean;
}

export interface Border {
  readonly style: 'single' | 'double' | 'thickThinSmallGap';
  /** Eighths of a point. */
  readonly size: number;
  readonly color: string;
  /** Points between it and the text. */
  readonly space: number;
}

/** Twips; `line` in 240ths of a line where the rule is "auto". */
export interface Spacing {
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly lineRule?: 'auto' | 'exact';
}

export interface Indent {
  readonly left: number;
  readonly hanging?: number;
  readonly firstLine?: number;
}

export interface ParagraphLook {
  readonly heading?: 1 | 2 | 3 | 4;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly list?: ListPlace;
  readonly border?: { readonly left?: Border; readonly bottom?: Border };
  /** Where a tab at the right edge ends, twips. */
  readonly rightTab?: number;
  readonly isRightToLeft?: boolean;
  readonly spacing?: Spacing;
  readonly indent?: Indent;
  readonly alignment?: Alignment;
  /** Of the paragraph's own mark, half points: under a picture Word leaves room for it. */
  readonly markSize?: number;
}

const given = (name: string, value: number | string | undefined): string =>
  value === undefined ? '' : ` ${name}="${value}"`;

function runProperties(look: Look): Xml {
  const xml =
    (look.bold === true ? '<w:b/><w:bCs/>' : '') +
    (look.italics === true ? '<w:i/><w:iCs/>' : '') +
    (look.color === undefined ? '' : `<w:color w:val="${look.color}"/>`) +
    (look.size === undefined ? '' : `<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/>`) +
    (look.isHighlighted === true ? '<w:highlight w:val="yellow"/>' : '') +
    (look.isUnderlined === true ? '<w:u w:val="single"/>' : '') +
    (look.isRightToLeft === true ? '<w:rtl/>' : '');
  return xml === '' ? '' : `<w:rPr>${xml}</w:rPr>`;
}

/** Something in the line with one look. */
export const run = (content: Xml, look: Look = {}): Xml =>
  `<w:r>${runProperties(look)}${content}</w:r>`;

export const textElement = (text: string): Xml =>
  `<w:t xml:space="preserve">${escapedXml(text)}</w:t>`;

export const PAGE_BREAK: Xml = run('<w:br w:type="page"/>');

/** A field (17.16.18) of which the program that opens the file knows the value, or shows `result`. */
export function field(instruction: string, result: Xml, look: Look = {}): Xml {
  const part = (type: 'begin' | 'separate' | 'end'): Xml =>
    run(`<w:fldChar w:fldCharType="${type}"/>`, look);
  return (
    part('begin') +
    run(`<w:instrText xml:space="preserve">${escapedXml(instruction)}</w:instrText>`, look) +
    part('separate') +
    result +
    part('end')
  );
}

const borderElement = (side: string, { style, color, size, space }: Border): Xml =>
  `<w:${side} w:val="${style}" w:color="${color}" w:sz="${size}" w:space="${space}"/>`;

const ALIGNMENTS = { start: 'start', center: 'center', end: 'end', justify: 'both' } as const;

function paragraphProperties(look: ParagraphLook): Xml {
  const { heading, list, border, rightTab, spacing, indent, alignment, markSize } = look;
  const xml =
    (heading === undefined ? '' : `<w:pStyle w:val="Heading${heading}"/>`) +
    (look.keepNext === true ? '<w:keepNext/>' : '') +
    (look.keepLines === true ? '<w:keepLines/>' : '') +
    (list === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.listId}"/></w:numPr>`) +
    (border === undefined
      ? ''
      : `<w:pBdr>${border.left === undefined ? '' : borderElement('left', border.left)}${
          border.bottom === undefined ? '' : borderElement('bottom', border.bottom)
        }</w:pBdr>`) +
    (rightTab === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${rightTab}"/></w:tabs>`) +
    (look.isRightToLeft === true ? '<w:bidi/>' : '') +
    (spacing === undefined
      ? ''
      : `<w:spacing${given('w:after', spacing.after)}${given('w:before', spacing.before)}${given(
          'w:line',
          spacing.line,
        )}${given('w:lineRule', spacing.lineRule)}/>`) +
    (indent === undefined
      ? ''
      : `<w:ind w:left="${indent.left}"${given('w:hanging', indent.hanging)}${given(
          'w:firstLine',
          indent.firstLine,
        )}/>`) +
    (alignment === undefined ? '' : `<w:jc w:val="${ALIGNMENTS[alignment]}"/>`) +
    (markSize === undefined ? '' : runProperties({ size: markSize }));
  return xml === '' ? '' : `<w:pPr>${xml}</w:pPr>`;
}

export const paragraph = (look: ParagraphLook, children: readonly Xml[] = []): Xml =>
  `<w:p>${paragraphProperties(look)}${children.join('')}</w:p>`;
