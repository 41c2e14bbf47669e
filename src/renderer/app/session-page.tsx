import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, FileDown, Signature } from 'lucide-react';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

import type { GapPlace } from '../../shared/official/gaps.ts';
import type { AboutSubject } from '../../shared/contract/about.ts';
import type { CopyForm } from '../../shared/contract/exchange.ts';
import type { BlockId, DayId } from '../../shared/ids.ts';
import { describeError } from '../api/describe-error.ts';
import { holdsUnsaved } from '../api/unsaved.ts';
import { PresentCount } from '../features/editor/presence/present-count.tsx';
import { SaveStateLabel } from '../features/editor/saving/save-state-label.tsx';
import { createSaveStateStore } from '../features/editor/saving/save-state-store.ts';
import { PlayerBar } from '../features/files/player-bar.tsx';
import { useCopy } from '../features/exchange/use-copy.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { CommandRegistry } from './commands.ts';
import { useCommands } from './commands.ts';
import type { OpenSession } from './opening.ts';
import { attendanceQuery, sessionQuery } from './queries.ts';
import {
  AttendancePanel,
  ExportDialog,
  FilesPanel,
  MinutesEditor,
  SaveSessionDialog,
  SessionDataPanel,
  SignDialog,
} from './parts.tsx';
import { FinalsBars, FinalsDialogs } from './session-finals.tsx';
import { MeetingButtons, MeetingState } from './meeting-controls.tsx';
import { PreviewPlace } from './preview-place.tsx';
import { useFinals } from './use-finals.ts';
import { useExport } from './use-export.ts';
import { useTableExport } from './use-table-export.ts';
import { useRecording } from './use-recording.ts';
import { useMeeting } from './use-meeting.ts';
import { SessionMarks } from './session-marks.tsx';
import { useSessionMarks } from './use-session-marks.ts';
import { useSessionTab } from './use-session-tab.ts';
import './session-page.css';

interface SessionPageProps {
  readonly opening: OpenSession;
  readonly commands: CommandRegistry;
  readonly onBack: () => void;
  /** Shows everything about somebody of the attendance. */
  readonly onAbout: (subject: AboutSubject) => void;
  /** The device goes from hand to hand to be signed on; the page goes away for it. */
  readonly onHandAround: (dayId: DayId | null) => void;
}

/** One session: its minutes, attendance and data, with the state of saving always in sight. */
export function SessionPage({
  opening,
  commands,
  onBack,
  onAbout,
  onHandAround,
}: SessionPageProps) {
  const { t } = useTranslation('app');
  const { id, openAt } = opening;
  const queries = useQueryClient();
  const session = useQuery(sessionQuery(id));
  const attendance = useQuery(attendanceQuery(id));
  const isLoaded = session.data !== undefined && attendance.data !== undefined;
  const { tab, rootRef, setTab, goToTab } = useSessionTab(opening, isLoaded);
  // From then on it stays mounted, so that what it refused is still there to be corrected.
  const [hasShownData, setShownData] = useState(false);
  if (tab === 'data' && !hasShownData) setShownData(true);
  const [saveStates] = useState(createSaveStateStore);
  const { isExporting, exportNotula } = useExport(id);
  const tableExport = useTableExport();
  const [hasExportDialog, setExportDialog] = useState(false);
  const [hasPreview, setPreview] = useState(false);
  const closePreview = (): void => {
    setPreview(false);
    goToTab(tab);
  };
  const marks = useSessionMarks({ id, commands, onHandAround });
  const finals = useFinals({ id, session: session.data, opening, commands, setTab, goToTab });
  const previewFacts = useMemo(
    () => [session.data, attendance.data, marks.list, finals.addenda],
    [session.data, attendance.data, marks.list, finals.addenda],
  );
  const showFiles = useCallback(() => setTab('files'), [setTab]);
  const recording = useRecording(id, showFiles);
  const [hasSaveDialog, setSaveDialog] = useState(false);
  const [hasSignDialog, setSignDialog] = useState(false);
  const copy = useCopy(id);
  const copyWhole = (type: 'session' | 'press', form: CopyForm) => (): void =>
    void copy({ type }, form);
  const copyItem = useCallback(
    (blockId: BlockId, form: CopyForm) => void copy({ type: 'item', blockId }, form),
    [copy],
  );

  const meeting = useMeeting({
    id,
    isPageShown: tab === 'minutes',
    onOpened: () => goToTab('minutes'),
  });
  useCommands(commands, {
    'session.minutes': () => goToTab('minutes'),
    'session.attendance': () => goToTab('attendance'),
    'session.data': () => goToTab('data'),
    'session.files': () => goToTab('files'),
    ...recording.commands,
    'meeting.step': meeting.step,
    'meeting.end': meeting.end,
    'meeting.takeBack': meeting.takeBack,
    'session.export': () => void exportNotula(),
    'session.preview': () => (hasPreview ? closePreview() : setPreview(true)),
    'session.documents': () => setExportDialog(true),
    'signing.sign': () => setSignDialog(true),
    'session.saveJson': () => setSaveDialog(true),
    'copy.sessionFormatted': copyWhole('session', 'formatted'),
    'copy.sessionPlain': copyWhole('session', 'plain'),
    'copy.sessionMarkdown': copyWhole('session', 'markdown'),
    'copy.pressFormatted': copyWhole('press', 'formatted'),
    'copy.pressPlain': copyWhole('press', 'plain'),
    'copy.pressMarkdown': copyWhole('press', 'markdown'),
  });
  const showPage = useCallback(() => flushSync(() => setTab('minutes')), [setTab]);
  const refreshAttendance = useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['attendance', id] });
  }, [queries, id]);

  const goToGap = (place: GapPlace): void => {
    setExportDialog(false);
    switch (place) {
      case 'session-data':
        return goToTab('data');
      case 'attendance':
      case 'minutes':
        return goToTab(place);
      case 'office-settings':
        commands.run('office.manage');
    }
  };

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
  const { title, kind } = session.data;

  return (
    <>
      <Tabs
        ref={rootRef}
        className="session-page"
        selectedKey={tab}
        onSelectionChange={(key) => {
          if (key === 'minutes' || key === 'attendance' || key === 'data' || key === 'files') {
            setTab(key);
          }
        }}
      >
        <header className="session-header">
          <Button variant="quiet" onPress={onBack}>
            <ArrowLeft size={16} aria-hidden />
            {t('back')}
          </Button>
          <h1 className="session-title" title={title}>
            {kind && !title.toLocaleLowerCase('id').startsWith(kind.toLocaleLowerCase('id')) && (
              <span className="session-kind">{kind}</span>
            )}
            {title || t('untitled')}
          </h1>
          <MeetingState session={session.data} />
          <span className="visually-hidden" aria-live="polite">
            {meeting.announcement}
          </span>
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
            <Tab id="files" className="session-tab">
              {t('tabFiles')}
              {recording.files.length > 0 && (
                <span className="session-tab-count">{recording.files.length}</span>
              )}
            </Tab>
          </TabList>
          <div className="session-actions">
            <MeetingButtons
              session={session.data}
              onStep={meeting.step}
              onEnd={meeting.end}
              onFinalise={() => finals.show({ type: 'finalise' })}
            />
            {session.data.status === 'final' && (
              <Button onPress={() => setSignDialog(true)}>
                <Signature size={16} aria-hidden />
                {t('sign')}
              </Button>
            )}
            <Button
              variant="primary"
              isDisabled={isExporting}
              onPress={() => setExportDialog(true)}
            >
              <FileDown size={16} aria-hidden />
              {t(isExporting ? 'exporting' : 'export')}
            </Button>
          </div>
        </div>
        <FinalsBars session={session.data} finals={finals} commands={commands} />
        <PlayerBar player={recording.player} zone={session.data.zone} />
        <PreviewPlace
          sessionId={id}
          isOpen={hasPreview}
          onClose={closePreview}
          saveStates={saveStates}
          facts={previewFacts}
        >
          {/* The editor stays mounted, so that undo and what is unsaved survive a look at another tab. */}
          <TabPanel id="minutes" className="session-panel" shouldForceMount>
            <Suspense>
              <MinutesEditor
                session={session.data}
                attendance={attendance.data}
                firstLoad={opening.load}
                onAttendanceChanged={refreshAttendance}
                openAt={finals.places.openAt ?? openAt}
                onSaveState={saveStates.set}
                onShowPage={showPage}
                registerFlush={holdsUnsaved}
                registerCommands={commands.register}
                registerMeeting={meeting.registerNotes}
                onCopyItem={copyItem}
                onPlayFrom={recording.playFrom}
                addenda={finals.addenda}
                onAddendum={finals.askForAddendum}
              />
            </Suspense>
          </TabPanel>
          <TabPanel id="attendance" className="session-panel">
            <Suspense>
              <AttendancePanel
                session={session.data}
                signing={marks.signing}
                onExport={(format) => tableExport.attendance(session.data.id, format)}
                shownLine={finals.places.line}
                onAbout={onAbout}
                head={(lines) =>
                  session.data.quorum !== null && (
                    <div className="session-present">
                      <PresentCount session={session.data} attendance={lines} />
                    </div>
                  )
                }
              />
            </Suspense>
          </TabPanel>
          <TabPanel id="data" className="session-panel" shouldForceMount={hasShownData}>
            <Suspense>
              <SessionDataPanel
                session={session.data}
                onShow={() => flushSync(() => setTab('data'))}
                shownDays={finals.places.days}
              />
            </Suspense>
          </TabPanel>
          <TabPanel id="files" className="session-panel">
            <Suspense>
              <FilesPanel session={session.data} player={recording.player} />
            </Suspense>
          </TabPanel>
        </PreviewPlace>
      </Tabs>
      <FinalsDialogs session={session.data} finals={finals} onEndMeeting={meeting.end} />
      {/* Not within the tabs, which draw what is in them twice to find out which tabs there are. */}
      <Suspense>
        {hasExportDialog && (
          <ExportDialog
            sessionId={id}
            onClose={() => setExportDialog(false)}
            onGoTo={goToGap}
            onSign={(signed) => {
              setExportDialog(false);
              marks.signDocument(signed);
            }}
            onCopy={(type) => {
              setExportDialog(false);
              void copy({ type }, 'formatted');
            }}
          />
        )}
        {hasSignDialog && (
          <SignDialog
            sessionId={id}
            isFinal={session.data.status === 'final'}
            onClose={() => setSignDialog(false)}
            onFinalise={() => {
              setSignDialog(false);
              commands.run('session.finalise');
            }}
          />
        )}
        <SessionMarks session={session.data} attendance={attendance.data} marks={marks} />
        {hasSaveDialog && <SaveSessionDialog sessionId={id} onClose={() => setSaveDialog(false)} />}
      </Suspense>
    </>
  );
}
