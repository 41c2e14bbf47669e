import type { Block, BlockOf } from '../../src/shared/document/block.ts';
import { CLOSING_STATEMENT_KIND } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { InlineNode, RichNode } from '../../src/shared/document/rich-text.ts';
import { fullName } from '../../src/shared/minutes/names.ts';
import type { SessionRecord } from '../../src/shared/minutes/record.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { comparable } from './comparable.ts';

/** What a document must say: each list in its order, wherever it stands. Of what is known only. */
export type Facts = readonly (readonly string[])[];

const MONTHS =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  );

/** Every run of words of a block, from top to bottom; table cells from left to right. */
function leaves(block: Block): readonly string[] {
  if (block.type === 'agendaItem' || block.type === 'break') return [inlineText(block.content)];
  return block.content.flatMap(nodeLeaves);
}

function nodeLeaves(node: RichNode): readonly string[] {
  switch (node.type) {
    case 'paragraph':
      return [inlineText(node.content)];
    case 'image':
      return [node.attrs.caption];
    case 'blockquote':
      return node.content.flatMap(nodeLeaves);
    case 'bulletList':
    case 'orderedList':
      return node.content.flatMap((item) => item.content.flatMap(nodeLeaves));
    case 'table':
      return node.content.flatMap((row) =>
        row.content.flatMap((cell) => cell.content.flatMap(nodeLeaves)),
      );
  }
}

const inlineText = (nodes: readonly InlineNode[] | undefined): string =>
  (nodes ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('');

const ofType =
  <T extends Block['type']>(type: T) =>
  (block: Block): block is BlockOf<T> =>
    block.type === type;

const isClosing = (block: BlockOf<'statement'>): boolean =>
  block.attrs.kind === CLOSING_STATEMENT_KIND;

function said({ attendance }: SessionRecord, statements: readonly BlockOf<'statement'>[]) {
  const names = new Map(attendance.map((entry) => [String(entry.id), fullName(entry)]));
  return statements.flatMap((block) => [
    names.get(block.attrs.speakerId ?? '') ?? '',
    ...leaves(block),
  ]);
}

const textsOf = (record: SessionRecord, type: Block['type']): readonly string[] =>
  record.blocks.filter(ofType(type)).flatMap(leaves);

const inAnyOrder = (facts: readonly string[]): Facts => facts.map((fact) => [fact]);

/** The course of the meeting and what came of it: what full minutes hold. */
function minutes(record: SessionRecord): Facts {
  const statements = record.blocks.filter(ofType('statement'));
  const narrated = record.blocks.filter(ofType('narration')).map(blockPlainText);
  return [
    said(record, [
      ...statements.filter((block) => !isClosing(block)),
      ...statements.filter(isClosing),
    ]),
    textsOf(record, 'agendaItem'),
    textsOf(record, 'decision'),
    textsOf(record, 'recommendation'),
    textsOf(record, 'followUp'),
    // In the closing part narration may stand after what was decided, wherever it was written.
    ...inAnyOrder(narrated),
  ];
}

const attendees = ({ attendance }: SessionRecord): readonly string[] => attendance.map(fullName);

function place({ session }: SessionRecord): Facts {
  return inAnyOrder([session.place, ...months(session.days)]);
}

const months = (days: SessionRecord['session']['days']): readonly string[] =>
  days.flatMap(({ date }) => (date === null ? [] : [MONTHS[Number(date.slice(5, 7)) - 1] ?? '']));

function followUps({ blocks }: SessionRecord): readonly string[] {
  return blocks
    .filter(ofType('followUp'))
    .flatMap((block) => [...leaves(block), block.attrs.responsible ?? '']);
}

function verbatim(nodes: readonly RichNode[]): readonly string[] {
  return nodes.flatMap((node) =>
    node.type === 'paragraph'
      ? (node.content ?? []).flatMap((inline) =>
          inline.type === 'text' && inline.marks?.some(({ type }) => type === 'verbatim')
            ? [inline.text]
            : [],
        )
      : [],
  );
}

function factsOf(kind: DocumentKind, record: SessionRecord): Facts {
  const title = [record.session.title];
  switch (kind) {
    case 'notula':
    case 'notulen':
      return [title, ...place(record), attendees(record), ...minutes(record)];
    case 'risalah':
      return [title, ...place(record), ...inAnyOrder(attendees(record)), ...minutes(record)];
    case 'undangan':
      return [...place(record), textsOf(record, 'agendaItem')];
    case 'daftar-hadir':
      return [title, ...place(record), ...inAnyOrder(attendees(record))];
    case 'daftar-hadir-kosong':
      return [title, ...place(record)];
    case 'berita-acara':
      return [title, ...place(record), textsOf(record, 'decision')];
    case 'laporan':
      return [title, ...place(record), textsOf(record, 'decision')];
    case 'siaran-pers':
      return [
        ...place(record),
        record.blocks.filter(ofType('statement')).flatMap(({ content }) => verbatim(content)),
      ];
    case 'tindak-lanjut':
      return [title, followUps(record)];
  }
}

/** What a document of that kind must say of a session, as letters and digits alone. */
export function expectedFacts(kind: DocumentKind, record: SessionRecord): Facts {
  return factsOf(kind, record)
    .map((facts) => facts.map(comparable).filter((fact) => fact !== ''))
    .filter((facts) => facts.length > 0);
}

/** So much of each fact, where a page's end may come into the middle of it. */
const TORN_LENGTH = 60;

/** What a text does not say at all, by the first letters of each fact. */
export const unsaid = (facts: readonly string[], text: string): readonly string[] =>
  facts.filter((fact) => !text.includes(fact.slice(0, TORN_LENGTH)));

/** Facts that a text does not say after the fact before them. Empty: all, in their order. */
export function missingFacts(facts: readonly string[], text: string): readonly string[] {
  let from = 0;
  return facts.filter((fact) => {
    const at = text.indexOf(fact, from);
    if (at === -1) return true;
    from = at + fact.length;
    return false;
  });
}
