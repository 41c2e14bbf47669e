import { app, nativeTheme, shell } from 'electron';

import { viewSchema } from '../shared/contract/app.ts';
import { answerIn } from '../shared/contract/envelope.ts';
import type { CallResult } from '../shared/contract/index.ts';
import type { Profile } from '../shared/contract/profile.ts';
import type { SessionStatus } from '../shared/minutes/session.ts';
import { createArchiveCheck } from './app/archive-check.ts';
import { createAttendanceFiles } from './app/attendance-files.ts';
import { createBackups } from './app/backups.ts';
import { guardClosing } from './app/closing.ts';
import type { Closing } from './app/closing.ts';
import { createCheckSheet } from './app/check-sheet.ts';
import { createChecking } from './app/checking.ts';
import { createExchange } from './app/exchange.ts';
import { createExportAttachments } from './app/export-attachments.ts';
import { createExportPlaces } from './app/export-places.ts';
import { createExports } from './app/exports.ts';
import { createFiles } from './app/files.ts';
import { createHandAround } from './app/hand-around.ts';
import { createKeys } from './app/keys.ts';
import { createImports } from './app/imports.ts';
import { isOwnUrl, lockDown } from './app/lock-down.ts';
import { openLog } from './app/log.ts';
import { enableFor, installMenu } from './app/menu.ts';
import { dataPaths, isDataFolderWritable, nativeBinding, resourcePath } from './app/paths.ts';
import { openPreferences } from './app/preferences.ts';
import { FONTS_FOLDER, registerAppScheme, serveRenderer } from './app/protocol.ts';
import { createPreview } from './app/preview.ts';
import { bundledFonts } from './app/print-fonts.ts';
import { createPrintView } from './app/print-view.ts';
import { createResultsExport } from './app/results-export.ts';
import type { StorageCall } from './app/storage-call.ts';
import { createSessionPhotos } from './app/session-photos.ts';
import { createSigning } from './app/signing.ts';
import { createStorage } from './app/storage.ts';
import { createTables } from './app/tables.ts';
import { createTemplates } from './app/templates.ts';
import { createTrust } from './app/trust.ts';
import { createMainWindow } from './app/window.ts';
import { writeClipboard } from './app/write-clipboard.ts';
import { registerCalls, sendEvent } from './ipc/register.ts';
import { describeError } from './rpc/serve.ts';

app.enableSandbox();
registerAppScheme();

// In a folder that cannot be written no instance gets the lock; that one must run to say so.
if (app.requestSingleInstanceLock() || !isDataFolderWritable()) void run();
else app.quit();

async function run(): Promise<void> {
  const paths = dataPaths();
  const log = openLog(paths.log);
  process.on('uncaughtException', (error) => log(`main: ${error.stack ?? error.message}`));
  process.on('unhandledRejection', (reason) => log(`main: ${describeError(reason)}`));

  const clock = Date.now;
  const preferences = openPreferences(paths.preferences);
  await app.whenReady();
  lockDown();
  serveRenderer(
    (id) => call('attachments.read', { id }),
    (id) => preview.read(id),
    (address, range) => files.read(address, range),
  );
  // Before the rest, the workers above all: its process starts meanwhile and needs the processor
  // first. Nothing is awaited from here on, so every call finds its handler.
  const window = createMainWindow(preferences);
  const storage = createStorage({
    workerFiles: {
      storage: new URL('./storage-worker.js', import.meta.url),
      search: new URL('./search-worker.js', import.meta.url),
    },
    archiveFile: paths.archive,
    searchFile: paths.search,
    backupFolder: paths.backups,
    wasSessionOpen: preferences.get().openSessionId !== null,
    examplesFile: resourcePath('examples', 'sessions.json'),
    rootWordsFile: resourcePath('dictionaries', 'id_ID.dic'),
    nativeBinding: nativeBinding(),
    log,
  });
  let closing: Closing | null = null;
  let language: Profile['language'] | null = null;
  let menuStatus: SessionStatus | null = null;

  // The contract states what the storage worker answers to each call.
  const call: StorageCall = async (name, input) =>
    answerIn(await storage.callStorage(name, input)) as CallResult<typeof name>;
  // A window that is only loaded again, as from its error page, begins with the library.
  let mayReopen = true;
  const takeReopen = () => {
    const { openSessionId } = preferences.get();
    const reopen = mayReopen ? openSessionId : null;
    mayReopen = false;
    return reopen;
  };
  const applyLanguage = (next: Profile['language']): void => {
    if (next === language) return;
    language = next;
    installMenu({
      language,
      onCommand: (command) => sendEvent(window, 'menu.command', { command }),
    });
    enableFor(menuStatus);
  };

  const backups = createBackups({
    paths,
    storage,
    nativeBinding: nativeBinding(),
    clock,
    log,
    onReplaced: () => {
      preferences.update({ openSessionId: null });
      sendEvent(window, 'storage.replaced', {});
      imports.goOn();
    },
    onFailed: (code) => sendEvent(window, 'backup.failed', { code }),
  });
  const places = createExportPlaces({
    window: () => window,
    preferences,
    language: () => language ?? 'id',
  });
  const exports = createExports({
    places,
    preferences,
    record: (sessionId) => storage.callStorage('documents.record', { sessionId }),
    phones: (sessionId) => call('attendance.phones', { sessionId }),
    marks: (sessionId, kinds) => storage.callStorage('marks.forDocuments', { sessionId, kinds }),
    offices: (sessionId) => call('office.forSession', { sessionId }),
    photos: createSessionPhotos({ folder: paths.files, call, log }),
    attachments: createExportAttachments({ folder: paths.files, call, log }),
    onProgress: (progress) => sendEvent(window, 'exports.progress', progress),
    onIssued: (issued) => call('documents.issued', issued),
    clock,
    log,
  });
  const templates = createTemplates({
    window: () => window,
    language: () => language ?? 'id',
    exports,
    places,
    call,
    starterFile: resourcePath('templates', 'notula.docx'),
    clock,
    log,
  });

  const printView = createPrintView({ fonts: () => bundledFonts(FONTS_FOLDER, 'Arimo') });
  const preview = createPreview({
    exports,
    places,
    preferences,
    view: printView,
    log,
  });

  const exchange = createExchange({
    window: () => window,
    language: () => language ?? 'id',
    exports,
    places,
    call,
    collect: (input) => storage.callStorage('exchange.collect', input),
    log,
  });

  const files = createFiles({
    window: () => window,
    language: () => language ?? 'id',
    paths,
    nativeBinding: nativeBinding(),
    call,
    onProgress: (progress) => sendEvent(window, 'files.progress', progress),
    clock,
    log,
  });

  const imports = createImports({
    window: () => window,
    language: () => language ?? 'id',
    filesFolder: paths.files,
    call,
    onProgress: (progress) => sendEvent(window, 'imports.progress', progress),
    log,
  });

  const signingContext = {
    window: () => window,
    language: () => language ?? 'id',
    call,
    clock,
    log,
  };
  const keys = createKeys({ ...signingContext, places });
  const checking = createChecking(signingContext);
  const trust = createTrust({
    ...signingContext,
    checkedCertificate: checking.lastCertificate,
    onTrusted: checking.noteTrusted,
  });
  const signing = createSigning({ ...signingContext, exports, places, keys, checking });
  const minutesTaker = async () => {
    const { notulisName, officeName } = await call('profile.get', {});
    return { name: notulisName, office: officeName };
  };
  const checkSheet = createCheckSheet({
    report: checking.lastReport,
    checkedBy: minutesTaker,
    programVersion: app.getVersion(),
    exports,
    places,
    view: printView,
    log,
  });

  const resultsExport = createResultsExport({
    search: async (name, input) =>
      // The contract states what the search worker answers to each call.
      answerIn(await storage.callSearch(name, input)) as CallResult<typeof name>,
    exportedBy: minutesTaker,
    programVersion: app.getVersion(),
    exports,
    places,
    clock,
    log,
  });

  registerCalls({
    main: {
      ...createTables({ call, exports, places, clock, log }),
      ...createAttendanceFiles({ window: () => window, language: () => language ?? 'id', log }),
      ...createArchiveCheck({
        archiveFile: paths.archive,
        filesFolder: paths.files,
        nativeBinding: nativeBinding(),
        clock,
        log,
      }),
      ...backups.handlers,
      ...exports.handlers,
      ...preview.handlers,
      ...templates,
      ...exchange,
      ...files.handlers,
      ...imports.handlers,
      ...keys.handlers,
      ...trust,
      ...checking.handlers,
      ...checkSheet,
      ...resultsExport,
      ...signing,
      'app.info': async () => {
        const start = await storage.started();
        return {
          version: app.getVersion(),
          electron: process.versions.electron ?? '',
          dataFolder: paths.folder,
          startFailure: start.isReady ? null : { code: start.code, details: start.details },
          reopen: takeReopen(),
          view: preferences.get().view,
        };
      },
      'app.flushed': ({ isSaved }) => closing?.flushed(isSaved),
      'app.sessionOpened': ({ id }) => preferences.update({ openSessionId: id }),
      'app.sessionClosed': () => {
        preferences.update({ openSessionId: null });
        return backups.afterSessionClose();
      },
      'app.setTheme': ({ theme }) => {
        nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme;
      },
      'app.setView': ({ changes }) => {
        const { view } = preferences.get();
        preferences.update({ view: viewSchema.parse({ ...view, ...changes }) });
      },
      'app.setMenuSession': ({ status }) => {
        menuStatus = status;
        enableFor(status);
      },
      'app.copyText': ({ text }) => writeClipboard({ text, html: null }),
      'app.toggleFullScreen': () => window.setFullScreen(!window.isFullScreen()),
      'app.setHandAround': createHandAround(window),
      'app.setLanguage': ({ language: next }) => applyLanguage(next),
      'app.reportFailure': ({ name, frames }) => log(`window: ${name}\n${frames}`),
      'app.showDataFolder': async () => {
        await shell.openPath(paths.folder);
      },
      'app.quit': () => app.quit(),
    },
    storage: storage.callStorage,
    search: storage.callSearch,
    keepDropped: files.keepDropped,
    isTrusted: ({ senderFrame, sender }) =>
      senderFrame !== null &&
      senderFrame === sender.mainFrame &&
      sender === window.webContents &&
      isOwnUrl(senderFrame.url),
    // The workers name the failures of their databases themselves.
    mapError: () => null,
    logError: (name, error) => log(`${name}: ${describeError(error)}`),
  });

  applyLanguage('id');
  closing = guardClosing({
    window,
    language: () => language ?? 'id',
    beforeClose: () => backups.afterSessionClose(),
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`the window's process ended: ${reason}`);
    if (reason === 'clean-exit') return;
    mayReopen = true;
    window.reload();
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    preview.stop();
    files.stop();
    imports.stop();
    void Promise.all([storage.stop(), exports.stop()]).then(() => app.exit(0));
  });
  void storage.started().then(async ({ isReady }) => {
    if (!isReady) return;
    imports.goOn();
    await backups.afterStart();
    await files.sweep();
  });
}
