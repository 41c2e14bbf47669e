import { closeHistory } from '@tiptap/pm/history';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import { isBlock } from '../../model/blocks.ts';
import { element } from '../../view/element.ts';
import type { Completer } from './completer.ts';
import './ghost.css';

/** Who types on is not interrupted: the proposal comes when the hands rest. */
const REST_MS = 120;
const LOOK_BACK = 120;
/** Under this there is no room to show anything that can be read. */
const MIN_ROOM_PX = 40;

/** What completes words while a document is open. */
export interface OpenCompleter {
  readonly complete: Completer;
  readonly destroy: () => void;
}

interface GhostOptions {
  readonly isOn: () => boolean;
  readonly begin: () => OpenCompleter;
}

interface Ghost {
  readonly pos: number;
  readonly text: string;
  readonly dom: HTMLElement;
}

/** The text before a caret that ends its paragraph; null anywhere else. */
function textToCaret(state: EditorState): string | null {
  const { selection } = state;
  const { $head } = selection;
  if (!selection.empty || !$head.parent.isTextblock) return null;
  const end = $head.parentOffset;
  if (end === 0 || end !== $head.parent.content.size) return null;
  return $head.parent.textBetween(Math.max(0, end - LOOK_BACK), end, undefined, '\uFFFC');
}

/** In lists and tables Tab has a meaning of its own; there the right arrow alone takes it. */
function isPlainParagraph(state: EditorState): boolean {
  const { $head } = state.selection;
  return isBlock($head.parent) || isBlock($head.node(-1));
}

function draw(view: EditorView, text: string, key: string): HTMLElement | null {
  const sheet = view.dom.parentElement;
  if (!sheet) return null;
  const { head } = view.state.selection;
  const caret = view.coordsAtPos(head);
  const { node } = view.domAtPos(head);
  const line = node instanceof HTMLElement ? node : node.parentElement;
  if (!line) return null;
  const sheetBox = sheet.getBoundingClientRect();
  const room = line.getBoundingClientRect().right - caret.right;
  if (room < MIN_ROOM_PX) return null;
  const style = getComputedStyle(line);
  const dom = element('span', 'word-ghost', text, element('kbd', 'word-ghost-key', key));
  // Said to nobody who listens: the words before the caret are what was written.
  dom.setAttribute('aria-hidden', 'true');
  dom.contentEditable = 'false';
  Object.assign(dom.style, {
    fontFamily: style.fontFamily,
    fontSize: style.fontSize,
    fontWeight: style.fontWeight,
    lineHeight: `${caret.bottom - caret.top}px`,
    top: `${caret.top - sheetBox.top}px`,
    left: `${caret.right - sheetBox.left}px`,
    maxInlineSize: `${room}px`,
  });
  sheet.append(dom);
  return dom;
}

/**
 * Shows how a name or term goes on, faintly after the caret: no list, and nothing that Enter takes.
 * It lies over the page and is no part of the document, so that a key costs no more than before.
 */
export function completionGhost({ isOn, begin }: GhostOptions): Plugin {
  let complete: Completer | null = null;
  let ghost: Ghost | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let idle: number | null = null;
  /** Where Escape has refused it: not again before another word begins. */
  let refusedFrom: number | null = null;

  function hide(): void {
    ghost?.dom.remove();
    ghost = null;
  }

  function cancel(): void {
    if (timer !== null) clearTimeout(timer);
    if (idle !== null) cancelIdleCallback(idle);
    timer = null;
    idle = null;
  }

  function propose(view: EditorView): void {
    if (complete === null || view.isDestroyed || !view.hasFocus() || view.composing) return;
    const before = textToCaret(view.state);
    const text = before === null ? '' : complete(before);
    if (before === null || text === '') return;
    const { head } = view.state.selection;
    const wordFrom = head - (/[\p{L}\p{N}]+$/u.exec(before)?.[0].length ?? 0);
    if (refusedFrom === wordFrom) return;
    refusedFrom = null;
    const dom = draw(view, text, isPlainParagraph(view.state) ? 'Tab' : '→');
    if (dom) ghost = { pos: head, text, dom };
  }

  function schedule(view: EditorView): void {
    cancel();
    timer = setTimeout(() => {
      timer = null;
      idle = requestIdleCallback(() => {
        idle = null;
        propose(view);
      });
    }, REST_MS);
  }

  return new Plugin({
    key: new PluginKey('completionGhost'),
    view: () => {
      const open = begin();
      complete = open.complete;
      return {
        update(view, former) {
          const isTyped = former.doc !== view.state.doc;
          if (!isTyped && former.selection.eq(view.state.selection)) return;
          if (ghost !== null) hide();
          cancel();
          if (isTyped && view.editable && isOn()) schedule(view);
        },
        destroy() {
          cancel();
          hide();
          complete = null;
          open.destroy();
        },
      };
    },
    props: {
      handleDOMEvents: {
        blur: () => {
          cancel();
          hide();
          return false;
        },
        compositionstart: () => {
          cancel();
          hide();
          return false;
        },
      },
      handleKeyDown(view, event) {
        if (ghost === null || event.isComposing) return false;
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
        const takes =
          event.key === 'ArrowRight' || (event.key === 'Tab' && isPlainParagraph(view.state));
        if (takes && ghost.pos === view.state.selection.head) {
          const { pos, text } = ghost;
          hide();
          view.dispatch(closeHistory(view.state.tr.insertText(text, pos)).scrollIntoView());
          return true;
        }
        if (event.key !== 'Escape') return false;
        const before = textToCaret(view.state) ?? '';
        refusedFrom = ghost.pos - (/[\p{L}\p{N}]+$/u.exec(before)?.[0].length ?? 0);
        hide();
        return true;
      },
    },
  });
}
