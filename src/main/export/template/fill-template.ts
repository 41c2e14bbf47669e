import { escapedXml, unescapedXml } from '../../opc/xml-text.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import type { BlockPlaceholderName } from '../../../shared/official/placeholders.ts';
import type { DocumentInput } from '../document-input.ts';
import { codeImages } from '../parts/code.ts';
import { documentFrame } from '../parts/head.ts';
import { packedEntry, storedEntry, writeZip } from '../../opc/zip.ts';
import { blockValue } from './block-values.ts';
import type { BlockValue } from './block-values.ts';
import { drawBlocks } from './draw-blocks.ts';
import type { Graft } from './graft.ts';
import { createGraft, stylesOfTemplate } from './graft.ts';
import type { OfficeTemplate, TextPart } from './office-template.ts';
import { readOfficeTemplate } from './office-template.ts';
import type { ParagraphPlaces } from './placeholder-places.ts';
import { WORD_ART_TEXT, filledText, placesIn } from './placeholder-places.ts';
import { layoutAt } from './room.ts';
import { signatureDrawing, signatureParagraph, signaturePieces } from './signature-paragraph.ts';
import { textValue } from './text-values.ts';
import type { Splice, XmlElement } from './xml-tree.ts';
import { descendants, spliced } from './xml-tree.ts';

/** A block in its place in the template. */
interface PlacedBlock {
  readonly part: TextPart;
  readonly places: ParagraphPlaces;
  readonly value: BlockValue;
}

interface Filling {
  readonly kind: DocumentKind;
  readonly input: DocumentInput;
}

/** Packed already: packing them again would only take time. */
const PACKED_FILE = /\.(?:png|jpe?g|gif|emf|wmf|odttf|bin)$/i;
/** What a paragraph keeps although its placeholder goes. */
const KEPT_IN_PARAGRAPH = [
  'w:sectPr',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:footnoteReference',
  'w:endnoteReference',
] as const;
/** What begins or ends here and belongs to places outside the paragraph as well. */
const RANGE_MARKS = [
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:permStart',
  'w:permEnd',
] as const;
/** As low as can be: Word joins tables that touch, and a cell has to end with a paragraph. */
const LOW_PARAGRAPH =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

const blocksOf = ({ occurrences }: ParagraphPlaces): readonly BlockPlaceholderName[] =>
  occurrences.flatMap(({ known }) => (known?.kind === 'block' ? [known.name] : []));

/** The words of one w:t with what its placeholders stand for. */
function textElement(text: string): string {
  return text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapedXml(line)}</w:t>`)
    .join('<w:br/>');
}

/** Fills the text placeholders of a paragraph; those of blocks go, because they are put elsewhere. */
function textSplices(
  { segments, occurrences }: ParagraphPlaces,
  { kind, input }: Filling,
): readonly Splice[] {
  const filled = occurrences.flatMap(({ start, end, known }) =>
    known === null
      ? []
      : [{ start, end, value: known.kind === 'text' ? textValue(known.name, kind, input) : '' }],
  );
  return segments.flatMap(({ element, start, text }): Splice[] => {
    const end = start + text.length;
    const here = filled.filter((one) => one.start < end && one.end > start);
    if (here.length === 0) return [];
    let at = start;
    let words = '';
    for (const one of here) {
      words += text.slice(at - start, Math.max(at, one.start) - start);
      // Over several runs it takes the look of the first, where its braces open.
      if (one.start >= start) words += one.value;
      at = Math.min(one.end, end);
    }
    words += text.slice(at - start);
    return [{ start: element.start, end: element.end, text: textElement(words) }];
  });
}

/** The neighbour of a paragraph that Word would see as the next thing on the page. */
function neighbour({ parent }: XmlElement, from: XmlElement, step: 1 | -1): XmlElement | null {
  const flow = (parent?.children ?? []).filter(
    (one) => one === from || ['w:p', 'w:tbl', 'w:sdt', 'w:sectPr'].includes(one.name),
  );
  return flow[flow.indexOf(from) + step] ?? null;
}

const isTable = (xml: string | undefined): boolean => xml?.startsWith('<w:tbl>') === true;

/** The elements of a block between their neighbours. */
function between(
  elements: readonly string[],
  before: XmlElement | null,
  after: XmlElement | null,
): string {
  return [
    ...(isTable(elements[0]) && before?.name === 'w:tbl' ? [LOW_PARAGRAPH] : []),
    ...elements,
    ...(isTable(elements.at(-1)) && after?.name !== 'w:p' ? [LOW_PARAGRAPH] : []),
  ].join('');
}

function blockSplices(
  { part, places, value }: PlacedBlock,
  elements: readonly string[],
  filling: Filling,
): readonly Splice[] {
  const { paragraph } = places;
  const { start, end } = paragraph;
  const keepsMore = KEPT_IN_PARAGRAPH.some((name) => descendants(paragraph, name).length > 0);
  const marks = RANGE_MARKS.flatMap((name) => descendants(paragraph, name))
    .toSorted((a, b) => a.start - b.start)
    .map((mark) => part.xml.slice(mark.start, mark.end))
    .join('');
  if (places.block !== null && !keepsMore) {
    const [before, after] = [
      neighbour(paragraph, paragraph, -1),
      neighbour(paragraph, paragraph, 1),
    ];
    return [{ start, end, text: marks + between(elements, before, after) }];
  }
  // A section ends with its paragraph, and a picture is anchored in it: what is put in comes before.
  // Where words stand beside the placeholder, it comes after them.
  const texts = places.block === null ? [] : textSplices(places, filling);
  const isBefore = places.block !== null;
  const before = isBefore ? neighbour(paragraph, paragraph, -1) : paragraph;
  const after = isBefore ? paragraph : neighbour(paragraph, paragraph, 1);
  const text = value.type === 'signature' ? elements.join('') : between(elements, before, after);
  return [...texts, { start: isBefore ? start : end, end: isBefore ? start : end, text }];
}

function wordArtSplices({ xml }: TextPart, { kind, input }: Filling): readonly Splice[] {
  return [...xml.matchAll(WORD_ART_TEXT)].flatMap((match): Splice[] => {
    const [, before = '', quoted = ''] = match;
    const text = unescapedXml(quoted.slice(1, -1));
    const filled = filledText(text, ({ name }) => textValue(name, kind, input));
    if (filled === text) return [];
    const start = match.index + before.length;
    return [{ start, end: start + quoted.length, text: `"${escapedXml(filled)}"` }];
  });
}

function placedBlocks(
  parts: readonly (readonly [TextPart, readonly ParagraphPlaces[]])[],
  { kind, input }: Filling,
): readonly PlacedBlock[] {
  return parts.flatMap(([part, list]) =>
    list.flatMap((places) =>
      blocksOf(places).map((name) => ({ part, places, value: blockValue(name, kind, input) })),
    ),
  );
}

function drawnElements(
  template: OfficeTemplate,
  placed: readonly PlacedBlock[],
  { kind, input }: Filling,
): { readonly graft: Graft; readonly elements: readonly (readonly string[])[] } {
  const styles = stylesOfTemplate(template);
  const [main] = template.parts;
  if (main === undefined) throw new RangeError('a template has a text');
  const requests = placed.map(({ part, places, value }) => ({
    pieces: value.type === 'pieces' ? value.pieces : signaturePieces(value.block),
    layout: layoutAt({ part, main, paragraph: places.paragraph }, styles, input.settings.page),
  }));
  const images = [...documentFrame(kind, input).images, ...codeImages(input.record)];
  const drawn = drawBlocks(requests, images);
  return { graft: createGraft(template, drawn, styles), elements: drawn.blocks };
}

/** Packs what is filled; parts without placeholders hold the same bytes as in the template. */
function packed(
  template: OfficeTemplate,
  changes: ReadonlyMap<string, Uint8Array>,
  atMs: number,
): Uint8Array {
  const files = new Map([...template.entries, ...changes]);
  return writeZip(
    Array.from(files, ([path, bytes]) =>
      (PACKED_FILE.test(path) ? storedEntry : packedEntry)(path, bytes, atMs),
    ),
  );
}

/**
 * An office's own template filled with one session, as the bytes of a Word file. Everything that is
 * not a placeholder stays as it is; a name that is not known stays too. The same template and input
 * give the same bytes. Throws as readOfficeTemplate does.
 */
export function fillTemplate(
  bytes: Uint8Array,
  kind: DocumentKind,
  input: DocumentInput,
): Uint8Array {
  const template = readOfficeTemplate(bytes);
  const filling: Filling = { kind, input };
  const parts = template.parts.map((part) => [part, placesIn(part)] as const);
  const placed = placedBlocks(parts, filling);
  const { graft, elements } = drawnElements(template, placed, filling);

  const changes = new Map<string, Uint8Array>();
  for (const [part, list] of parts) {
    const texts = list
      .filter(({ block }) => block === null)
      .flatMap((places) => textSplices(places, filling));
    const blocks = placed.flatMap((one, index): readonly Splice[] => {
      if (one.part !== part) return [];
      const { value, places } = one;
      const own = (elements[index] ?? []).map((xml) => graft.place(xml, part.path));
      const drawn =
        value.type === 'signature'
          ? [signatureParagraph(value.block, places, part.xml, signatureDrawing(own))]
          : own;
      return blockSplices(one, drawn, filling);
    });
    const splices = [...texts, ...blocks, ...wordArtSplices(part, filling)];
    if (splices.length > 0) {
      changes.set(part.path, new TextEncoder().encode(spliced(part.xml, splices)));
    }
  }
  const all = new Map([...graft.changes(), ...changes]);
  return packed(template, all, input.nowMs);
}
