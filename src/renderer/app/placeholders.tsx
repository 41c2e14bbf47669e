import type { ReactNode } from 'react';

import type { BlockId, SessionId } from '../../shared/ids.ts';
import type { Attendance } from '../../shared/minutes/people.ts';
import type { Session } from '../../shared/minutes/session.ts';
import type { SaveState } from '../features/editor/saving/save-queue.ts';
import type { CommandHandlers } from './commands.ts';

export interface LibraryPageProps {
  readonly onOpenSession: (id: SessionId) => void;
  readonly onCreateSession: (id: SessionId) => void;
}
export function LibraryPage(_props: LibraryPageProps): ReactNode {
  return <p>library</p>;
}
export function SessionDataPanel(_props: { readonly session: Session }): ReactNode {
  return <p>session data</p>;
}
export function FirstRun(_props: { readonly onDone: () => void }): ReactNode {
  return <p>first run</p>;
}
export function SettingsDialog(_props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  return null;
}
export function AttendancePanel(_props: { readonly session: Session }): ReactNode {
  return <p>attendance</p>;
}
export interface MinutesEditorProps {
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  readonly onAttendanceChanged: () => void;
  readonly openAt: { readonly blockId: BlockId; readonly words: readonly string[] } | null;
  readonly onSaveState: (state: SaveState) => void;
  readonly registerFlush: (flush: () => Promise<boolean>) => () => void;
  readonly registerCommands: (handlers: CommandHandlers) => () => void;
}
export function MinutesEditor(_props: MinutesEditorProps): ReactNode {
  return <p>editor</p>;
}
export interface SearchPanelProps {
  readonly onOpen: (
    hit: { readonly sessionId: SessionId; readonly blockId: BlockId | null },
    words: readonly string[],
  ) => void;
  readonly onClose: () => void;
}
export function SearchPanel(_props: SearchPanelProps): ReactNode {
  return <p>search</p>;
}
export function BackupsDialog(_props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  return null;
}
export function SaveStateLabel({ state }: { readonly state: SaveState }): ReactNode {
  return <span>{state.type}</span>;
}
