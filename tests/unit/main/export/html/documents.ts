import type { OfficialDocument, Piece } from '../../../../../src/main/export/official-document.ts';
import type { RichNode } from '../../../../../src/shared/document/rich-text.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../../../../src/shared/official/office-settings.ts';

const words = (said: string) => [{ type: 'text' as const, text: said }];

const documentOf = (pieces: readonly Piece[], said = ''): OfficialDocument => ({
  kind: 'notula',
  properties: { title: said, subject: said, author: said, createdAtMs: 0 },
  isDraft: true,
  secrecy: said,
  page: DEFAULT_OFFICE_SETTINGS.page,
  letterhead: null,
  footer: { text: said, hasPageNumbers: true },
  pieces,
  images: [],
});

const textPiece = (said: string): Extract<Piece, { type: 'text' }> => ({
  type: 'text',
  content: words(said),
  alignment: 'justify',
  size: 'text',
  indentMm: 0,
  firstLineMm: 0,
  label: '',
  spaceBeforeMm: 0,
  isKeptWithNext: false,
});

export const text = (said: string): OfficialDocument => documentOf([textPiece(said)]);

export const rich = (nodes: readonly RichNode[]): OfficialDocument =>
  documentOf([{ type: 'rich', nodes, indentMm: 0, isItalic: false, isKeptWithNext: false }]);

/** The same words in every place of a document that holds words. */
export function plainPages(said: string): OfficialDocument {
  const block = {
    capacityLines: [said],
    position: said,
    name: said,
    rank: said,
    nip: said,
    image: null,
  };
  const paragraph = { type: 'paragraph' as const, content: words(said) };
  return {
    ...documentOf(
      [
        {
          type: 'title',
          lines: [{ text: said, size: 'title', isBold: true, isUnderlined: true }],
        },
        { type: 'heading', level: 1, number: said, content: words(said) },
        { ...textPiece(said), label: said },
        { type: 'speaker', name: said, position: said, asides: [said] },
        { type: 'break', content: words(said), time: said, isKeptWithNext: false },
        {
          type: 'facts',
          labelWidthMm: 40,
          rows: [
            { label: said, value: { lines: [words(said)], isNumbered: true }, isUnder: false },
          ],
        },
        {
          type: 'table',
          description: said,
          columns: [{ title: said, widthMm: null, alignment: 'start' }],
          rows: [[[paragraph]]],
          minRowHeightMm: 0,
        },
        {
          type: 'signatures',
          placeAndDate: [said],
          blocks: [block],
          side: 'kanan',
          acknowledged: block,
        },
      ],
      said,
    ),
    letterhead: {
      offices: [
        { lines: [{ text: said, size: 'besar', isBold: true }], logoId: null, logoHeightMm: 20 },
      ],
      rule: 'ganda',
    },
  };
}
