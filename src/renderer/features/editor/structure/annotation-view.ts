import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

import { LONGEST_NOTE } from '../../../../shared/document/block.ts';
import { blockIdOf } from '../model/blocks.ts';
import type { Translate } from '../texts.ts';
import { element, textButton } from '../view/element.ts';
import { annotationsOf, finishNote, keepDraft } from './annotations.ts';
import './annotations.css';

const DRAFT_AFTER_MS = 200;
const SVG = 'http://www.w3.org/2000/svg';

function flagIcon(): SVGSVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('width', '14');
  icon.setAttribute('height', '14');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', 'M3 15V2m0 0h9l-2 3.5L12 9H3');
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '1.5');
  path.setAttribute('stroke-linejoin', 'round');
  icon.append(path);
  return icon;
}

/** The flag in the margin of a block and the private note under it. */
export interface AnnotationView {
  /** Takes over the block's state; a note that is being written is left alone. */
  readonly show: (node: Node) => void;
  readonly editNote: () => void;
  readonly destroy: () => void;
}

interface AnnotationParts {
  /** The block itself, after whose words the note stands. */
  readonly dom: HTMLElement;
  readonly margin: HTMLElement;
  readonly view: EditorView;
  readonly t: Translate;
}

/**
 * Draws flag and note of one block. Most blocks have neither, so nothing is made before it is
 * needed. The note is written in place: Enter ends it, and so does leaving it.
 */
export function createAnnotationView(parts: AnnotationParts): AnnotationView {
  const { dom, margin, view, t } = parts;
  let node: Node | null = null;
  let flag: HTMLElement | null = null;
  let frame: HTMLElement | null = null;
  let field: HTMLTextAreaElement | null = null;
  let formerNote = '';
  let timer: ReturnType<typeof setTimeout> | null = null;

  function showFlag(isImportant: boolean): void {
    dom.classList.toggle('is-important', isImportant);
    if (!isImportant) {
      flag?.remove();
      flag = null;
      return;
    }
    if (flag === null) {
      flag = element('span', 'minutes-flag', flagIcon());
      flag.setAttribute('role', 'img');
      margin.append(flag);
    }
    flag.title = t('important');
    flag.setAttribute('aria-label', t('important'));
  }

  function frameOfNote(): HTMLElement {
    if (frame === null) {
      frame = element('div', 'minutes-note');
      frame.contentEditable = 'false';
      dom.append(frame);
    }
    return frame;
  }

  function showNote(note: string): void {
    if (field !== null) return;
    if (note === '') {
      frame?.remove();
      frame = null;
      return;
    }
    const text = textButton('minutes-note-text', editNote);
    text.append(element('span', 'minutes-note-label', t('privateNote')), note);
    frameOfNote().replaceChildren(text);
  }

  const keep = (): void => {
    timer = null;
    if (node && field) keepDraft(view, blockIdOf(node), field.value);
  };

  function finish(takesFocus: boolean): void {
    if (field === null || node === null) return;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const note = field.value.trim();
    field = null;
    finishNote(view, blockIdOf(node), formerNote, note);
    showNote(note);
    if (takesFocus) view.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isEnd = (event.key === 'Enter' && !event.shiftKey) || event.key === 'Escape';
    if (!isEnd) return;
    event.preventDefault();
    event.stopPropagation();
    finish(true);
  }

  function editNote(): void {
    if (!view.editable || field !== null || node === null) return;
    formerNote = annotationsOf(node).note;
    const made = element('textarea', 'minutes-note-field');
    made.value = formerNote;
    made.maxLength = LONGEST_NOTE;
    made.rows = 1;
    made.placeholder = t('privateNoteHint');
    made.setAttribute('aria-label', t('privateNote'));
    const full = element('p', 'minutes-note-hint', t('privateNoteKeys'));
    full.setAttribute('aria-live', 'polite');
    made.addEventListener('keydown', onKeyDown);
    made.addEventListener('input', () => {
      full.textContent = t(
        made.value.length >= LONGEST_NOTE ? 'privateNoteFull' : 'privateNoteKeys',
      );
      timer ??= setTimeout(keep, DRAFT_AFTER_MS);
    });
    made.addEventListener('blur', () => {
      // The window losing the focus leaves the note open, but nothing of it unsaved.
      if (document.hasFocus()) finish(false);
      else keep();
    });
    field = made;
    frameOfNote().replaceChildren(made, full);
    made.focus();
    made.setSelectionRange(made.value.length, made.value.length);
  }

  return {
    show(next) {
      node = next;
      const { isImportant, note } = annotationsOf(next);
      showFlag(isImportant);
      showNote(note);
    },
    editNote,
    destroy() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
