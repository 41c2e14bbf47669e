import { useQuery } from '@tanstack/react-query';
import {
  memo,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';

import type { CommandId } from '../../../shared/contract/commands.ts';
import type { LoadedDocument } from '../../../shared/contract/documents.ts';
import type { BlockId } from '../../../shared/ids.ts';
import { attendeeLabel } from '../../../shared/minutes/names.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { api, onAppEvent } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useKeysWithin } from '../../ui/use-keys-within.ts';
import type { DocumentLoad } from './document-load.ts';
import { loadDocument } from './document-load.ts';
import type { DetailsRequest } from './details/block-details.tsx';
import { BlockDetails } from './details/block-details.tsx';
import { LinkDialog } from './details/link-dialog.tsx';
import type { MeetingNotes } from './meeting/meeting-notes.ts';
import { FilterBar } from './filter/filter-bar.tsx';
import { FindBar } from './find/find-bar.tsx';
import { useSearchCommands } from './find/use-search-commands.ts';
import { HistoryView } from './history/history-view.tsx';
import type { MinutesDesk } from './minutes-desk.ts';
import { createMinutesDesk } from './minutes-desk.ts';
import { OutlinePanel } from './outline/outline-panel.tsx';
import type { PasteNotice } from './paste/paste.ts';
import type { SaveState } from './saving/save-queue.ts';
import { PresentCount } from './presence/present-count.tsx';
import { SpeakerRail } from './speakers/speaker-rail.tsx';
import { StatisticsDialog } from './statistics/statistics-dialog.tsx';
import type { Translate } from './texts.ts';
import { EditorToolbar } from './toolbar/toolbar.tsx';
import type { Direction } from './view/regions.ts';
import { goAround, isAround } from './view/regions.ts';
import './minutes-editor.css';
import './view/block.css';
import './speakers/speaker-list.css';

export interface MinutesEditorProps {
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  /** The document, asked for as soon as the session was opened; trying again asks anew. */
  readonly firstLoad: DocumentLoad;
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
  /** Takes what writes the sentences of the meeting; the answer takes it back. */
  readonly registerMeeting: (notes: MeetingNotes) => () => void;
}

/** The minutes of one session: loads them, lets them be written, and saves them as they grow. */
function Minutes(props: MinutesEditorProps) {
  const sessionId = props.session.id;
  const [{ attempt, load }, setTry] = useState({ attempt: 0, load: props.firstLoad });
  return (
    <MinutesLoader
      {...props}
      key={`${sessionId} ${attempt}`}
      load={load}
      onRetry={() => setTry({ attempt: attempt + 1, load: loadDocument(sessionId) })}
    />
  );
}

/** Typing changes the save state four times a second; the editor has no part in drawing that. */
export const MinutesEditor = memo(Minutes);

function MinutesLoader({
  load,
  onRetry,
  ...props
}: MinutesEditorProps & {
  readonly load: DocumentLoad;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation('editor');
  const { onSaveState } = props;
  const [loaded, setLoaded] = useState(load.loaded);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    let isCurrent = true;
    load.promise
      .then((document) => {
        if (!isCurrent) return;
        setLoaded(document);
        if (document.sequence > 0) onSaveState({ type: 'saved', atMs: document.savedAtMs });
      })
      .catch((error: unknown) => {
        if (isCurrent) setFailure(error);
      });
    return () => {
      isCurrent = false;
    };
  }, [load, onSaveState]);

  if (failure !== null) {
    return (
      <EmptyState title={t('loadFailed')} actions={<Button onPress={onRetry}>{t('retry')}</Button>}>
        {describeError(failure)}
      </EmptyState>
    );
  }
  if (!loaded) return <p className="page-loading">{t('loading')}</p>;
  return <LoadedEditor {...props} loaded={loaded} />;
}

const NOTICES = {
  'images-dropped': 'imagesDropped',
  'filter-refused': 'filterRefused',
} as const satisfies Record<PasteNotice | 'filter-refused', string>;

function LoadedEditor({
  session,
  attendance,
  onAttendanceChanged,
  openAt,
  onSaveState,
  onShowPage,
  registerFlush,
  registerCommands,
  registerMeeting,
  loaded,
}: MinutesEditorProps & { readonly loaded: LoadedDocument }) {
  const { t: translate } = useTranslation('editor');
  const t: Translate = useCallback((key, values) => translate(key, { ...values }), [translate]);
  const host = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const [desk, setDesk] = useState<MinutesDesk | null>(null);
  const [details, setDetails] = useState<DetailsRequest | null>(null);
  const [isLinking, setIsLinking] = useState(false);
  const isReadOnly = session.status === 'final';

  // The editor outlives renders; it reads what changes through this.
  const present = { session, attendance, onAttendanceChanged, onSaveState, onShowPage, openAt, t };
  const latest = useRef(present);
  useEffect(() => {
    latest.current = present;
    desk?.update(session, attendance);
  });

  const deskRef = useRef<MinutesDesk | null>(null);
  const leave = useCallback((direction: Direction) => {
    if (root.current === null) return;
    goAround(root.current, direction, () => deskRef.current?.editor.view.focus());
  }, []);
  // What stands around the page is left by the same keys everywhere; its arrow keys are its own.
  useKeysWithin(root, (event) => {
    if (event.key !== 'F6' || !isAround(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    leave(event.shiftKey ? 'backward' : 'forward');
  });
  useKeysWithin(toolbar, (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    desk?.editor.view.focus();
  });

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
      onDetails: (id, field) => setDetails({ id, field }),
      onLink: () => setIsLinking(true),
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
  }, [loaded, leave]);

  // Once the tools around it stand too, so that the page is laid out once.
  useLayoutEffect(() => {
    const isShown = host.current !== null && host.current.offsetParent !== null;
    if (desk && isShown && latest.current.openAt === null) desk.focusPage();
  }, [desk]);

  // The page can be written on before the tools around it are drawn; their places are kept.
  const [hasTools, setHasTools] = useState(false);
  useEffect(() => {
    if (!desk) return undefined;
    const frame = requestAnimationFrame(() => startTransition(() => setHasTools(true)));
    return () => cancelAnimationFrame(frame);
  }, [desk]);

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
  useSearchCommands(desk, registerCommands);
  useEffect(() => onAppEvent('app.woke', () => desk?.resetClock()), [desk]);
  useEffect(() => (desk ? registerMeeting(desk.meeting) : undefined), [desk, registerMeeting]);
  useEffect(() => {
    if (!desk || !openAt) return undefined;
    // The parts around the page follow the caret from the next frame on.
    const frame = requestAnimationFrame(() => desk.showHit(openAt));
    return () => cancelAnimationFrame(frame);
  }, [desk, openAt]);

  const responsibles = useMemo(
    () => [
      ...new Set(
        attendance
          .flatMap((attendee) => [attendeeLabel(attendee), attendee.organizationName])
          .filter((name) => name !== ''),
      ),
    ],
    [attendance],
  );
  const closeDetails = (): void => {
    setDetails(null);
    desk?.editor.view.focus();
  };
  const closeLink = (): void => {
    setIsLinking(false);
    requestAnimationFrame(() => desk?.editor.view.focus());
  };

  return (
    <div ref={root} className="minutes-editor">
      {!isReadOnly && (
        <div ref={toolbar} className="minutes-toolbar">
          {desk && hasTools && (
            <EditorToolbar editor={desk.editor} run={desk.run} runCommand={desk.runCommand} />
          )}
        </div>
      )}
      {isReadOnly && <p className="minutes-notice">{t('readOnly')}</p>}
      {desk && <FindBar desk={desk} attendance={attendance} isReadOnly={isReadOnly} />}
      {desk && <FilterBar desk={desk} attendance={attendance} />}
      <div className="minutes-desk">
        {desk && (
          <OutlinePanel
            desk={desk}
            t={t}
            isReadOnly={isReadOnly}
            registerCommands={registerCommands}
          />
        )}
        <div className="minutes-scroll">
          {/* The minutes are Indonesian, whatever language the window speaks. */}
          <div ref={host} className="minutes-sheet" data-status={session.status} lang="id" />
        </div>
        {desk && hasTools ? (
          <SpeakerRail
            desk={desk.speakers}
            head={<PresentCount session={session} attendance={attendance} />}
            onLeave={leave}
          />
        ) : (
          <div className="speaker-rail" />
        )}
      </div>
      {desk && details && (
        <BlockDetails
          key={details.id}
          desk={desk}
          session={session}
          responsibles={responsibles}
          request={details}
          t={t}
          onClose={closeDetails}
        />
      )}
      {desk && (
        <HistoryView
          desk={desk}
          session={session}
          attendance={attendance}
          t={t}
          registerCommands={registerCommands}
        />
      )}
      {desk && (
        <StatisticsDialog desk={desk} attendance={attendance} registerCommands={registerCommands} />
      )}
      {desk && isLinking && <LinkDialog desk={desk} t={t} onClose={closeLink} />}
    </div>
  );
}
