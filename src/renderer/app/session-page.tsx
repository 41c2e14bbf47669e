import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, FileDown, Play, Square } from 'lucide-react';
import { Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

import type { LoadedDocument } from '../../shared/contract/documents.ts';
import type { BlockId, SessionId } from '../../shared/ids.ts';
import { api } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { holdsUnsaved } from '../api/unsaved.ts';
import { SaveStateLabel } from '../features/editor/saving/save-state-label.tsx';
import { createSaveStateStore } from '../features/editor/saving/save-state-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { showToast } from '../ui/toast.tsx';
import type { CommandRegistry } from './commands.ts';
import { useCommands } from './commands.ts';
import { AttendancePanel, MinutesEditor, SessionDataPanel } from './parts.tsx';
import { StatusBadge } from './status-badge.tsx';
import { useExport } from './use-export.ts';
import { useSessionTab } from './use-session-tab.ts';
import type { SessionTab } from './use-session-tab.ts';
import './session-page.css';

/** A session and where in it to begin: one object for each time it is opened. */
export interface OpenSession {
  readonly id: SessionId;
  readonly tab: SessionTab;
  readonly openAt: { readonly blockId: BlockId; readonly words: readonly string[] } | null;
}

interface SessionPageProps {
  readonly opening: OpenSession;
  readonly commands: CommandRegistry;
  readonly onBack: () => void;
}

/** Asks for the document beside the facts; who shows it also shows that it failed. */
function loadDocument(sessionId: SessionId): Promise<LoadedDocument> {
  const load = api('documents.load', { sessionId });
  load.catch(() => undefined);
  return load;
}

/** What the button beside the export does next. */
const STATUS_STEPS = {
  rencana: 'begin',
  berlangsung: 'end',
  selesai: 'resume',
} as const;

/** One session: its minutes, attendance and data, with the state of saving always in sight. */
export function SessionPage({ opening, commands, onBack }: SessionPageProps) {
  const { t } = useTranslation('app');
  const { id, openAt } = opening;
  const queries = useQueryClient();
  const session = useQuery({
    queryKey: ['session', id],
    queryFn: () => api('sessions.get', { id }),
  });
  const attendance = useQuery({
    queryKey: ['attendance', id],
    queryFn: () => api('attendance.list', { sessionId: id }),
  });
  const [firstLoad] = useState(() => loadDocument(id));
  const isLoaded = session.data !== undefined && attendance.data !== undefined;
  const { tab, rootRef, setTab, goToTab } = useSessionTab(opening, isLoaded);
  // From then on it stays mounted, so that what it refused is still there to be corrected.
  const [hasShownData, setShownData] = useState(false);
  if (tab === 'data' && !hasShownData) setShownData(true);
  const [saveStates] = useState(createSaveStateStore);
  const { isExporting, exportNotula } = useExport(id);

  const setStatus = async (status: 'berlangsung' | 'selesai'): Promise<void> => {
    try {
      queries.setQueryData(['session', id], await api('sessions.setStatus', { id, status }));
      // A meeting that begins is written down from now on.
      if (status === 'berlangsung') goToTab('minutes');
      void queries.invalidateQueries({ queryKey: ['sessions'] });
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  };
  useCommands(commands, {
    'session.minutes': () => goToTab('minutes'),
    'session.attendance': () => goToTab('attendance'),
    'session.data': () => goToTab('data'),
    'session.begin': () => void setStatus('berlangsung'),
    'session.end': () => void setStatus('selesai'),
    'session.export': () => void exportNotula(),
  });
  const refreshAttendance = useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['attendance', id] });
  }, [queries, id]);

  const failure = session.error ?? attendance.error;
  if (failure !== null) {
    return (
      <EmptyState title={t('loadFailed')} actions={<Button onPress={onBack}>{t('back')}</Button>}>
        {describeError(failure)}
      </EmptyState>
    );
  }
  if (session.data === undefined || attendance.data === undefined) {
    return <p className="page-loading">{t('loading')}</p>;
  }
  const { status, title, kind } = session.data;

  return (
    <Tabs
      ref={rootRef}
      className="session-page"
      selectedKey={tab}
      onSelectionChange={(key) => {
        if (key === 'minutes' || key === 'attendance' || key === 'data') setTab(key);
      }}
    >
      <header className="session-header">
        <Button variant="quiet" onPress={onBack}>
          <ArrowLeft size={16} aria-hidden />
          {t('back')}
        </Button>
        <h1 className="session-title" title={title}>
          {kind && <span className="session-kind">{kind}</span>}
          {title || t('untitled')}
        </h1>
        <StatusBadge status={status} />
        <div className="session-save-state">
          <SaveStateLabel store={saveStates} />
        </div>
      </header>
      <div className="session-bar">
        <TabList className="session-tabs" aria-label={t('tabs')}>
          <Tab id="minutes" className="session-tab">
            {t('tabMinutes')}
          </Tab>
          <Tab id="attendance" className="session-tab">
            {t('tabAttendance')}
            <span className="session-tab-count">{attendance.data.length}</span>
          </Tab>
          <Tab id="data" className="session-tab">
            {t('tabData')}
          </Tab>
        </TabList>
        <div className="session-actions">
          {status !== 'final' && (
            <Button
              onPress={() => void setStatus(status === 'berlangsung' ? 'selesai' : 'berlangsung')}
            >
              {status === 'berlangsung' ? (
                <Square size={14} aria-hidden />
              ) : (
                <Play size={14} aria-hidden />
              )}
              {t(STATUS_STEPS[status])}
            </Button>
          )}
          <Button variant="primary" isDisabled={isExporting} onPress={() => void exportNotula()}>
            <FileDown size={16} aria-hidden />
            {t(isExporting ? 'exporting' : 'export')}
          </Button>
        </div>
      </div>
      {/* The editor stays mounted, so that undo and what is unsaved survive a look at another tab. */}
      <TabPanel id="minutes" className="session-panel" shouldForceMount>
        <Suspense>
          <MinutesEditor
            session={session.data}
            attendance={attendance.data}
            firstLoad={firstLoad}
            onAttendanceChanged={refreshAttendance}
            openAt={openAt}
            onSaveState={saveStates.set}
            registerFlush={holdsUnsaved}
            registerCommands={commands.register}
          />
        </Suspense>
      </TabPanel>
      <TabPanel id="attendance" className="session-panel">
        <Suspense>
          <AttendancePanel session={session.data} />
        </Suspense>
      </TabPanel>
      <TabPanel id="data" className="session-panel" shouldForceMount={hasShownData}>
        <Suspense>
          <SessionDataPanel session={session.data} />
        </Suspense>
      </TabPanel>
    </Tabs>
  );
}
