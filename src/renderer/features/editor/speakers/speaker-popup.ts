import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import type { AttendanceId, BlockId, DayId } from '../../../../shared/ids.ts';
import { setSpeaker } from '../commands/attributes.ts';
import { blockById, dayIdOf } from '../model/blocks.ts';
import { requestedSpeakerOf, stopAskingForSpeaker } from '../plugins/speaker-request.ts';
import type { Translate } from '../texts.ts';
import type { Speaker } from './directory.ts';
import type { SpeakerList } from './speaker-list.ts';
import { createSpeakerList } from './speaker-list.ts';

const GAP_PX = 4;
/** Room that the statement itself keeps over the list. */
const LINE_PX = 72;

export interface SpeakerPopupOptions {
  readonly speakersOn: (dayId: DayId | null) => readonly Speaker[];
  readonly stampMs: () => number | null;
  readonly t: Translate;
  /** Adds a participant by name; null when that failed, which the user has been told. */
  readonly addSpeaker: (name: string) => Promise<AttendanceId | null>;
}

/** Puts the list under the caret, scrolling to make room for it where there is none below. */
function place(view: EditorView, id: BlockId, dom: HTMLElement): void {
  const sheet = view.dom.parentElement;
  const scroller = sheet?.parentElement;
  const block = blockById(view.state.doc, id);
  if (!sheet || !scroller || !block) return;
  // In a low window the list takes what is left under one line of text.
  dom.style.maxBlockSize = `min(380px, ${scroller.clientHeight - LINE_PX}px)`;
  const { head } = view.state.selection;
  const isCaretInside = head > block.pos && head < block.pos + block.node.nodeSize;
  const caret = view.coordsAtPos(isCaretInside ? head : block.pos + 2);
  const sheetBox = sheet.getBoundingClientRect();
  const scrollerBox = scroller.getBoundingClientRect();
  const missing = caret.bottom + 2 * GAP_PX + dom.offsetHeight - scrollerBox.bottom;
  const left = Math.min(caret.left, sheetBox.right - dom.offsetWidth - GAP_PX);
  dom.style.top = `${caret.bottom + GAP_PX - sheetBox.top}px`;
  dom.style.left = `${Math.max(GAP_PX, left - sheetBox.left)}px`;
  if (missing > 0) scroller.scrollTop += missing;
}

/** Shows the list of speakers while one is asked for. */
export function speakerPopup(options: SpeakerPopupOptions): Plugin {
  return new Plugin({
    key: new PluginKey('speakerPopup'),
    view(initialView) {
      let view = initialView;
      let shownFor: BlockId | null = null;
      let list: SpeakerList | null = null;

      function hide(): void {
        shownFor = null;
        const shown = list;
        list = null;
        shown?.destroy();
      }

      function close(takesFocus: boolean): void {
        hide();
        // First the request: focusing is a transaction too, which would open the list again.
        if (requestedSpeakerOf(view.state)) view.dispatch(stopAskingForSpeaker(view.state.tr));
        if (takesFocus) view.focus();
      }

      function setChosen(id: BlockId, speakerId: AttendanceId | null): void {
        close(true);
        setSpeaker(id, speakerId, options.stampMs)(view.state, view.dispatch, view);
      }

      async function add(id: BlockId, former: AttendanceId | null, name: string): Promise<void> {
        // The caret returns at once: what is typed while the archive answers belongs to the statement.
        setChosen(id, former);
        const added = await options.addSpeaker(name);
        if (added === null || view.isDestroyed) return;
        setSpeaker(id, added, options.stampMs)(view.state, view.dispatch, view);
      }

      function open(id: BlockId): void {
        hide();
        const block = blockById(view.state.doc, id);
        if (!block) return;
        const chosen = block.node.attrs['speakerId'] as AttendanceId | null;
        shownFor = id;
        list = createSpeakerList({
          speakers: options.speakersOn(dayIdOf(block.node)),
          chosen,
          t: options.t,
          onChoose: (speakerId) => setChosen(id, speakerId),
          onAdd: (name) => void add(id, chosen, name),
          onClose: (isLeaving) => close(!isLeaving),
        });
        // The list takes the focus before the editor would scroll to its caret.
        const dom = view.nodeDOM(block.pos);
        if (dom instanceof Element) dom.scrollIntoView({ block: 'nearest' });
        view.dom.parentElement?.append(list.dom);
        place(view, id, list.dom);
        list.focus();
      }

      return {
        update(current) {
          view = current;
          const asked = view.editable ? requestedSpeakerOf(view.state) : null;
          if (asked === shownFor) return;
          if (asked === null) hide();
          else open(asked);
        },
        destroy: hide,
      };
    },
  });
}
