import type { SignatureBlock } from '../official-document.ts';
import type { ParagraphPlaces } from './placeholder-places.ts';
import { ancestor, childOf, escaped } from './xml-tree.ts';

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

/**
 * One signature in place of its placeholder, in the alignment and the letters that the author gave
 * the placeholder: who signs, room to sign, the name in bold, rank and NIP.
 */
export function signatureParagraph(
  { capacityLines, position, name, rank, nip }: SignatureBlock,
  { paragraph, segments }: ParagraphPlaces,
  xml: string,
): string {
  const cut = (element: { start: number; end: number } | null): string =>
    element === null ? '' : xml.slice(element.start, element.end);
  const first = segments.find(({ text }) => text.trim() !== '') ?? segments[0];
  const run = first === undefined ? null : ancestor(first.element, 'w:r');
  const letters = cut(childOf(run, 'w:rPr'));
  const textRun = (lines: readonly string[], properties: string): string => {
    const words = lines.map((line) =>
      line === '' ? '' : `<w:t xml:space="preserve">${escaped(line)}</w:t>`,
    );
    return `<w:r>${properties}${words.join('<w:br/>')}</w:r>`;
  };
  const above = [...capacityLines, position].filter((line) => line !== '');
  const below = [
    ...(rank === '' ? [] : [rank]),
    ...(nip === '' ? [] : [`NIP ${nip}`.replaceAll(' ', '\u00a0')]),
  ];
  const blanks = Array.from({ length: SIGNING_LINES }, () => '');
  return [
    '<w:p>',
    paragraphProperties(cut(childOf(paragraph, 'w:pPr'))),
    textRun([...above, ...blanks], letters),
    textRun([name === '' ? NAME_BLANK : name], name === '' ? letters : boldProperties(letters)),
    ...(below.length === 0 ? [] : [textRun(['', ...below], letters)]),
    '</w:p>',
  ].join('');
}
