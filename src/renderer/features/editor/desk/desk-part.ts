import type { Editor } from '@tiptap/core';
import type { Command, Plugin } from '@tiptap/pm/state';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import type { Session } from '../../../../shared/minutes/session.ts';
import type { BlockSource } from '../commands/new-block.ts';
import type { Directory } from '../speakers/directory.ts';
import type { Translate } from '../texts.ts';

/** What every part of the open document may use. */
export interface DeskContext {
  /** The editor; it exists from the first transaction on, not while its parts are put together. */
  readonly editor: () => Editor;
  readonly session: () => Session;
  readonly directory: Directory;
  readonly source: BlockSource;
  readonly t: Translate;
  /** Carries out a command with the caret in the page; false where it does not apply. */
  readonly run: (command: Command) => boolean;
}

/** One capability of the open document: what it watches, and what it does on commands and keys. */
export interface DeskPart {
  readonly plugins?: readonly Plugin[];
  /** Commands of the app's table; their accelerators become keys of the page. */
  readonly commands?: ReadonlyMap<CommandId, Command>;
  /** Keys that belong to writing itself, by ProseMirror's names; they come before the page's own. */
  readonly keys?: Readonly<Record<string, Command>>;
}
