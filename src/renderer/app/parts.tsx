import { lazy } from 'react';

// Each view is loaded when it is first shown, so that a start reads only what it shows; the rest is
// fetched from disk while the window is idle.
const loaders = {
  attendance: () => import('../features/attendance/attendance-panel.tsx'),
  backups: () => import('../features/backups/backups-dialog.tsx'),
  data: () => import('../features/session-data/session-data-panel.tsx'),
  editor: () => import('../features/editor/minutes-editor.tsx'),
  firstRun: () => import('../features/first-run/first-run.tsx'),
  library: () => import('../features/library/library-page.tsx'),
  settings: () => import('../features/settings/settings-dialog.tsx'),
};

export const AttendancePanel = lazy(async () => ({
  default: (await loaders.attendance()).AttendancePanel,
}));
export const BackupsDialog = lazy(async () => ({
  default: (await loaders.backups()).BackupsDialog,
}));
export const SessionDataPanel = lazy(async () => ({
  default: (await loaders.data()).SessionDataPanel,
}));
export const MinutesEditor = lazy(async () => ({
  default: (await loaders.editor()).MinutesEditor,
}));
export const FirstRun = lazy(async () => ({ default: (await loaders.firstRun()).FirstRun }));
export const LibraryPage = lazy(async () => ({ default: (await loaders.library()).LibraryPage }));
export const SettingsDialog = lazy(async () => ({
  default: (await loaders.settings()).SettingsDialog,
}));

/** Begins to load a view that is about to be shown. */
export function loadFirst(view: keyof typeof loaders): void {
  void loaders[view]();
}

/** Long enough for the first view to be drawn and typed into, also on a slow computer. */
const REST_AFTER_MS = 2500;

/** Loads the views that were not shown yet once the first one stands; answers with the way to stop. */
export function loadRestLater(): () => void {
  const timer = setTimeout(() => {
    requestIdleCallback(() => {
      for (const load of Object.values(loaders)) void load();
    });
  }, REST_AFTER_MS);
  return () => clearTimeout(timer);
}
