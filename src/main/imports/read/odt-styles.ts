import type { Element } from '@xmldom/xmldom';

import type { Alignment } from '../../../shared/imports/document.ts';
import { childElements } from '../../opc/xml.ts';

export const ODF = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
} as const;

interface Style {
  readonly parent: string | null;
  readonly isBold: boolean | null;
  readonly alignment: Alignment | null;
  readonly breaksBefore: boolean;
}

export interface OdtStyles {
  readonly isBold: (name: string | null) => boolean | null;
  readonly alignment: (name: string | null) => Alignment | null;
  readonly breaksBefore: (name: string | null) => boolean;
  readonly isOrderedList: (name: string | null) => boolean;
}

const ALIGNMENTS: Readonly<Record<string, Alignment>> = {
  start: 'left',
  left: 'left',
  center: 'center',
  end: 'right',
  right: 'right',
  justify: 'justify',
};
/** Styles inherit from each other; a ring of them is a fault of the file. */
const DEEPEST = 20;

function isBoldWeight(weight: string | null): boolean | null {
  if (weight === null || weight === '') return null;
  return weight === 'bold' || Number(weight) >= 600;
}

function styleOf(element: Element): Style {
  const [words] = childElements(element, ODF.style, 'text-properties');
  const [paragraph] = childElements(element, ODF.style, 'paragraph-properties');
  return {
    parent: element.getAttributeNS(ODF.style, 'parent-style-name'),
    isBold: isBoldWeight(words?.getAttributeNS(ODF.fo, 'font-weight') ?? null),
    alignment: ALIGNMENTS[paragraph?.getAttributeNS(ODF.fo, 'text-align') ?? ''] ?? null,
    breaksBefore: paragraph?.getAttributeNS(ODF.fo, 'break-before') === 'page',
  };
}

/** What the styles of an ODF text say, those of its own content before those of the file. */
export function odtStyles(roots: readonly Element[]): OdtStyles {
  const styles = new Map<string, Style>();
  const ordered = new Set<string>();
  for (const root of roots) {
    for (const group of ['styles', 'automatic-styles']) {
      for (const list of childElements(root, ODF.office, group)) {
        for (const element of childElements(list)) {
          const name = element.getAttributeNS(ODF.style, 'name') ?? '';
          if (element.namespaceURI === ODF.style && element.localName === 'style')
            styles.set(name, styleOf(element));
          const isList = element.namespaceURI === ODF.text && element.localName === 'list-style';
          const [first] = isList ? childElements(element) : [];
          if (first?.localName === 'list-level-style-number') ordered.add(name);
        }
      }
    }
  }
  const inherited = <T>(name: string | null, read: (style: Style) => T | null): T | null => {
    let current = name;
    for (let depth = 0; current !== null && depth < DEEPEST; depth += 1) {
      const style = styles.get(current);
      const value = style === undefined ? null : read(style);
      if (value !== null) return value;
      current = style?.parent ?? null;
    }
    return null;
  };
  return {
    isBold: (name) => inherited(name, ({ isBold }) => isBold),
    alignment: (name) => inherited(name, ({ alignment }) => alignment),
    breaksBefore: (name) => styles.get(name ?? '')?.breaksBefore ?? false,
    isOrderedList: (name) => ordered.has(name ?? ''),
  };
}
