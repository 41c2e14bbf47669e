import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import { api } from '../../../api/client.ts';
import { describeError } from '../../../api/describe-error.ts';
import { showToast } from '../../../ui/toast.tsx';
import type { DeskContext, DeskPart } from '../desk/desk-part.ts';
import { createImageView, editImageAt } from './image-view.ts';
import { insertImages, selectedImage, typeAfterImage } from './insert-images.ts';
import type { KeptImage } from './pasted-images.ts';
import { broughtImages, withKeptImages } from './pasted-images.ts';
import { prepareImage } from './prepare-image.ts';

const ACCEPTED = 'image/png,image/jpeg,image/gif,image/webp,image/bmp';

/**
 * Images in the minutes: pasted, dropped or chosen from a file. One is scaled and compressed here,
 * and in the archive before a block names it, so a block that is saved never names what is not.
 */
export function imagesPart({ editor, session, source, t }: DeskContext): DeskPart {
  /** Puts one image into the archive; null where it is refused, which the user has been told. */
  async function keep(blob: Blob): Promise<KeptImage | null> {
    const name = blob instanceof File && blob.name !== '' ? blob.name : t('imagePasted');
    try {
      const prepared = await prepareImage(blob);
      if (!prepared.ok) {
        showToast({ tone: 'error', text: t(`imageRefused_${prepared.problem}`, { name }) });
        return null;
      }
      const stored = await api('attachments.add', {
        sessionId: session().id,
        bytes: prepared.bytes,
      });
      return { attachmentId: stored.id, width: stored.widthPx, height: stored.heightPx };
    } catch (error) {
      showToast({ tone: 'error', text: t('imageFailed', { reason: describeError(error) }) });
      return null;
    }
  }

  async function putIn(files: readonly Blob[]): Promise<void> {
    const nodes: Node[] = [];
    for (const file of files) {
      const kept = await keep(file);
      if (kept) nodes.push(editor().schema.node('image', { ...kept, alt: '', caption: '' }));
    }
    const { view, isDestroyed, isEditable } = editor();
    if (isDestroyed || !isEditable || nodes.length === 0) return;
    insertImages(nodes, source)(view.state, view.dispatch);
    view.focus();
  }

  async function pastePage(view: EditorView, html: string): Promise<void> {
    const page = await withKeptImages(html, keep);
    if (!view.isDestroyed && view.editable) view.pasteHTML(page);
  }

  function take(view: EditorView, data: DataTransfer | null): boolean {
    const brought = view.editable ? broughtImages(data) : null;
    if (brought === null) return false;
    if (brought.type === 'files') void putIn(brought.files);
    else void pastePage(view, brought.html);
    return true;
  }

  function chooseFiles(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ACCEPTED;
    input.multiple = true;
    input.addEventListener('change', () => void putIn([...(input.files ?? [])]));
    input.click();
  }

  const plugin = new Plugin({
    key: new PluginKey('images'),
    props: {
      nodeViews: { image: (node, view, getPos) => createImageView(node, view, getPos, t) },
      handleTextInput: (view, _from, _to, text) => typeAfterImage(text)(view.state, view.dispatch),
      handleDOMEvents: {
        // Before the text of a paste is read: what is taken here is not said to have been left out.
        paste(view, event) {
          if (!take(view, event.clipboardData)) return false;
          event.preventDefault();
          return true;
        },
        drop(view, event) {
          if (view.dragging || (event.dataTransfer?.files.length ?? 0) === 0) return false;
          event.preventDefault();
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (place && view.editable) {
            const at = Selection.near(view.state.doc.resolve(place.pos));
            view.dispatch(view.state.tr.setSelection(at));
          }
          take(view, event.dataTransfer);
          return true;
        },
      },
    },
  });

  return {
    plugins: [plugin],
    commands: new Map([
      [
        'insert.image',
        (_state, dispatch) => {
          if (dispatch) chooseFiles();
          return true;
        },
      ],
    ]),
    keys: {
      Enter: (state, dispatch, view) => {
        if (selectedImage(state.selection) === null) return false;
        if (dispatch && view) editImageAt(view, state.selection.from);
        return true;
      },
    },
  };
}
