// The features that the shell puts together. Replace a placeholder by the feature's own component
// as it becomes ready: export { LibraryPage } from '../features/library/library-page.tsx';
export {
  AttendancePanel,
  FirstRun,
  LibraryPage,
  MinutesEditor,
  SaveStateLabel,
  SearchPanel,
  SessionDataPanel,
  SettingsDialog,
} from './placeholders.tsx';
export { BackupsDialog } from '../features/backups/backups-dialog.tsx';
