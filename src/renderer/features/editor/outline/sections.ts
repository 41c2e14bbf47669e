import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Fragment } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';

import type { BlockId } from '../../../../shared/ids.ts';
import { blockIdOf, blockTypeOf, dayIdOf, eachBlock } from '../model/blocks.ts';

/** An agenda item with all blocks until the next one. */
export interface Section {
  readonly id: BlockId;
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** The sections of a document in order; what stands before the first agenda item is in none. */
export function sectionsOf(doc: Node): readonly Section[] {
  const sections: { id: BlockId; title: string; from: number; to: number }[] = [];
  eachBlock(doc, ({ node, pos }) => {
    const last = sections.at(-1);
    if (blockTypeOf(node) === 'agendaItem') {
      const title = node.textBetween(0, node.content.size, ' ', ' ').trim();
      sections.push({ id: blockIdOf(node), title, from: pos, to: pos + node.nodeSize });
    } else if (last) {
      last.to = pos + node.nodeSize;
    }
  });
  return sections;
}

/** The section that holds a position; null before the first. */
export const sectionAt = (sections: readonly Section[], pos: number): Section | null =>
  sections.findLast(({ from }) => from <= pos) ?? null;

function blocksIn(doc: Node, { from, to }: Pick<Section, 'from' | 'to'>): readonly Node[] {
  const nodes: Node[] = [];
  eachBlock(doc, ({ node, pos }) => {
    if (pos >= to) return false;
    if (pos >= from) nodes.push(node);
    return true;
  });
  return nodes;
}

/** Blocks of one day that come to stand among those of another belong to that day from then on. */
function onDayOf(nodes: readonly Node[], neighbour: Node | undefined): readonly Node[] {
  const [first] = nodes;
  if (!first || !neighbour) return nodes;
  const isOneDay = nodes.every((node) => dayIdOf(node) === dayIdOf(first));
  const dayId = dayIdOf(neighbour);
  if (!isOneDay || dayId === dayIdOf(first)) return nodes;
  return nodes.map((node) => node.type.create({ ...node.attrs, dayId }, node.content, node.marks));
}

const sizeOf = (nodes: readonly Node[]): number =>
  nodes.reduce((size, node) => size + node.nodeSize, 0);

/**
 * Moves a section to another place among the sections, counted from 0, with everything in it, as
 * one undo step. The caret stays in its words. Answers false where nothing would move.
 */
export function moveSection(id: BlockId, place: number): Command {
  return (state, dispatch) => {
    const sections = sectionsOf(state.doc);
    const index = sections.findIndex((section) => section.id === id);
    const moved = sections[index];
    const target = sections[Math.min(Math.max(place, 0), sections.length - 1)];
    if (!moved || !target || target === moved) return false;
    if (!dispatch) return true;
    const isUp = target.from < moved.from;
    const passed = isUp ? { from: target.from, to: moved.from } : { from: moved.to, to: target.to };
    const others = blocksIn(state.doc, passed);
    const own = onDayOf(blocksIn(state.doc, moved), isUp ? others[0] : others.at(-1));
    const from = Math.min(moved.from, passed.from);
    const to = Math.max(moved.to, passed.to);
    const transaction = state.tr.replaceWith(
      from,
      to,
      Fragment.from(isUp ? [...own, ...others] : [...others, ...own]),
    );
    const shifted = (pos: number): number => {
      if (pos >= moved.from && pos < moved.to) return pos + (isUp ? -1 : 1) * sizeOf(others);
      if (pos >= passed.from && pos < passed.to) return pos + (isUp ? 1 : -1) * sizeOf(own);
      return pos;
    };
    const { anchor, head } = state.selection;
    transaction.setSelection(
      TextSelection.between(
        transaction.doc.resolve(shifted(anchor)),
        transaction.doc.resolve(shifted(head)),
      ),
    );
    dispatch(closeHistory(transaction));
    return true;
  };
}

function currentSection(state: EditorState): { section: Section; place: number } | null {
  const sections = sectionsOf(state.doc);
  const section = sectionAt(sections, state.selection.head);
  return section === null ? null : { section, place: sections.indexOf(section) };
}

/** Moves the section that holds the caret past its neighbour. */
export const moveCurrentSection =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const current = currentSection(state);
    if (current === null) return false;
    moveSection(current.section.id, current.place + by)(state, (transaction) =>
      dispatch?.(transaction.scrollIntoView()),
    );
    return true;
  };
