// The features that the shell puts together. Replace a placeholder by the feature's own component
// as it becomes ready: export { LibraryPage } from '../features/library/library-page.tsx';
export { AttendancePanel } from '../features/attendance/attendance-panel.tsx';
export { BackupsDialog } from '../features/backups/backups-dialog.tsx';
export { FirstRun } from '../features/first-run/first-run.tsx';
export { LibraryPage } from '../features/library/library-page.tsx';
export { SessionDataPanel } from '../features/session-data/session-data-panel.tsx';
export { SettingsDialog } from '../features/settings/settings-dialog.tsx';
export { SearchPanel } from '../features/search/search-panel.tsx';
export { MinutesEditor } from '../features/editor/minutes-editor.tsx';
