import { escapedXml } from '../../opc/xml-text.ts';
import type { Piece, SignatureBlock } from '../official-document.ts';
import type { ParagraphPlaces } from './placeholder-places.ts';
import { ancestor, childOf } from './xml-tree.ts';

const NAME_BLANK = '…………………………………';
/** Lines left free for a signature and a stamp. */
const SIGNING_LINES = 4;

/** Puts an element behind those that the schema wants before it. */
function insertedAfter(properties: string, tag: string, before: readonly string[]): string {
  let at = properties.indexOf('>') + 1;
  for (const name of before) {
    const match = new RegExp(`<w:${name}(?:\\s[^>]*)?(?:/>|>.*?</w:${name}>)`, 's').exec(
      properties,
    );
    if (match !== null) at = Math.max(at, match.index + match[0].length);
  }
  return properties.slice(0, at) + tag + properties.slice(at);
}

/** Stays on one page; lines before a break are never stretched over the width. */
function paragraphProperties(xml: string): string {
  const properties = /^<w:pPr\s*\/>$/.test(xml) || xml === '' ? '<w:pPr></w:pPr>' : xml;
  const calm = properties.replace(
    /<w:jc w:val="(?:both|distribute)"\s*\/>/g,
    '<w:jc w:val="left"/>',
  );
  return calm.includes('<w:keepLines')
    ? calm
    : insertedAfter(calm, '<w:keepLines/>', ['pStyle', 'keepNext']);
}

function boldProperties(xml: string): string {
  const properties = /^<w:rPr\s*\/>$/.test(xml) || xml === '' ? '<w:rPr></w:rPr>' : xml;
  return /<w:b[\s/>]/.test(properties)
    ? properties
    : insertedAfter(properties, '<w:b/>', ['rStyle', 'rFonts']);
}

/** What is drawn to have a signature's image in the file; nothing where it is signed by hand. */
export const signaturePieces = (block: SignatureBlock): readonly Piece[] =>
  block.image === null
    ? []
    : [{ type: 'signatures', placeAndDate: [], blocks: [block], side: 'kiri', acknowledged: null }];

/** The image out of what was drawn; "" where there is none. */
export const signatureDrawing = (elements: readonly string[]): string =>
  /<w:drawing[ >].*?<\/w:drawing>/s.exec(elements.join(''))?.[0] ?? '';

/**
 * One signature in place of its placeholder, in the alignment and the letters that the author gave
 * the placeholder: who signs, the image of the signature or room for one by hand, the name in bold,
 * rank and NIP.
 */
export function signatureParagraph(
  { capacityLines, position, name, rank, nip }: SignatureBlock,
  { paragraph, segments }: ParagraphPlaces,
  xml: string,
  drawing: string,
): string {
  const cut = (element: { start: number; end: number } | null): string =>
    element === null ? '' : xml.slice(element.start, element.end);
  const first = segments.find(({ text }) => text.trim() !== '') ?? segments[0];
  const run = first === undefined ? null : ancestor(first.element, 'w:r');
  const letters = cut(childOf(run, 'w:rPr'));
  const textRun = (lines: readonly string[], properties: string): string => {
    const words = lines.map((line) =>
      line === '' ? '' : `<w:t xml:space="preserve">${escapedXml(line)}</w:t>`,
    );
    return `<w:r>${properties}${words.join('<w:br/>')}</w:r>`;
  };
  const above = [...capacityLines, position].filter((line) => line !== '');
  const below = [
    ...(rank === '' ? [] : [rank]),
    ...(nip === '' ? [] : [`NIP ${nip}`.replaceAll(' ', '\u00a0')]),
  ];
  const picture = drawing === '' ? '' : `<w:r><w:br/>${drawing}<w:br/></w:r>`;
  const blanks = Array.from({ length: SIGNING_LINES }, () => '');
  return [
    '<w:p>',
    paragraphProperties(cut(childOf(paragraph, 'w:pPr'))),
    ...(picture === ''
      ? [textRun([...above, ...blanks], letters)]
      : [textRun(above, letters), picture]),
    textRun([name === '' ? NAME_BLANK : name], name === '' ? letters : boldProperties(letters)),
    ...(below.length === 0 ? [] : [textRun(['', ...below], letters)]),
    '</w:p>',
  ].join('');
}
