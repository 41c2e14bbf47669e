import { dropCursor } from '@tiptap/pm/dropcursor';
import { history } from '@tiptap/pm/history';
import type { Command, Plugin } from '@tiptap/pm/state';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import { leaveFocusMode } from '../concentration/leave-focus-mode.ts';
import { typewriter } from '../concentration/typewriter.ts';
import { stampBegun } from '../meeting/stamp-begun.ts';
import { cleanPaste } from '../paste/paste.ts';
import type { PasteNotice } from '../paste/paste.ts';
import { blockIds } from '../plugins/block-ids.ts';
import { caretInTime } from '../plugins/caret-in-time.ts';
import { chunks } from '../plugins/chunks.ts';
import { copyText } from '../plugins/copy-text.ts';
import { dayDividers } from '../plugins/day-dividers.ts';
import { drawnBlock } from '../plugins/drawn-block.ts';
import { hitHighlight } from '../plugins/hit-highlight.ts';
import type { ShortcutActions } from '../plugins/shortcuts.ts';
import { shortcuts, typedLists } from '../plugins/shortcuts.ts';
import { speakerRequest } from '../plugins/speaker-request.ts';
import { editTables } from '../plugins/table-editing.ts';
import type { Changes } from '../saving/changes.ts';
import { trackChanges } from '../saving/track-changes.ts';
import type { SpeakerDesk } from '../speakers/speaker-desk.ts';
import { speakerPopup } from '../speakers/speaker-popup.ts';
import type { BlockViewOptions } from '../view/block-view.ts';
import { blockViews } from '../view/block-view.ts';
import type { DeskContext, DeskPart } from './desk-part.ts';

interface PagePluginOptions {
  readonly context: DeskContext;
  readonly parts: readonly DeskPart[];
  readonly commandsById: ReadonlyMap<CommandId, Command>;
  readonly actions: ShortcutActions;
  readonly popup: SpeakerDesk['popup'];
  readonly onChanges: (changes: Changes) => void;
  readonly onNotice: (notice: PasteNotice) => void;
  readonly onSpeaker: BlockViewOptions['onSpeaker'];
  readonly onDetails: BlockViewOptions['onDetails'];
}

/** What the page does, in the order in which it sees keys and transactions. */
export function pagePlugins(options: PagePluginOptions): readonly Plugin[] {
  const { context, parts, commandsById, actions } = options;
  const { source, directory, session, t } = context;
  const { schema } = context.editor();
  return [
    // Before all that may move the focus: leaving the page saves at once, and a batch that names a
    // new block in its order must bring the block.
    trackChanges(options.onChanges),
    caretInTime(),
    speakerRequest(),
    blockIds(source.newId),
    chunks(),
    stampBegun(source.stampMs),
    drawnBlock(),
    typewriter(),
    hitHighlight(),
    ...parts.flatMap((part) => part.plugins ?? []),
    ...shortcuts(
      source,
      actions,
      commandsById,
      parts.map((part) => part.keys ?? {}),
    ),
    leaveFocusMode(),
    typedLists(schema),
    editTables(),
    history({ depth: 500 }),
    dropCursor({ class: 'minutes-drop' }),
    copyText(directory),
    dayDividers(() => session().days, t),
    cleanPaste({
      isKnownSpeaker: (id) => directory.find(id) !== undefined,
      onNotice: options.onNotice,
    }),
    blockViews({
      directory,
      zone: () => session().zone,
      isFinal: () => session().status === 'final',
      t,
      onSpeaker: options.onSpeaker,
      onDetails: options.onDetails,
    }),
    speakerPopup(options.popup),
  ];
}
