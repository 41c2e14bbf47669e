import type { Image, InlineNode } from '../../../shared/document/rich-text.ts';
import type { Piece, SignatureBlock } from '../official-document.ts';
import { withQuotationMarks } from '../verbatim.ts';
import { xmlLine, xmlText } from '../xml-text.ts';

// What all forms of copied text say in the same words.

const NOBODY = 'Pembicara tidak disebut';
const NAME_BLANK = '…………………………………';

/** An image where none can be: what it shows, as it was said. */
export function imageWords({ caption, alt }: Pick<Image['attrs'], 'caption' | 'alt'>): string {
  const shown = xmlLine(caption) || xmlLine(alt);
  return shown === '' ? '[Gambar]' : `[Gambar: ${shown}]`;
}

/** A run of letters that look the same, without characters that no program shows. */
export type Run =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly isBold: boolean;
      readonly isItalic: boolean;
      readonly href: string | null;
    }
  | { readonly type: 'break' };

/** Running text as runs; words said exactly so get their quotation marks. */
export function runsOf(
  nodes: readonly InlineNode[] | undefined,
  isItalic: boolean,
): readonly Run[] {
  return withQuotationMarks(nodes ?? []).flatMap((node): readonly Run[] => {
    if (node.type === 'hardBreak') return [{ type: 'break' }];
    const marks = node.marks ?? [];
    const has = (type: string): boolean => marks.some((mark) => mark.type === type);
    const link = marks.find((mark) => mark.type === 'link');
    const look = {
      isBold: has('bold'),
      isItalic: isItalic || has('italic'),
      href: link?.attrs.href ?? null,
    };
    return xmlText(node.text)
      .split('\n')
      .flatMap((text, index): readonly Run[] => [
        ...(index === 0 ? [] : [{ type: 'break' } as const]),
        ...(text === '' ? [] : [{ type: 'text', text, ...look } as const]),
      ]);
  });
}

interface SpeakerWords {
  readonly name: string;
  readonly isKnown: boolean;
  /** What follows the name: ", Ketua (sambutan, pukul 09.12 WIB):". */
  readonly rest: string;
}

export function speakerWords(piece: Extract<Piece, { type: 'speaker' }>): SpeakerWords {
  const { name, position, asides } = piece;
  const isKnown = name !== '';
  const beside = asides.length === 0 ? '' : ` (${asides.join(', ')})`;
  return {
    name: isKnown ? name : NOBODY,
    isKnown,
    rest: `${isKnown && position !== '' ? `, ${position}` : ''}${beside}:`,
  };
}

export const breakTime = ({ time }: Extract<Piece, { type: 'break' }>): string =>
  time === '' ? '' : ` (${time})`;

const signatureLines = ({ capacityLines, position, name, rank, nip }: SignatureBlock) =>
  [
    ...capacityLines,
    position,
    name === '' ? NAME_BLANK : name,
    rank,
    nip === '' ? '' : `NIP ${nip}`,
  ].filter((line) => line !== '');

/** Place and date, then each who signs: on a screen they stand under one another. */
export function signatureGroups(
  piece: Extract<Piece, { type: 'signatures' }>,
): readonly (readonly string[])[] {
  const { placeAndDate, blocks, acknowledged } = piece;
  if (blocks.length === 0) return [];
  return [
    placeAndDate,
    ...blocks.map(signatureLines),
    ...(acknowledged === null ? [] : [signatureLines(acknowledged)]),
  ].filter((lines) => lines.length > 0);
}
