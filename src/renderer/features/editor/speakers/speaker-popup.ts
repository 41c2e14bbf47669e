import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import type { AttendanceId, BlockId, DayId } from '../../../../shared/ids.ts';
import { setSpeakers } from '../commands/attributes.ts';
import { currentBlock } from '../commands/new-block.ts';
import type { PlacedBlock } from '../model/blocks.ts';
import { blockById, dayIdOf } from '../model/blocks.ts';
import type { SpeakerRequest } from '../plugins/speaker-request.ts';
import { requestOf, stopAskingForSpeaker } from '../plugins/speaker-request.ts';
import type { Translate } from '../texts.ts';
import type { Speaker } from './directory.ts';
import type { SpeakerList, SpeakerListOptions } from './speaker-list.ts';
import { createSpeakerList } from './speaker-list.ts';

const GAP_PX = 4;
/** Room that the statement itself keeps over the list. */
const LINE_PX = 72;
/** Half a second. */
const FOLLOWED_FRAMES = 30;

type OtherPurpose = Exclude<SpeakerRequest['type'], 'speaker'>;

/** What the list does where it is not about who speaks. */
export type PurposeOptions = Pick<
  SpeakerListOptions,
  'label' | 'hint' | 'emptyHint' | 'isOffered' | 'noteOf' | 'onAdd'
> & {
  readonly onChoose: (id: AttendanceId, isOther: boolean) => void;
};

export interface SpeakerPopupOptions {
  readonly speakersOn: (dayId: DayId | null) => readonly Speaker[];
  readonly stampMs: () => number | null;
  readonly t: Translate;
  /** Adds a participant by name; null when that failed, which the user has been told. */
  readonly addSpeaker: (name: string) => Promise<AttendanceId | null>;
  readonly purpose: (type: OtherPurpose) => PurposeOptions;
  /** Several statements have got another speaker. */
  readonly onSeveral: (count: number, speakerId: AttendanceId | null) => void;
}

/** Puts the list under the caret, scrolling to make room for it where there is none below. */
function place(view: EditorView, block: PlacedBlock, dom: HTMLElement): void {
  const sheet = view.dom.parentElement;
  const scroller = sheet?.parentElement;
  if (!sheet || !scroller) return;
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

/** Blocks out of sight have estimated heights: the list moves along while they are laid out. */
function followBlock(
  view: EditorView,
  block: PlacedBlock,
  dom: HTMLElement,
  shown: () => HTMLElement | undefined,
): void {
  const topOf = (): number => {
    const drawn = view.nodeDOM(block.pos);
    const sheet = view.dom.parentElement;
    return drawn instanceof Element && sheet
      ? drawn.getBoundingClientRect().top - sheet.getBoundingClientRect().top
      : 0;
  };
  let former = topOf();
  let frames = 0;
  const step = (): void => {
    if (shown() !== dom || view.isDestroyed || frames > FOLLOWED_FRAMES) return;
    frames += 1;
    const top = topOf();
    if (Math.abs(top - former) >= 1) place(view, block, dom);
    former = top;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** Shows the list of speakers while somebody is to be chosen. */
export function speakerPopup(options: SpeakerPopupOptions): Plugin {
  const { t } = options;
  return new Plugin({
    key: new PluginKey('speakerPopup'),
    view(initialView) {
      let view = initialView;
      let shownFor: SpeakerRequest | null = null;
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
        if (requestOf(view.state)) view.dispatch(stopAskingForSpeaker(view.state.tr));
        if (takesFocus) view.focus();
      }

      function set(ids: readonly BlockId[], speakerId: AttendanceId | null): void {
        setSpeakers(ids, speakerId, options.stampMs)(view.state, view.dispatch, view);
        if (ids.length > 1) options.onSeveral(ids.length, speakerId);
      }

      async function add(ids: readonly BlockId[], name: string): Promise<void> {
        const added = await options.addSpeaker(name);
        if (added !== null && !view.isDestroyed) set(ids, added);
      }

      function ofStatements(ids: readonly BlockId[], first: PlacedBlock): SpeakerListOptions {
        const chosen = first.node.attrs['speakerId'] as AttendanceId | null;
        const isOne = ids.length === 1;
        return {
          speakers: options.speakersOn(dayIdOf(first.node)),
          chosen: isOne ? chosen : null,
          t,
          label: isOne
            ? t('chooseSpeaker')
            : t('chooseSpeakerOfSeveral', { count: String(ids.length) }),
          hint: t('speakerListHint'),
          isOffered: (speaker) => !speaker.isAway,
          noteOf: (speaker) => (speaker.isAway ? t('away') : ''),
          hasNobody: true,
          onChoose(speakerId) {
            close(true);
            set(ids, speakerId);
          },
          onAdd(name) {
            // The caret returns at once: what is typed while the archive answers belongs to the
            // statement, which begins now.
            close(true);
            if (isOne) set(ids, chosen);
            void add(ids, name);
          },
          onClose: (isLeaving) => close(!isLeaving),
        };
      }

      function ofPurpose(type: OtherPurpose, current: PlacedBlock): SpeakerListOptions {
        const purpose = options.purpose(type);
        const { onAdd } = purpose;
        return {
          ...purpose,
          speakers: options.speakersOn(dayIdOf(current.node)),
          chosen: null,
          t,
          hasNobody: false,
          onChoose(id, isOther) {
            close(true);
            if (id !== null) purpose.onChoose(id, isOther);
          },
          onAdd:
            onAdd &&
            ((name, isOther) => {
              close(true);
              onAdd(name, isOther);
            }),
          onClose: (isLeaving) => close(!isLeaving),
        };
      }

      function open(request: SpeakerRequest): void {
        hide();
        const [first] = request.type === 'speaker' ? request.ids : [];
        const block =
          first === undefined ? currentBlock(view.state) : blockById(view.state.doc, first);
        if (!block) return;
        shownFor = request;
        const isSeveral = request.type === 'speaker' && request.ids.length > 1;
        list = createSpeakerList(
          request.type === 'speaker'
            ? ofStatements(request.ids, block)
            : ofPurpose(request.type, block),
        );
        // The list takes the focus before the editor would scroll to its caret.
        const dom = isSeveral ? null : view.nodeDOM(block.pos);
        if (dom instanceof Element) dom.scrollIntoView({ block: 'nearest' });
        view.dom.parentElement?.append(list.dom);
        place(view, isSeveral ? currentBlock(view.state) : block, list.dom);
        list.focus();
        followBlock(view, block, list.dom, () => list?.dom);
      }

      return {
        update(current) {
          view = current;
          const asked = view.editable ? requestOf(view.state) : null;
          if (asked === shownFor) return;
          if (asked === null) hide();
          else open(asked);
        },
        destroy: hide,
      };
    },
  });
}
