import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { EditorState, Selection } from '@tiptap/pm/state';

import type { CommandId } from '../../../shared/contract/commands.ts';
import type { Block } from '../../../shared/document/block.ts';
import type { BlockId } from '../../../shared/ids.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { keepToDays } from './commands/attributes.ts';
import type { BlockSource } from './commands/new-block.ts';
import { blockAround, blockIdOf } from './model/blocks.ts';
import type { DeskContext, DeskPart } from './desk/desk-part.ts';
import { createPageEditor } from './desk/page-editor.ts';
import { askSpeakerOf, goToHit } from './desk/page-jumps.ts';
import { pagePlugins } from './desk/page-plugins.ts';
import type { MeetingNotes } from './meeting/meeting-notes.ts';
import { createMeetingNotes } from './meeting/meeting-notes.ts';
import { createStamps } from './meeting/stamps.ts';
import type { Filter } from './filter/filter.ts';
import { createFilter } from './filter/filter.ts';
import type { ChosenBlock, FinalDesk } from './final/final-desk.ts';
import { createFinalDesk } from './final/final-desk.ts';
import type { Finder } from './find/finder.ts';
import { createFinder } from './find/finder.ts';
import { imagesPart } from './images/images-part.ts';
import type { Outline } from './outline/outline.ts';
import { createOutline } from './outline/outline.ts';
import type { PasteNotice } from './paste/paste.ts';
import { DAYS_CHANGED } from './plugins/day-dividers.ts';
import type { Hit } from './plugins/hit-highlight.ts';
import type { ShortcutActions } from './plugins/shortcuts.ts';
import { editorCommands } from './plugins/shortcuts.ts';
import type { Changes } from './saving/changes.ts';
import { NO_CHANGES, changesBetween, mergeChanges } from './saving/changes.ts';
import { createDocumentSaver } from './saving/document-saver.ts';
import { saveWhatIsLeft } from './saving/save-what-is-left.ts';
import type { SaveState } from './saving/save-queue.ts';
import { documentFromBlocks } from './schema/document-json.ts';
import { createDirectory } from './speakers/directory.ts';
import type { SpeakerDesk, SpeakerDeskOptions } from './speakers/speaker-desk.ts';
import { createSpeakerDesk } from './speakers/speaker-desk.ts';
import { structurePart } from './structure/structure-part.ts';
import type { Translate } from './texts.ts';
import type { DetailField } from './view/block-view.ts';
import { revealBlock } from './view/reveal.ts';
import { wordsPart } from './words/words-part.ts';
import { wordsStore } from './words/words-store.ts';
import { focusPage } from './view/focus-page.ts';

export interface MinutesDeskOptions {
  readonly host: HTMLElement;
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  readonly blocks: readonly Block[];
  readonly t: Translate;
  /** Adds a participant by name; null when that failed, which the user has been told. */
  readonly addSpeaker: SpeakerDeskOptions['addSpeaker'];
  readonly onSaveState: (state: SaveState) => void;
  /** Brings the page into sight where another part of the session is shown. */
  readonly onShowPage: () => void;
  readonly onAttendanceChanged: () => void;
  readonly onDetails: (id: BlockId, field: DetailField) => void;
  readonly onLink: () => void;
  /** A block of a final page is to be corrected. */
  readonly onCorrect: (block: ChosenBlock) => void;
  readonly onLeave: (direction: 'forward' | 'backward') => void;
  readonly onNotice: (notice: PasteNotice | 'filter-refused') => void;
}

/** An open document: the editor, its saving, and what the parts around it may ask of it. */
export interface MinutesDesk {
  readonly editor: Editor;
  readonly source: BlockSource;
  readonly find: Finder;
  readonly filter: Filter;
  readonly outline: Outline;
  readonly final: FinalDesk;
  /** Takes over a changed session or attendance; the document stays untouched. */
  readonly update: (session: Session, attendance: readonly Attendance[]) => void;
  /** Draws all labels anew, as in another language. */
  readonly redrawLabels: () => void;
  /** Puts the caret where the minutes go on; those of a meeting that is over are read from the top. */
  readonly focusPage: () => void;
  readonly flush: () => Promise<boolean>;
  /** Keeps what is written as a version before it changes much; false where it could not be kept. */
  readonly keepVersion: (
    reason: 'before-restore' | 'before-replace' | 'closed',
  ) => Promise<boolean>;
  /** Goes to a block that the archive refuses; nothing where there is none. */
  readonly showRefused: () => void;
  readonly run: (command: Command) => boolean;
  /** Commands of the app's table that `runCommand` knows. */
  readonly commandIds: readonly CommandId[];
  readonly runCommand: (id: CommandId) => void;
  readonly speakers: SpeakerDesk;
  readonly showHit: (hit: Hit) => void;
  readonly meeting: MeetingNotes;
  /** The clock that was taken at the start no longer holds, as after the computer slept. */
  readonly resetClock: () => void;
  readonly destroy: () => void;
}

const newBlockId = (): BlockId => crypto.randomUUID() as BlockId;

/** The capabilities of an open document, in the order in which they see keys and transactions. */
function deskParts(context: DeskContext, runCommand: (id: CommandId) => void): readonly DeskPart[] {
  return [structurePart(context, runCommand), imagesPart(context), wordsPart(context)];
}

/** Puts an editor for one session's minutes into an element. */
export function createMinutesDesk(options: MinutesDeskOptions): MinutesDesk {
  const { t } = options;
  let { session } = options;
  let knownAttendance = options.attendance;
  const directory = createDirectory(options.attendance);
  const stamps = createStamps({
    session: () => session,
    wallMs: () => Date.now(),
    monotonicMs: () => performance.now(),
  });
  const source: BlockSource = { newId: newBlockId, stampMs: stamps.stampMs };

  const run = (command: Command): boolean => {
    if (!editor.isEditable) return false;
    editor.view.focus();
    return command(editor.state, editor.view.dispatch, editor.view);
  };
  const actions: ShortcutActions = {
    openDetails(field) {
      const block = blockAround(editor.state.selection.$head);
      const hasField = block !== null && (field === 'all' || 'spokenAtMs' in block.node.attrs);
      if (hasField) options.onDetails(blockIdOf(block.node), field);
      return hasField;
    },
    openLink() {
      options.onLink();
      return true;
    },
    leave(direction) {
      options.onLeave(direction);
      return true;
    },
  };
  const context: DeskContext = {
    editor: () => editor,
    session: () => session,
    directory,
    source,
    t,
    run,
  };
  const runCommand = (id: CommandId): void => {
    const command = commandsById.get(id);
    const isOnScreen = editor.view.dom.offsetParent !== null;
    if (command && isOnScreen) run(command);
  };
  let firstChanges: Changes = NO_CHANGES;
  const saver = createDocumentSaver({
    sessionId: session.id,
    document: () => editor.state.doc,
    storedIds: options.blocks.map(({ attrs }) => attrs.id),
    onState: options.onSaveState,
    showBlock(blockId) {
      options.onShowPage();
      goToHit(editor, { blockId, words: [] });
    },
    onAttendanceChanged: options.onAttendanceChanged,
  });

  const editor = createPageEditor({
    isEditable: session.status !== 'final',
    t,
    onBlur: () => void saver.flush(),
  });
  const filter = createFilter(context, () => options.onNotice('filter-refused'));
  const find = createFinder(context, filter.isShown);
  const speakers = createSpeakerDesk({
    context,
    sessionId: session.id,
    addSpeaker: options.addSpeaker,
    onAttendanceChanged: options.onAttendanceChanged,
  });
  const outline = createOutline(context);
  const final = createFinalDesk(context, options.onLeave);
  const parts = [
    final.part,
    speakers.part,
    ...deskParts(context, runCommand),
    outline.part,
    find.part,
    filter.part,
  ];
  const commandsById = new Map([
    ...editorCommands(source, actions),
    ...parts.flatMap((part) => [...(part.commands ?? [])]),
  ]);

  const plugins = pagePlugins({
    context,
    parts,
    commandsById,
    actions,
    popup: speakers.popup,
    onChanges(changes) {
      saver.add(mergeChanges(firstChanges, changes));
      firstChanges = NO_CHANGES;
    },
    onNotice: options.onNotice,
    onSpeaker: (id) => askSpeakerOf(editor, id),
    onDetails(id, field) {
      if (editor.isEditable) return options.onDetails(id, field);
      const chosen = field === 'all' ? final.choose(id) : null;
      if (chosen !== null) options.onCorrect(chosen);
    },
  });
  const isOver = session.status === 'selesai' || session.status === 'final';
  const doc = documentFromBlocks(editor.schema, options.blocks, {
    id: newBlockId(),
    dayId: session.days[0]?.id ?? null,
  });
  if (options.blocks.length === 0) {
    firstChanges = changesBetween(doc.type.create(null, []), doc);
  }
  // The editor makes its view before it has any plugins. The document comes with them, so that it is
  // drawn once; an undo that would empty the page does not exist then either.
  editor.view.updateState(
    EditorState.create({
      doc,
      selection: isOver ? Selection.atStart(doc) : Selection.atEnd(doc),
      plugins: [...plugins, ...editor.state.plugins],
    }),
  );
  options.host.append(editor.view.dom);

  return {
    editor,
    source,
    find,
    filter,
    outline,
    final,
    update(next, attendance) {
      const former = session;
      session = next;
      const begins = former.status !== 'berlangsung' && next.status === 'berlangsung';
      if (begins) stamps.reset();
      // A meeting that goes on after its end is written on from there.
      const isOpenedAnew = next.meeting.marks.length > former.meeting.marks.length;
      if (begins && former.status === 'selesai' && !isOpenedAnew) {
        const end = Selection.atEnd(editor.state.doc);
        editor.view.dispatch(editor.state.tr.setSelection(end).scrollIntoView());
      }
      if ((former.status === 'final') !== (next.status === 'final')) {
        editor.setEditable(next.status !== 'final');
        directory.redraw();
      }
      // What was shown before the archive had it must not be undone by an older list.
      if (attendance !== knownAttendance) directory.replace(attendance);
      knownAttendance = attendance;
      if (former !== next) speakers.update();
      if (former.days !== next.days) {
        const known = next.days.map(({ id }) => id);
        editor.view.dispatch(keepToDays(editor.state.tr, known).setMeta(DAYS_CHANGED, true));
      }
    },
    redrawLabels() {
      directory.redraw();
      editor.view.dispatch(editor.state.tr.setMeta(DAYS_CHANGED, true));
    },
    focusPage() {
      focusPage(editor.view);
      const { lastChild } = editor.state.doc;
      if (lastChild && !isOver) revealBlock(editor.view, blockIdOf(lastChild), 'nearest');
    },
    flush: saver.flush,
    async keepVersion(reason) {
      if (!(await saver.flush())) return false;
      return api('history.keep', { sessionId: session.id, reason }).then(
        () => true,
        () => false,
      );
    },
    showRefused: saver.showRefused,
    run,
    commandIds: [...commandsById.keys()],
    runCommand,
    speakers,
    showHit: (hit) => goToHit(editor, hit),
    meeting: createMeetingNotes({
      editor: () => editor,
      session: () => session,
      attendance: directory.attendance,
      templates: wordsStore.sentences,
      source,
      stamps,
    }),
    resetClock: stamps.reset,
    destroy() {
      saveWhatIsLeft(saver, session.id);
      editor.destroy();
    },
  };
}
