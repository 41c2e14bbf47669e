import { buildDocument } from '../../../../src/main/export/build-document.ts';
import type { DocumentInput } from '../../../../src/main/export/document-input.ts';
import { plainInput } from '../../../../src/main/export/document-input.ts';
import type { OfficialDocument, Piece } from '../../../../src/main/export/official-document.ts';
import type { InlineNode, RichNode } from '../../../../src/shared/document/rich-text.ts';
import type { SessionRecord } from '../../../../src/shared/minutes/record.ts';
import type { DocumentKind } from '../../../../src/shared/official/document-kinds.ts';
import { documentOptionsSchema } from '../../../../src/shared/official/document-options.ts';
import { NOW_MS } from '../../../documents/records.ts';

interface Changes {
  readonly settings?: Partial<DocumentInput['settings']>;
  readonly numbers?: DocumentInput['numbers'];
  readonly options?: unknown;
  readonly phones?: DocumentInput['phones'];
  readonly photos?: DocumentInput['photos'];
}

/** A session as documents are made from it, for an office that has set only what is given. */
export function inputOf(record: SessionRecord, changes: Changes = {}): DocumentInput {
  const input = plainInput(record, NOW_MS);
  return {
    ...input,
    settings: { ...input.settings, ...changes.settings },
    numbers: changes.numbers ?? {},
    options: documentOptionsSchema.parse(changes.options ?? {}),
    phones: changes.phones ?? {},
    photos: changes.photos ?? [],
  };
}

const inline = (nodes: readonly InlineNode[] = []): string =>
  nodes.map((node) => (node.type === 'text' ? node.text : '\n')).join('');

function richLines(nodes: readonly RichNode[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    switch (node.type) {
      case 'paragraph':
        return [inline(node.content)];
      case 'bulletList':
        return node.content.flatMap((item) => marked('•', richLines(item.content)));
      case 'orderedList': {
        const start = node.attrs?.start ?? 1;
        return node.content.flatMap((item, index) =>
          marked(`${start + index}.`, richLines(item.content)),
        );
      }
      case 'blockquote':
        return richLines(node.content);
      case 'table':
        return node.content.flatMap((row) =>
          row.content.flatMap((cell) => richLines(cell.content)),
        );
      case 'image':
        return [`[${node.attrs.caption}]`];
    }
  });
}

const marked = (mark: string, [first = '', ...rest]: readonly string[]): readonly string[] => [
  `${mark} ${first}`,
  ...rest,
];

const labelled = (label: string, text: string): string =>
  label === '' ? text : `${label} ${text}`;

function pieceLines(piece: Piece): readonly string[] {
  switch (piece.type) {
    case 'title':
      return piece.lines.map(({ text }) => text);
    case 'heading':
      return [labelled(piece.number, inline(piece.content))];
    case 'text':
      return [labelled(piece.label, inline(piece.content))];
    case 'rich':
      return richLines(piece.nodes);
    case 'speaker':
      return [[piece.name, piece.position].filter((part) => part !== '').join(', ')];
    case 'break':
      return [inline(piece.content)];
    case 'facts':
      return piece.rows.map(({ label, value }) => {
        const lines = value?.lines.map((line, index) =>
          value.isNumbered ? `${index + 1}. ${inline(line)}` : inline(line),
        );
        return `${label} : ${lines?.join(' | ') ?? ''}`;
      });
    case 'table':
      return [
        piece.columns.map(({ title }) => title).join(' | '),
        ...piece.rows.map((row) => row.map((cell) => richLines(cell).join(' / ')).join(' | ')),
      ];
    case 'signatures':
      return [
        ...piece.placeAndDate,
        ...[...piece.blocks, ...(piece.acknowledged ? [piece.acknowledged] : [])].flatMap(
          ({ capacityLines, position, name, rank, nip }) =>
            [...capacityLines, position, `(${name})`, rank, nip].filter((line) => line !== ''),
        ),
      ];
    case 'photos':
      return piece.photos.map(({ caption }) => `[Foto: ${caption}]`);
    case 'page-break':
      return ['--- halaman baru ---'];
  }
}

/** What a document says, line by line from the top: a table's row is one line. */
export const linesOf = ({ pieces }: OfficialDocument): readonly string[] =>
  pieces.flatMap(pieceLines);

/** What the document of one kind says of a session, for an office that has set only what is given. */
export const linesOfKind =
  (kind: DocumentKind) =>
  (record: SessionRecord, changes: Changes = {}): readonly string[] =>
    linesOf(buildDocument(kind, inputOf(record, changes)));
