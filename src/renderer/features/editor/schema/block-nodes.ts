import type { Attribute } from '@tiptap/core';
import { Node } from '@tiptap/core';

import type { BlockType } from '../../../../shared/document/block.ts';
import { CHUNK } from './chunk-mark.ts';
import { RICH_CONTENT } from './rich-nodes.ts';

/** Node group of everything that stands at the top of the document. */
export const BLOCK_GROUP = 'minutesBlock';

const numberFrom = (text: string | null): number | null => {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
};

/** An attribute that travels through the clipboard in a data attribute of its own. */
function textAttribute(name: string, initial: string | null): Partial<Attribute> {
  return {
    default: initial,
    parseHTML: (element) => element.getAttribute(`data-${name}`) ?? initial,
    renderHTML: (attributes) => dataAttribute(name, attributes),
  };
}

function numberAttribute(name: string): Partial<Attribute> {
  return {
    default: null,
    parseHTML: (element) => numberFrom(element.getAttribute(`data-${name}`)),
    renderHTML: (attributes) => dataAttribute(name, attributes),
  };
}

const camelCase = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function dataAttribute(
  name: string,
  attributes: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const value = attributes[camelCase(name)];
  return typeof value === 'string' || typeof value === 'number'
    ? { [`data-${name}`]: String(value) }
    : {};
}

const commonAttributes = () => ({
  /** Never read from the clipboard: pasted blocks are new blocks. */
  id: { default: '', rendered: false } satisfies Partial<Attribute>,
  dayId: { default: null, rendered: false } satisfies Partial<Attribute>,
  // What the secretary notes for herself leaves the document by no way, the clipboard included.
  isImportant: { default: false, rendered: false } satisfies Partial<Attribute>,
  note: { default: '', rendered: false } satisfies Partial<Attribute>,
});

function blockNode(
  type: BlockType,
  content: string,
  attributes: () => Record<string, Partial<Attribute>> = () => ({}),
) {
  return Node.create({
    name: type,
    group: BLOCK_GROUP,
    content,
    // Replacing all of its text keeps the block; its text pasted elsewhere does not bring it along.
    extendNodeSchema: ({ name }) => (name === type ? { definingAsContext: true } : {}),
    addAttributes: () => ({ ...commonAttributes(), ...attributes() }),
    parseHTML: () => [{ tag: `section[data-block="${type}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['section', { 'data-block': type, ...HTMLAttributes }, 0],
  });
}

export const DocumentNode = Node.create({
  name: 'doc',
  topNode: true,
  content: `${BLOCK_GROUP}+`,
  marks: CHUNK,
});

export const StatementNode = blockNode('statement', RICH_CONTENT, () => ({
  speakerId: textAttribute('speaker-id', null),
  kind: textAttribute('kind', 'pernyataan'),
  spokenAtMs: numberAttribute('spoken-at-ms'),
}));

export const AgendaItemNode = blockNode('agendaItem', 'inline*');
export const NarrationNode = blockNode('narration', RICH_CONTENT);
export const RecommendationNode = blockNode('recommendation', RICH_CONTENT);

export const DecisionNode = blockNode('decision', RICH_CONTENT, () => ({
  method: textAttribute('method', null),
  inFavour: numberAttribute('in-favour'),
  against: numberAttribute('against'),
  abstained: numberAttribute('abstained'),
}));

export const FollowUpNode = blockNode('followUp', RICH_CONTENT, () => ({
  responsible: textAttribute('responsible', null),
  dueDate: textAttribute('due-date', null),
  status: textAttribute('status', 'belum'),
}));

export const BreakNode = blockNode('break', 'inline*', () => ({
  spokenAtMs: numberAttribute('spoken-at-ms'),
}));
