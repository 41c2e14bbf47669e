import type { BlockType } from '../../../../shared/document/block.ts';
import type { BlockId } from '../../../../shared/ids.ts';
import { element } from './element.ts';

/** What of a block answers a click. */
export const BLOCK_BUTTONS = ['speaker', 'facts', 'time', 'more'] as const;
export type BlockButton = (typeof BLOCK_BUTTONS)[number];

/** The elements of one block; all but those of `contentDOM` are no part of the editable text. */
export interface BlockFrame {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly margin: HTMLElement;
  readonly head: HTMLElement;
  readonly facts: HTMLElement;
  readonly more: HTMLElement;
  /** Who speaks and as what; null where nobody does. */
  readonly speaker: { readonly name: HTMLElement; readonly position: HTMLElement } | null;
  readonly time: HTMLElement | null;
  readonly title: HTMLElement | null;
}

/** Reached by shortcut or pointer, never by the Tab that indents. */
function frameButton(name: BlockButton): HTMLButtonElement {
  const button = element('button', `minutes-${name}`);
  button.type = 'button';
  button.tabIndex = -1;
  button.dataset['blockButton'] = name;
  return button;
}

function apart(className: string, children: readonly HTMLElement[]): HTMLElement {
  const made = element('div', className, ...children);
  made.contentEditable = 'false';
  return made;
}

function makePattern(type: BlockType, hasTitle: boolean): HTMLElement {
  const more = frameButton('more');
  more.append('⋯');
  const hasSpeaker = type === 'statement';
  // The words come first, whatever the eye sees: behind something that cannot be edited, Chromium
  // loses what an input method puts together at the beginning of an empty paragraph.
  // Who speaks is said by the block's own name, which a screen reader gives on entering it.
  const made = element(
    'section',
    `minutes-block minutes-${type}`,
    element(type === 'agendaItem' ? 'h2' : 'div', 'minutes-body'),
    apart('minutes-margin', hasSpeaker || type === 'break' ? [frameButton('time')] : []),
    apart('minutes-head', [
      ...(hasSpeaker ? [frameButton('speaker'), element('span', 'minutes-position')] : []),
      ...(hasTitle ? [element('span', 'minutes-title')] : []),
      frameButton('facts'),
    ]),
    apart('minutes-tools', [more]),
  );
  if (hasSpeaker || hasTitle) made.setAttribute('role', 'group');
  return made;
}

// One for each kind of block: a copy takes a fraction of the time, and a long document is opened
// with thousands.
const patterns = new Map<BlockType, HTMLElement>();

// Where makePattern puts it.
const childAt = (parent: Element, index: number): HTMLElement =>
  parent.children[index] as HTMLElement;

/** Makes the elements of a block, still without what is known of it. */
export function createFrame(type: BlockType, hasTitle: boolean): BlockFrame {
  const pattern = patterns.get(type) ?? makePattern(type, hasTitle);
  patterns.set(type, pattern);
  // A copy of an element is one.
  const dom = pattern.cloneNode(true) as HTMLElement;
  const margin = childAt(dom, 1);
  const head = childAt(dom, 2);
  const hasSpeaker = type === 'statement';
  return {
    dom,
    contentDOM: childAt(dom, 0),
    margin,
    head,
    facts: childAt(head, head.children.length - 1),
    more: childAt(childAt(dom, 3), 0),
    speaker: hasSpeaker ? { name: childAt(head, 0), position: childAt(head, 1) } : null,
    time: margin.childElementCount > 0 ? childAt(margin, 0) : null,
    title: hasTitle ? childAt(head, 0) : null,
  };
}

/** Calls back when something around a block's words is clicked; the answer stops that. */
export function onBlockButton(
  root: HTMLElement,
  press: (button: BlockButton, id: BlockId) => void,
): () => void {
  const onClick = (event: MouseEvent): void => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const name = target.closest<HTMLElement>('[data-block-button]')?.dataset['blockButton'];
    const blockId = target.closest<HTMLElement>('[data-block-id]')?.dataset['blockId'];
    const button = BLOCK_BUTTONS.find((candidate) => candidate === name);
    // Written by the block's own view.
    if (button !== undefined && blockId !== undefined) press(button, blockId as BlockId);
  };
  root.addEventListener('click', onClick);
  return () => root.removeEventListener('click', onClick);
}
