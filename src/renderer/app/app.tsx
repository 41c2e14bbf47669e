import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';

import type { View } from '../../shared/contract/app.ts';
import { refusalIn } from '../../shared/contract/command-refusals.ts';
import type { CommandId } from '../../shared/contract/commands.ts';
import type { RefusedSessionFile } from '../../shared/contract/exchange.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import type { DayId, SessionId } from '../../shared/ids.ts';
import { api, onAppEvent } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { saveEverything } from '../api/unsaved.ts';
import { ImportStatus } from '../features/imports/import-status.tsx';
import { SearchPanel } from '../features/search/search-panel.tsx';
import { askedText } from '../features/search/search-state.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Toasts, showToast } from '../ui/toast.tsx';
import { CommandPalette } from './command-palette.tsx';
import { createCommandRegistry, useCommands } from './commands.ts';
import { holdKeys } from './early-keys.ts';
import { setLanguage } from './i18n.ts';
import type { DialogName } from './overlays.tsx';
import { Overlays } from './overlays.tsx';
import {
  AboutDialog,
  FirstRun,
  HandAround,
  ImportsPage,
  LibraryPage,
  RefusedFileDialog,
  loadRestLater,
} from './parts.tsx';
import { openingOf } from './opening.ts';
import type { OpenSession, SessionPlace } from './opening.ts';
import { appInfoQuery, profileQuery, statusOf } from './queries.ts';
import { SearchButton } from './search-button.tsx';
import { SessionPage } from './session-page.tsx';
import { StartFailure } from './start-failure.tsx';
import { useAbout } from './use-about.ts';
import { useAppCommands } from './use-app-commands.ts';
import { useMenuCommands, useShortcuts } from './shortcuts.ts';
import type { SessionTab } from './use-session-tab.ts';
import { useTheme } from './use-theme.ts';
import { useView } from './use-view.ts';
import { useTableExport } from './use-table-export.ts';
import './app.css';

/** Where a search hit is opened. */
const TAB_OF_FIELD = {
  block: 'minutes',
  session: 'data',
  attendance: 'attendance',
  addendum: 'minutes',
  file: 'files',
} as const satisfies Record<SearchHit['field'], SessionTab>;

/** These need something of the window; the others are dialogs alone. */
const OWN_OVERLAYS = ['search', 'about', 'imports', 'palette', 'remove-examples'] as const;
type OwnOverlay = (typeof OWN_OVERLAYS)[number];
type Overlay = OwnOverlay | DialogName;

const isDialog = (overlay: Overlay | null): overlay is DialogName =>
  overlay !== null && !OWN_OVERLAYS.some((own) => own === overlay);

/** What lies over the whole page: nothing beneath it takes keys then. */
const coversPage = (overlay: Overlay | null): boolean =>
  overlay === 'search' || overlay === 'imports';

/** The window: the library or one session, and what can lie over either. */
export function App({ opening }: { readonly opening: OpenSession | null }) {
  const info = useQuery(appInfoQuery);
  if (info.isError) return <LoadFailure error={info.error} />;
  if (info.data === undefined) return null;
  if (info.data.startFailure !== null) {
    return <StartFailure failure={info.data.startFailure} dataFolder={info.data.dataFolder} />;
  }
  return <Shell opening={opening} firstView={info.data.view} />;
}

/** What stands in place of an empty window where even the first question was not answered. */
function LoadFailure({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('app');
  return (
    <main className="start-failure">
      <EmptyState
        level={1}
        title={t('startFailed')}
        actions={<Button onPress={() => window.location.reload()}>{t('retry')}</Button>}
      >
        <p role="alert">{describeError(error)}</p>
      </EmptyState>
    </main>
  );
}

/** What is signed while the device goes from hand to hand. */
interface HandedAround {
  readonly sessionId: SessionId;
  readonly dayId: DayId | null;
}

/** A session that was opened from the results of a search. */
interface FoundSession {
  readonly sessionId: SessionId;
  readonly text: string;
}

interface ShellProps {
  readonly opening: OpenSession | null;
  readonly firstView: View;
}

function Shell({ opening, firstView }: ShellProps) {
  const tableExport = useTableExport();
  const { t } = useTranslation('app');
  const queries = useQueryClient();
  const profile = useQuery(profileQuery);
  const [session, setSession] = useState(opening);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [searchWish, setSearchWish] = useState(0);
  const [found, setFound] = useState<FoundSession | null>(null);
  const [refused, setRefused] = useState<RefusedSessionFile | null>(null);
  const [registry] = useState(createCommandRegistry);
  const [handAround, setHandAround] = useState<HandedAround | null>(null);
  const isHandedAround = handAround !== null;
  useEffect(loadRestLater, []);

  useTheme(profile.data?.theme ?? 'system');
  const view = useView(firstView, session !== null);
  const language = profile.data?.language ?? 'id';
  useEffect(() => {
    void setLanguage(language);
    void api('app.setLanguage', { language });
  }, [language]);

  useEffect(
    () =>
      onAppEvent('storage.replaced', () => {
        setSession(null);
        setOverlay(null);
        setHandAround(null);
        void queries.resetQueries();
      }),
    [queries],
  );

  // In the corner and without the focus: it must not interrupt who is typing.
  useEffect(
    () =>
      onAppEvent('backup.failed', ({ code }) =>
        showToast({
          tone: 'info',
          text: `${t('backups:automaticFailed')} ${describeError(new AppError(code))}`,
        }),
      ),
    [t],
  );

  const openId = session?.id;
  const run = useCallback(
    (command: CommandId) => {
      // Who has the device in hand reaches nothing but their own signature.
      if (isHandedAround) return;
      // The menu and the list of commands say why; a key that means nothing here does nothing.
      const status = statusOf(queries, openId);
      if (status !== null && refusalIn(command, status) !== null) return;
      if (!registry.run(command)) showToast({ tone: 'info', text: t('needsSession') });
    },
    [registry, isHandedAround, queries, openId, t],
  );
  useMenuCommands(run);
  useShortcuts(run);

  /** Goes back to the library; false where the session stays open, because it is not saved. */
  const leaveSession = useCallback(async (): Promise<boolean> => {
    if (!(await saveEverything())) {
      showToast({ tone: 'error', text: t('stillUnsaved') });
      return false;
    }
    setSession(null);
    void queries.invalidateQueries({ queryKey: ['sessions'] });
    void api('app.sessionClosed', {});
    return true;
  }, [queries, t]);

  const openSession = useCallback(
    async (next: SessionPlace): Promise<void> => {
      if (session !== null && session.id !== next.id && !(await leaveSession())) return;
      const releaseKeys = holdKeys();
      const opened =
        session?.id === next.id ? { ...next, load: session.load } : await openingOf(queries, next);
      setOverlay(null);
      setSession(opened);
      releaseKeys(true);
      void api('app.sessionOpened', { id: next.id });
    },
    [session, leaveSession, queries],
  );

  // At once, so that what is typed right after the shortcut goes where the eyes are.
  const show = (next: Overlay): void => flushSync(() => setOverlay(next));
  const openSearch = useCallback((): void => {
    flushSync(() => setOverlay('search'));
    setSearchWish((count) => count + 1);
  }, []);

  const about = useAbout(() => show('about'));
  const appCommands = useAppCommands({
    onSessionMade: (id) => openSession({ id, tab: 'data', openAt: null }),
    onSessionTaken: (id) => openSession({ id, tab: 'minutes', openAt: null }),
    onFileRefused: setRefused,
  });
  useCommands(registry, {
    ...appCommands,
    ...view.commands,
    'library.open': () => void leaveSession(),
    'search.open': openSearch,
    'imports.open': () => show('imports'),
    'about.open': about.ask,
    'palette.open': () => show('palette'),
    'settings.open': () => show('settings'),
    'office.manage': () => show('office'),
    'templates.manage': () => show('templates'),
    'signing.signFile': () => show('signFile'),
    'signing.identities': () => show('identities'),
    'trust.manage': () => show('trust'),
    'checking.open': () => show('check'),
    'words.manage': () => show('words'),
    'backup.manage': () => show('backups'),
    'archive.check': () => show('archive'),
    'examples.remove': () => show('remove-examples'),
    'help.keyboard': () => show('keyboard'),
    'help.licences': () => show('licences'),
  });

  if (profile.isError) return <LoadFailure error={profile.error} />;
  if (profile.data === undefined) return null;
  if (!profile.data.isSetUp) {
    return (
      <>
        <Suspense>
          <FirstRun onDone={() => void queries.invalidateQueries()} />
        </Suspense>
        <Toasts label={t('notifications')} closeLabel={t('close')} />
      </>
    );
  }

  const startHandAround = async (id: SessionId, dayId: DayId | null): Promise<void> => {
    // The session leaves the page with all names in it; what is unsaved is saved first.
    if (await leaveSession()) setHandAround({ sessionId: id, dayId });
  };
  if (handAround !== null) {
    return (
      <Suspense>
        <HandAround
          {...handAround}
          onLeave={() => {
            const { sessionId: id } = handAround;
            void openSession({ id, tab: 'attendance', openAt: null }).then(() =>
              setHandAround(null),
            );
          }}
        />
      </Suspense>
    );
  }

  const closeOverlay = (): void => setOverlay(null);
  return (
    <div className={`shell ${view.className}`}>
      <header className="shell-top" inert={coversPage(overlay)}>
        <span className="shell-name">{t('appName')}</span>
        <SearchButton
          resultsFor={found !== null && found.sessionId === session?.id ? found.text : null}
          onOpen={openSearch}
        />
        <div className="shell-side">
          <ImportStatus onShow={() => show('imports')} />
          <span className="shell-office">{profile.data.officeName}</span>
        </div>
      </header>
      <main className="shell-main" inert={coversPage(overlay)}>
        <Suspense>
          {session === null ? (
            <LibraryPage
              onOpenSession={(id) => void openSession({ id, tab: 'minutes', openAt: null })}
              onOpenSessionFile={() => run('session.openJson')}
              onImport={() => show('imports')}
              onExport={tableExport.sessions}
              onCreateSession={(id) => void openSession({ id, tab: 'data', openAt: null })}
            />
          ) : (
            <SessionPage
              key={session.id}
              opening={session}
              commands={registry}
              onBack={() => void leaveSession()}
              onAbout={about.show}
              onHandAround={(dayId) => void startHandAround(session.id, dayId)}
            />
          )}
        </Suspense>
      </main>
      <Suspense>
        {overlay === 'search' && (
          <div className="shell-overlay">
            <SearchPanel
              wish={searchWish}
              onClose={closeOverlay}
              onAbout={(hit) => void about.showSpeaker(hit)}
              onOpen={({ sessionId, blockId, field }, words) => {
                setFound({ sessionId, text: askedText() });
                void openSession({
                  id: sessionId,
                  tab: TAB_OF_FIELD[field],
                  openAt: blockId === null ? null : { blockId, words },
                });
              }}
            />
          </div>
        )}
        {overlay === 'about' && (
          <AboutDialog
            key={about.subject?.id}
            subject={about.subject}
            onClose={() => setOverlay(about.isFromSearch ? 'search' : null)}
            onOpen={({ sessionId, blockId, tab }) =>
              void openSession({
                id: sessionId,
                tab,
                openAt: blockId === null ? null : { blockId, words: [] },
              })
            }
          />
        )}
        {overlay === 'imports' && (
          <div className="shell-overlay">
            <ImportsPage
              onClose={closeOverlay}
              onOpenSession={(id) => void openSession({ id, tab: 'minutes', openAt: null })}
              leaveSession={async () => session === null || leaveSession()}
            />
          </div>
        )}
        <CommandPalette
          isOpen={overlay === 'palette'}
          hasSession={session !== null}
          status={statusOf(queries, openId)}
          onClose={closeOverlay}
          onRun={run}
        />
        {refused !== null && (
          <RefusedFileDialog refused={refused} onClose={() => setRefused(null)} />
        )}
      </Suspense>
      <Overlays
        open={isDialog(overlay) ? overlay : null}
        onClose={closeOverlay}
        leaveSession={leaveSession}
        onOpenSession={(id) => void openSession({ id, tab: 'minutes', openAt: null })}
      />
      <ConfirmDialog
        isOpen={overlay === 'remove-examples'}
        title={t('removeExamplesTitle')}
        confirmLabel={t('removeExamples')}
        cancelLabel={t('cancel')}
        onCancel={closeOverlay}
        onConfirm={() => {
          closeOverlay();
          void removeExamples();
        }}
      >
        {t('removeExamplesText')}
      </ConfirmDialog>
      <Toasts label={t('notifications')} closeLabel={t('close')} />
    </div>
  );

  async function removeExamples(): Promise<void> {
    try {
      // An open example would go on saving into a session that is no longer there.
      if (!(await leaveSession())) return;
      const { removed, kept } = await api('examples.remove', {});
      const rest = kept > 0 ? ` ${t('examplesKept', { total: kept })}` : '';
      showToast({ tone: 'success', text: t('examplesRemoved', { count: removed }) + rest });
      void queries.invalidateQueries();
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  }
}
