import { lazy, useState } from 'react';
import type { ComponentType } from 'react';

interface Part<Props> {
  readonly View: ComponentType<Props>;
  /** Loads the view's code; after that it is drawn at once. */
  readonly load: () => Promise<unknown>;
}

/** A view whose code is loaded when it is first shown, so that a start reads only what it shows. */
function part<Props extends object>(importView: () => Promise<ComponentType<Props>>): Part<Props> {
  let loaded: ComponentType<Props> | null = null;
  const load = async (): Promise<ComponentType<Props>> => {
    loaded = await importView();
    return loaded;
  };
  const Lazy = lazy(async () => ({ default: await load() }));
  return {
    load,
    View: function View(props) {
      // React waits a turn for whatever is lazy, also where it is there already. Chosen once: a
      // view that is shown must not be exchanged for itself.
      const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Lazy);
      return <Shown {...props} />;
    },
  };
}

const parts = {
  about: part(async () => (await import('../features/about/about-dialog.tsx')).AboutDialog),
  addenda: part(async () => (await import('../features/finals/addenda-dialog.tsx')).AddendaDialog),
  addendum: part(
    async () => (await import('../features/finals/addendum-dialog.tsx')).AddendumDialog,
  ),
  archive: part(async () => (await import('../features/finals/archive-dialog.tsx')).ArchiveDialog),
  attendance: part(
    async () => (await import('../features/attendance/attendance-panel.tsx')).AttendancePanel,
  ),
  backups: part(async () => (await import('../features/backups/backups-dialog.tsx')).BackupsDialog),
  check: part(async () => (await import('../features/checking/check-dialog.tsx')).CheckDialog),
  data: part(
    async () => (await import('../features/session-data/session-data-panel.tsx')).SessionDataPanel,
  ),
  editor: part(async () => (await import('../features/editor/minutes-editor.tsx')).MinutesEditor),
  export: part(async () => (await import('../features/export/export-dialog.tsx')).ExportDialog),
  files: part(async () => (await import('../features/files/files-panel.tsx')).FilesPanel),
  finalise: part(
    async () => (await import('../features/finals/finalise-dialog.tsx')).FinaliseDialog,
  ),
  firstRun: part(async () => (await import('../features/first-run/first-run.tsx')).FirstRun),
  identities: part(
    async () => (await import('../features/signing/identities-dialog.tsx')).IdentitiesDialog,
  ),
  imports: part(async () => (await import('../features/imports/imports-page.tsx')).ImportsPage),
  library: part(async () => (await import('../features/library/library-page.tsx')).LibraryPage),
  log: part(async () => (await import('../features/finals/log-dialog.tsx')).LogDialog),
  attendeeMark: part(
    async () => (await import('../features/marks/attendee-mark-dialog.tsx')).AttendeeMarkDialog,
  ),
  handAround: part(
    async () => (await import('../features/marks/hand-around/hand-around.tsx')).HandAround,
  ),
  signatories: part(
    async () => (await import('../features/marks/signatories-dialog.tsx')).SignatoriesDialog,
  ),
  office: part(async () => (await import('../features/office/office-dialog.tsx')).OfficeDialog),
  refusedFile: part(
    async () => (await import('../features/exchange/refused-file-dialog.tsx')).RefusedFileDialog,
  ),
  saveSession: part(
    async () => (await import('../features/exchange/save-session-dialog.tsx')).SaveSessionDialog,
  ),
  preview: part(async () => (await import('../features/preview/preview-panel.tsx')).PreviewPanel),
  settings: part(
    async () => (await import('../features/settings/settings-dialog.tsx')).SettingsDialog,
  ),
  sign: part(async () => (await import('../features/signing/sign-dialog.tsx')).SignDialog),
  signFile: part(async () => (await import('./signed-file-dialog.tsx')).SignedFileDialog),
  templates: part(
    async () => (await import('../features/templates/templates-dialog.tsx')).TemplatesDialog,
  ),
  trust: part(async () => (await import('../features/signing/trust-dialog.tsx')).TrustDialog),
  words: part(
    async () => (await import('../features/editor/words/dialog/words-dialog.tsx')).WordsDialog,
  ),
};

export const AboutDialog = parts.about.View;
export const AddendaDialog = parts.addenda.View;
export const AddendumDialog = parts.addendum.View;
export const ArchiveDialog = parts.archive.View;
export const AttendancePanel = parts.attendance.View;
export const BackupsDialog = parts.backups.View;
export const CheckDialog = parts.check.View;
export const SessionDataPanel = parts.data.View;
export const MinutesEditor = parts.editor.View;
export const ExportDialog = parts.export.View;
export const FilesPanel = parts.files.View;
export const FinaliseDialog = parts.finalise.View;
export const FirstRun = parts.firstRun.View;
export const IdentitiesDialog = parts.identities.View;
export const ImportsPage = parts.imports.View;
export const LibraryPage = parts.library.View;
export const LogDialog = parts.log.View;
export const AttendeeMarkDialog = parts.attendeeMark.View;
export const HandAround = parts.handAround.View;
export const SignatoriesDialog = parts.signatories.View;
export const OfficeDialog = parts.office.View;
export const RefusedFileDialog = parts.refusedFile.View;
export const SaveSessionDialog = parts.saveSession.View;
export const PreviewPanel = parts.preview.View;
export const SettingsDialog = parts.settings.View;
export const SignDialog = parts.sign.View;
export const SignFileDialog = parts.signFile.View;
export const TemplatesDialog = parts.templates.View;
export const TrustDialog = parts.trust.View;
export const WordsDialog = parts.words.View;

/** Loads the code of a view that is about to be shown. */
export async function loadPart(view: keyof typeof parts): Promise<void> {
  await parts[view].load();
}

/** Long enough for the first view to be drawn and typed into, also on a slow computer. */
const REST_AFTER_MS = 2500;

/** Loads the views that were not shown yet once the first one stands; answers with the way to stop. */
export function loadRestLater(): () => void {
  const timer = setTimeout(() => {
    requestIdleCallback(() => {
      for (const { load } of Object.values(parts)) void load();
    });
  }, REST_AFTER_MS);
  return () => clearTimeout(timer);
}
