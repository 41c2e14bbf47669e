import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';

import type { AttendanceId, BlockId } from '../../../../shared/ids.ts';
import { wallClock } from '../../../../shared/minutes/dates.ts';
import type { SessionZone } from '../../../../shared/minutes/session.ts';
import { blockIdOf, blockTypeOf, isEmptyBlock } from '../model/blocks.ts';
import type { Directory } from '../speakers/directory.ts';
import { speakerFrom } from '../speakers/directory.ts';
import { createAnnotationView } from '../structure/annotation-view.ts';
import { registerNote } from '../structure/annotations.ts';
import type { EditorText, Translate } from '../texts.ts';
import { blockFacts, blockHint, blockTitle } from './block-facts.ts';
import { createFrame, onBlockButton } from './block-frame.ts';

/** Which field of a block's details is asked for. */
export type DetailField = 'time' | 'facts' | 'all';

export interface BlockViewOptions {
  readonly directory: Directory;
  readonly zone: () => SessionZone;
  /** Final: its buttons say what there is and change nothing. */
  readonly isFinal: () => boolean;
  readonly t: Translate;
  readonly onSpeaker: (id: BlockId) => void;
  readonly onDetails: (id: BlockId, field: DetailField) => void;
}

interface LiveView extends NodeView {
  readonly refresh: () => void;
}

/**
 * Draws one block with plain elements: no framework stands between a key and the screen. What is
 * around the words (speaker, time, facts) is no part of the editable text.
 */
function createBlockView(initial: Node, view: EditorView, options: BlockViewOptions): LiveView {
  const { t } = options;
  let node = initial;
  const type = blockTypeOf(node);
  const titleKey = blockTitle(node);
  const { dom, contentDOM, margin, head, facts, more, speaker, time, title } = createFrame(
    type,
    titleKey !== null,
  );

  const annotations = createAnnotationView({ dom, margin, view, t });
  registerNote(dom, annotations.editNote);

  function showAsButton(button: HTMLElement): void {
    if (options.isFinal()) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }

  function showSpeaker(): void {
    if (speaker === null) return;
    const { name, position } = speaker;
    const speakerId = node.attrs['speakerId'] as AttendanceId | null;
    const attendee = speakerId === null ? undefined : options.directory.find(speakerId);
    const known = attendee && speakerFrom(attendee, null);
    // Once something is written, the label says what the document will say.
    const unnamed = isEmptyBlock(node) ? t('speakerUnchosen') : t('notMentioned');
    const missing = speakerId === null ? unnamed : t('speakerUnknown');
    const label = known?.name || missing;
    dom.setAttribute('aria-label', label);
    name.textContent = label;
    name.classList.toggle('is-missing', !known);
    name.setAttribute('aria-label', options.isFinal() ? label : `${label}. ${t('changeSpeaker')}`);
    showAsButton(name);
    position.textContent = known?.position ?? '';
  }

  function showTime(): void {
    if (time === null) return;
    const atMs = node.attrs['spokenAtMs'] as number | null;
    const label = atMs === null ? '' : wallClock(atMs, options.zone());
    time.textContent = label || '––.––';
    time.setAttribute('aria-label', options.isFinal() ? label : `${t('setTime')} ${label}`.trim());
    showAsButton(time);
    time.classList.toggle('is-missing', atMs === null);
  }

  function showAttributes(): void {
    dom.dataset['blockId'] = blockIdOf(node);
    if (title && titleKey) {
      title.textContent = t(titleKey);
      dom.setAttribute('aria-label', t(titleKey));
    }
    const moreLabel = t(options.isFinal() ? 'correctThis' : 'details');
    more.title = moreLabel;
    more.setAttribute('aria-label', moreLabel);
    showSpeaker();
    showTime();
    const text = blockFacts(node, t);
    facts.textContent = text;
    facts.hidden = text === '';
    showAsButton(facts);
    head.classList.toggle('has-facts', text !== '');
    head.hidden = speaker === null && title === null && text === '';
    annotations.show(node);
  }

  function showEmptiness(): void {
    if (isEmptyBlock(node)) contentDOM.dataset['hint'] = t(blockHint(node));
    else delete contentDOM.dataset['hint'];
  }

  const followEmptiness = (wasEmpty: boolean): void => {
    if (wasEmpty === isEmptyBlock(node)) return;
    showEmptiness();
    showSpeaker();
  };

  showAttributes();
  showEmptiness();
  return {
    dom,
    contentDOM,
    refresh() {
      showAttributes();
      showEmptiness();
    },
    update(next) {
      if (next.type !== node.type) return false;
      const hasNewAttributes = next.attrs !== node.attrs;
      const wasEmpty = isEmptyBlock(node);
      node = next;
      if (hasNewAttributes) showAttributes();
      followEmptiness(wasEmpty);
      return true;
    },
    destroy: annotations.destroy,
    stopEvent: (event) => !contentDOM.contains(event.target as globalThis.Node | null),
    ignoreMutation: (mutation) =>
      mutation.type !== 'selection' &&
      (mutation.target === contentDOM
        ? mutation.type === 'attributes'
        : !contentDOM.contains(mutation.target)),
  };
}

const BLOCK_TYPES = [
  'statement',
  'agendaItem',
  'narration',
  'decision',
  'recommendation',
  'followUp',
  'break',
] as const;

/** A long document has the same few labels thousands of times; looking one up is not free. */
function rememberLabels(t: Translate): { readonly t: Translate; readonly forget: () => void } {
  const known = new Map<EditorText, string>();
  return {
    t(key, values) {
      if (values) return t(key, values);
      const label = known.get(key) ?? t(key);
      known.set(key, label);
      return label;
    },
    forget: () => known.clear(),
  };
}

/** Views of all blocks; their labels follow the attendance without a change of the document. */
export function blockViews(options: BlockViewOptions): Plugin {
  const live = new Set<LiveView>();
  const labels = rememberLabels(options.t);
  const drawing = { ...options, t: labels.t };
  const create = (node: Node, editor: EditorView): NodeView => {
    const view = createBlockView(node, editor, drawing);
    live.add(view);
    return {
      ...view,
      destroy() {
        view.destroy?.();
        live.delete(view);
      },
    };
  };
  return new Plugin({
    key: new PluginKey('blockViews'),
    view: ({ dom }) => {
      const stopFollowing = options.directory.subscribe((hasNewLabels) => {
        if (!hasNewLabels) return;
        labels.forget();
        for (const view of live) view.refresh();
      });
      const stopListening = onBlockButton(dom, (button, id) => {
        if (button === 'speaker') options.onSpeaker(id);
        else options.onDetails(id, button === 'more' ? 'all' : button);
      });
      return {
        destroy() {
          stopFollowing();
          stopListening();
        },
      };
    },
    props: { nodeViews: Object.fromEntries(BLOCK_TYPES.map((type) => [type, create])) },
  });
}
