import type { Element } from '@xmldom/xmldom';

import { isElement } from '../../opc/xml.ts';
import type { OdtStyles } from './odt-styles.ts';
import { ODF } from './odt-styles.ts';

/** The words of one paragraph, how far they are bold, and what hangs on them. */
export interface OdtWords {
  readonly text: string;
  readonly boldLength: number;
  /** Text boxes and notes, to be read after the paragraph. */
  readonly boxes: readonly Element[];
  readonly notes: readonly Element[];
}

const MOST_SPACES = 200;

/** Reads the words of a paragraph or heading; comments and deleted words are left out. */
export function odtWords(paragraph: Element, styles: OdtStyles): OdtWords {
  let text = '';
  let boldLength = 0;
  let isStillBold = true;
  const boxes: Element[] = [];
  const notes: Element[] = [];
  const add = (words: string, isBold: boolean): void => {
    text += words;
    if (words.trim() === '') return;
    if (!isBold) isStillBold = false;
    if (isStillBold) boldLength = text.length;
  };
  const element = (node: Element, isBold: boolean): void => {
    if (node.namespaceURI === ODF.draw) {
      if (node.localName === 'text-box') boxes.push(node);
      else walk(node, isBold);
      return;
    }
    if (node.namespaceURI !== ODF.text) return;
    switch (node.localName) {
      case 's': {
        const count = Number(node.getAttributeNS(ODF.text, 'c') ?? 1);
        add(' '.repeat(Math.min(MOST_SPACES, Math.max(1, count || 1))), isBold);
        return;
      }
      case 'tab':
        add('\t', isBold);
        return;
      case 'line-break':
        add('\n', isBold);
        return;
      case 'note':
        notes.push(node);
        return;
      case 'tracked-changes':
        return;
      case null:
      default:
        walk(node, styles.isBold(node.getAttributeNS(ODF.text, 'style-name')) ?? isBold);
    }
  };
  const walk = (parent: Element, isBold: boolean): void => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      // White space in the file is one space (ODF 1.3, part 3, 6.1.2).
      if (isElement(node)) element(node, isBold);
      else if (node.nodeType === 3 || node.nodeType === 4)
        add((node.nodeValue ?? '').replace(/[\t\r\n ]+/g, ' '), isBold);
    }
  };
  walk(paragraph, styles.isBold(paragraph.getAttributeNS(ODF.text, 'style-name')) ?? false);
  return { text, boldLength, boxes, notes };
}
