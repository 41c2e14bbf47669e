import { closeHistory } from '@tiptap/pm/history';
import type { Node, Schema } from '@tiptap/pm/model';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';

import { blockSchema } from '../../../../shared/document/block.ts';
import type { AttendanceId } from '../../../../shared/ids.ts';
import { dayIdOf, isBlock } from '../model/blocks.ts';
import { currentBlock } from '../commands/new-block.ts';
import { blockToJson } from '../schema/document-json.ts';
import { cleanHtml } from './clean-html.ts';
import { storableSlice, withoutControls } from './storable.ts';

export type PasteNotice = 'images-dropped';

export interface PasteOptions {
  readonly isKnownSpeaker: (id: AttendanceId) => boolean;
  readonly onNotice: (notice: PasteNotice) => void;
}

/** A pasted block as a new block of the place it comes to: no id yet, and nothing it cannot have. */
function asNewBlock(
  schema: Schema,
  node: Node,
  dayId: string | null,
  isKnownSpeaker: PasteOptions['isKnownSpeaker'],
): Node {
  const speakerId = node.attrs['speakerId'] as AttendanceId | null | undefined;
  const attrs = {
    ...node.attrs,
    id: '',
    dayId,
    ...(speakerId && !isKnownSpeaker(speakerId) ? { speakerId: null } : {}),
  };
  const candidate = node.type.create(attrs, node.content);
  const probe = node.type.create({ ...attrs, id: 'new' }, schema.node('paragraph'));
  const isStorable = blockSchema.safeParse(
    node.inlineContent ? { ...blockToJson(probe), content: [] } : blockToJson(probe),
  ).success;
  return isStorable ? candidate : node.type.create({ id: '', dayId }, node.content);
}

/** Cleans what is pasted or dropped, and gives pasted blocks an existence of their own. */
export function cleanPaste({ isKnownSpeaker, onNotice }: PasteOptions): Plugin {
  return new Plugin({
    key: new PluginKey('cleanPaste'),
    props: {
      transformPastedHTML(html) {
        // What an editor of this kind copied holds nothing else already; the schema reads it.
        if (html.includes('data-pm-slice')) return html;
        const cleaned = cleanHtml(html);
        if (cleaned.droppedImages > 0) onNotice('images-dropped');
        return cleaned.html;
      },
      transformPastedText: withoutControls,
      transformPasted(slice, view) {
        const dayId = dayIdOf(currentBlock(view.state).node);
        const nodes = slice.content.content.map((node) =>
          isBlock(node) ? asNewBlock(view.state.schema, node, dayId, isKnownSpeaker) : node,
        );
        const own = new Slice(Fragment.from(nodes), slice.openStart, slice.openEnd);
        return storableSlice(view.state.schema, own);
      },
      handlePaste(view) {
        // A step of its own: taking it back leaves what was typed right before it.
        view.dispatch(closeHistory(view.state.tr));
        return false;
      },
    },
  });
}
