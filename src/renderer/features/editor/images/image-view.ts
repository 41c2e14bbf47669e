import type { Node } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { closeHistory } from '@tiptap/pm/history';

import { LONGEST_CAPTION } from '../../../../shared/document/image-rules.ts';
import type { Image } from '../../../../shared/document/rich-text.ts';
import { imageAddress } from '../schema/image-node.ts';
import type { Translate } from '../texts.ts';
import { element } from '../view/element.ts';
import './images.css';

const attributesOf = (node: Node): Image['attrs'] => node.attrs as Image['attrs'];

const openers = new WeakMap<globalThis.Node, () => void>();

/** Opens the fields of the image at a position, which must be drawn. */
export function editImageAt(view: EditorView, pos: number): void {
  const dom = view.nodeDOM(pos);
  if (dom) openers.get(dom)?.();
}

/** One image with its caption; both texts are written in place, without a dialog. */
export function createImageView(
  initial: Node,
  view: EditorView,
  getPos: () => number | undefined,
  t: Translate,
): NodeView {
  let node = initial;
  let fields: HTMLElement | null = null;
  const picture = element('img', 'minutes-image-picture');
  picture.draggable = false;
  picture.decoding = 'async';
  const caption = element('figcaption', 'minutes-image-caption');
  const dom = element('figure', 'minutes-image', picture, caption);
  dom.contentEditable = 'false';
  picture.addEventListener('error', () => {
    dom.classList.add('is-missing');
    show();
  });
  dom.addEventListener('dblclick', edit);
  openers.set(dom, edit);

  function show(): void {
    const { attachmentId, width, height, alt, caption: text } = attributesOf(node);
    const address = imageAddress(attachmentId);
    if (picture.getAttribute('src') !== address) picture.src = address;
    picture.width = width;
    picture.height = height;
    picture.alt = alt || text || t('imageWithoutText');
    const isMissing = dom.classList.contains('is-missing');
    caption.textContent = isMissing ? [t('imageMissing'), text].join(' ').trim() : text;
    caption.dataset['hint'] = t('imageHint');
  }

  function field(name: 'caption' | 'alt', label: string, hint: string): HTMLLabelElement {
    const input = element('input', 'minutes-image-field');
    input.name = name;
    input.value = attributesOf(node)[name];
    input.maxLength = LONGEST_CAPTION;
    input.placeholder = hint;
    input.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      event.stopPropagation();
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      finish(event.key === 'Enter', true);
    });
    return element('label', 'minutes-image-label', element('span', '', label), input);
  }

  function finish(isKept: boolean, takesFocus: boolean): void {
    const shown = fields;
    if (shown === null) return;
    // First: taking away what has the focus says so at once, and would end here a second time.
    fields = null;
    const values = [...shown.querySelectorAll('input')].map((input) => [input.name, input.value]);
    shown.remove();
    const pos = getPos();
    if (pos === undefined) return;
    const attrs = { ...node.attrs, ...(isKept ? Object.fromEntries(values) : {}) };
    const { tr } = view.state;
    const isChanged = JSON.stringify(attrs) !== JSON.stringify(node.attrs);
    if (isChanged) closeHistory(tr.setNodeMarkup(pos, null, attrs));
    if (takesFocus) tr.setSelection(NodeSelection.create(tr.doc, pos));
    if (isChanged || takesFocus) view.dispatch(tr);
    if (takesFocus) view.focus();
  }

  function edit(): void {
    if (!view.editable || fields !== null) return;
    fields = element(
      'div',
      'minutes-image-fields',
      field('caption', t('imageCaption'), t('imageCaptionHint')),
      field('alt', t('imageAlt'), t('imageAltHint')),
      element('p', 'minutes-image-keys', t('imageKeys')),
    );
    fields.addEventListener('focusout', (event) => {
      const isInside =
        event.relatedTarget instanceof globalThis.Node && fields?.contains(event.relatedTarget);
      if (!isInside && document.hasFocus()) finish(true, false);
    });
    dom.append(fields);
    fields.querySelector('input')?.focus();
  }

  show();
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false;
      node = next;
      show();
      return true;
    },
    selectNode: () => dom.classList.add('is-selected'),
    deselectNode: () => dom.classList.remove('is-selected'),
    stopEvent: (event) =>
      fields !== null && event.target instanceof globalThis.Node && fields.contains(event.target),
    ignoreMutation: () => true,
  };
}
