import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

import type { CommandId } from '../../../shared/contract/commands.ts';
import type { LoadedDocument } from '../../../shared/contract/documents.ts';
import type { CopyForm } from '../../../shared/contract/exchange.ts';
import type { BlockId } from '../../../shared/ids.ts';
import type { Addendum } from '../../../shared/minutes/final.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { api, onAppEvent } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { showToast } from '../../ui/toast.tsx';
import type { ChosenBlock } from './final/final-desk.ts';
import { useFinalDesk } from './final/use-final-desk.ts';
import type { MeetingNotes } from './meeting/meeting-notes.ts';
import type { MinutesDesk } from './minutes-desk.ts';
import { createMinutesDesk } from './minutes-desk.ts';
import type { PasteNotice } from './paste/paste.ts';
import type { SaveState } from './saving/save-queue.ts';
import type { Translate } from './texts.ts';
import type { DetailField } from './view/block-view.ts';
import type { Direction } from './view/regions.ts';
import { goAround } from './view/regions.ts';
import { focusPage } from './view/focus-page.ts';

/** What the window gives the minutes of one session, and takes from them. */
export interface DeskConnections {
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  /** A participant was added from the list of speakers. */
  readonly onAttendanceChanged: () => void;
  /** Where to open, as after a search; null: at the end. A new object opens anew. */
  readonly openAt: { readonly blockId: BlockId; readonly words: readonly string[] } | null;
  readonly onSaveState: (state: SaveState) => void;
  /** Takes the function that saves everything at once; the answer takes it back. */
  readonly registerFlush: (flush: () => Promise<boolean>, show: () => void) => () => void;
  /** Brings the page into sight where another part of the session is shown. */
  readonly onShowPage: () => void;
  /** Takes what the editor does on commands of the menu; the answer takes it back. */
  readonly registerCommands: (
    handlers: Partial<Readonly<Record<CommandId, () => void>>>,
  ) => () => void;
  /** Copies the agenda item that a block is or belongs to. */
  readonly onCopyItem: (blockId: BlockId, form: CopyForm) => void;
  /** Plays the recording from what was said then; null: the block has no time. */
  readonly onPlayFrom: (spokenAtMs: number | null) => void;
  /** Corrections of a final session. */
  readonly addenda: readonly Addendum[];
  /** Asks for an addendum; null: nothing was chosen in the page. */
  readonly onAddendum: (block: ChosenBlock | null) => void;
  /** Takes what writes the sentences of the meeting; the answer takes it back. */
  readonly registerMeeting: (notes: MeetingNotes) => () => void;
}

interface DeskHost extends DeskConnections {
  /** Everything of the editor, and the element in it that takes the page. */
  readonly root: RefObject<HTMLElement | null>;
  readonly host: RefObject<HTMLElement | null>;
  readonly loaded: LoadedDocument;
  readonly t: Translate;
  readonly onDetails: (id: BlockId, field: DetailField) => void;
  readonly onLink: () => void;
}

const NOTICES = {
  'images-dropped': 'imagesDropped',
  'filter-refused': 'filterRefused',
} as const satisfies Record<PasteNotice | 'filter-refused', string>;

/** Puts the desk of a loaded document into the page, and keeps both sides up to date. */
export function useMinutesDesk(connections: DeskHost): {
  /** Null until the page is there. */
  readonly desk: MinutesDesk | null;
  /** Takes the focus on to the next part around the page. */
  readonly leave: (direction: Direction) => void;
} {
  const { root, host, session, attendance, loaded, openAt, t } = connections;
  const { registerFlush, registerCommands, registerMeeting } = connections;
  const [desk, setDesk] = useState<MinutesDesk | null>(null);

  // The editor outlives renders; it reads what changes through this.
  const latest = useRef(connections);
  useEffect(() => {
    latest.current = connections;
    desk?.update(session, attendance);
  });

  const deskRef = useRef<MinutesDesk | null>(null);
  const leave = useCallback(
    (direction: Direction) => {
      if (root.current === null) return;
      goAround(root.current, direction, () => {
        if (deskRef.current) focusPage(deskRef.current.editor.view);
      });
    },
    [root],
  );
  // Before the first frame: the page is laid out once, with its text.
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const created = createMinutesDesk({
      host: element,
      session: latest.current.session,
      attendance: latest.current.attendance,
      blocks: loaded.blocks,
      t: (key, values) => latest.current.t(key, values),
      async addSpeaker(name, onDay) {
        try {
          const [attendee] = await api('attendance.add', {
            sessionId: latest.current.session.id,
            entries: [
              { type: 'person', person: { name }, role: 'peserta', ...(onDay ? { onDay } : {}) },
            ],
          });
          latest.current.onAttendanceChanged();
          return attendee ?? null;
        } catch (error) {
          const reason = describeError(error);
          showToast({ tone: 'error', text: latest.current.t('addFailed', { name, reason }) });
          return null;
        }
      },
      onSaveState: (state) => latest.current.onSaveState(state),
      onShowPage: () => latest.current.onShowPage(),
      onAttendanceChanged: () => latest.current.onAttendanceChanged(),
      onDetails: (id, field) => latest.current.onDetails(id, field),
      onLink: () => latest.current.onLink(),
      onCorrect: (block) => latest.current.onAddendum(block),
      onLeave: leave,
      onNotice: (notice) => showToast({ tone: 'info', text: latest.current.t(NOTICES[notice]) }),
    });
    deskRef.current = created;
    setDesk(created);
    return () => {
      deskRef.current = null;
      setDesk(null);
      created.destroy();
    };
  }, [host, loaded, leave]);

  useFinalDesk(desk, connections);

  // Once the tools around it stand too, so that the page is laid out once.
  useLayoutEffect(() => {
    const isShown = host.current !== null && host.current.offsetParent !== null;
    if (desk && isShown && latest.current.openAt === null) desk.focusPage();
  }, [desk, host]);

  const profile = useQuery({ queryKey: ['profile'], queryFn: () => api('profile.get', {}) });
  const speakerKeys = profile.data?.speakerKeys ?? 'alt';
  useEffect(() => desk?.speakers.setKeys(speakerKeys), [desk, speakerKeys]);

  const labelsIn = useRef(t);
  useEffect(() => {
    if (desk === null || labelsIn.current === t) return;
    labelsIn.current = t;
    desk.redrawLabels();
  }, [desk, t]);
  useEffect(
    () => (desk ? registerFlush(desk.flush, desk.showRefused) : undefined),
    [desk, registerFlush],
  );
  useEffect(() => {
    if (!desk) return undefined;
    return registerCommands(
      Object.fromEntries(desk.commandIds.map((id) => [id, () => desk.runCommand(id)])),
    );
  }, [desk, registerCommands]);
  useEffect(() => onAppEvent('app.woke', () => desk?.resetClock()), [desk]);
  useEffect(() => (desk ? registerMeeting(desk.meeting) : undefined), [desk, registerMeeting]);
  useEffect(() => {
    if (!desk || !openAt) return undefined;
    // The parts around the page follow the caret from the next frame on.
    const frame = requestAnimationFrame(() => desk.showHit(openAt));
    return () => cancelAnimationFrame(frame);
  }, [desk, openAt]);

  return { desk, leave };
}
