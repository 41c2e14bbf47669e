import { unescapedXml } from '../../opc/xml-text.ts';
import type { KnownPlaceholder } from '../../../shared/official/placeholders.ts';
import { knownPlaceholder, placeholderName } from '../../../shared/official/placeholders.ts';
import type { TextPart } from './office-template.ts';
import type { XmlElement } from './xml-tree.ts';
import { descendants } from './xml-tree.ts';

/** The words of one w:t, where they stand in the words of their paragraph. */
export interface TextSegment {
  readonly element: XmlElement;
  readonly start: number;
  readonly text: string;
}

/** What stands between two pairs of braces. */
export interface Occurrence {
  /** In the words of the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly known: KnownPlaceholder | null;
}

/** A paragraph with braces in it. */
export interface ParagraphPlaces {
  readonly paragraph: XmlElement;
  readonly segments: readonly TextSegment[];
  readonly text: string;
  readonly occurrences: readonly Occurrence[];
  /** The block that the paragraph is for: no other words stand in it. */
  readonly block: Extract<KnownPlaceholder, { kind: 'block' }> | null;
}

/** Longer than every name, and than what somebody would type by mistake. */
const PLACEHOLDER = /\{\{([^{}]{0,120})\}\}/g;

/** What was deleted with changes tracked is not in the document any more. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['w:p', 'w:del', 'w:moveFrom', 'w:pPr', 'w:rPr']);
/** Shown, but no letter that a name could have. */
const SEPARATORS: ReadonlySet<string> = new Set(['w:tab', 'w:br', 'w:cr', 'w:ptab', 'w:sym']);

/** The words of a paragraph over all its runs; paragraphs in its text boxes are others. */
function segmentsOf(paragraph: XmlElement, xml: string): readonly TextSegment[] {
  const segments: TextSegment[] = [];
  let length = 0;
  const visit = (parent: XmlElement): void => {
    for (const element of parent.children) {
      if (NOT_SHOWN.has(element.name)) continue;
      if (element.name === 'w:t') {
        const text = unescapedXml(xml.slice(element.contentStart, element.contentEnd));
        segments.push({ element, start: length, text });
        length += text.length;
      } else if (SEPARATORS.has(element.name)) {
        length += 1;
      } else visit(element);
    }
  };
  visit(paragraph);
  return segments;
}

function joined(segments: readonly TextSegment[]): string {
  let text = '';
  for (const segment of segments) text += '\n'.repeat(segment.start - text.length) + segment.text;
  return text;
}

function placesOf(paragraph: XmlElement, xml: string): ParagraphPlaces | null {
  const segments = segmentsOf(paragraph, xml);
  const text = joined(segments);
  if (!text.includes('{{') && !text.includes('}}')) return null;
  const occurrences = [...text.matchAll(PLACEHOLDER)].map((match): Occurrence => {
    const name = placeholderName(match[1] ?? '');
    return {
      start: match.index,
      end: match.index + match[0].length,
      name,
      known: knownPlaceholder(name),
    };
  });
  const [only] = occurrences;
  const isAlone =
    occurrences.length === 1 &&
    only !== undefined &&
    text.trim() === text.slice(only.start, only.end);
  return {
    paragraph,
    segments,
    text,
    occurrences,
    block: isAlone && only.known?.kind === 'block' ? only.known : null,
  };
}

/** All paragraphs of a part with braces in them, those in tables and text boxes too. */
export function placesIn({ xml, root }: TextPart): readonly ParagraphPlaces[] {
  return descendants(root, 'w:p').flatMap((paragraph) => placesOf(paragraph, xml) ?? []);
}

/** Word Art keeps its words in an attribute; watermarks such as "KONSEP" are made with it. */
export const WORD_ART_TEXT = /(<v:textpath\b[^>]*?\sstring=)("[^"]*"|'[^']*')/g;

/** Fills the text placeholders of a text that has no formatting. */
export function filledText(
  text: string,
  valueOf: (placeholder: Extract<KnownPlaceholder, { kind: 'text' }>) => string,
): string {
  return text.replace(PLACEHOLDER, (whole, typed: string) => {
    const known = knownPlaceholder(placeholderName(typed));
    return known?.kind === 'text' ? valueOf(known) : whole;
  });
}
