import { Suspense } from 'react';

import type { SessionId } from '../../shared/ids.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { LicencesDialog } from './licences-dialog.tsx';
import {
  ArchiveDialog,
  BackupsDialog,
  CheckDialog,
  IdentitiesDialog,
  OfficeDialog,
  SettingsDialog,
  SignFileDialog,
  TemplatesDialog,
  TrustDialog,
  WordsDialog,
} from './parts.tsx';

/** Dialogs that need nothing of the window but to be closed again. */
const dialogs = {
  settings: SettingsDialog,
  office: OfficeDialog,
  templates: TemplatesDialog,
  words: WordsDialog,
  keyboard: KeyboardHelp,
  licences: LicencesDialog,
  signFile: SignFileDialog,
  identities: IdentitiesDialog,
  trust: TrustDialog,
};

export type DialogName = keyof typeof dialogs | 'backups' | 'check' | 'archive';

interface OverlaysProps {
  /** null: none is open. */
  readonly open: DialogName | null;
  readonly onClose: () => void;
  /** False where a session that is open cannot be left yet. */
  readonly leaveSession: () => Promise<boolean>;
  readonly onOpenSession: (id: SessionId) => void;
}

/** The dialogs that lie over the library as over a session, one at a time. */
export function Overlays({ open, onClose, leaveSession, onOpenSession }: OverlaysProps) {
  if (open === null) return null;
  if (open === 'backups') {
    return (
      <Suspense>
        <BackupsDialog onClose={onClose} beforeRestore={leaveSession} />
      </Suspense>
    );
  }
  if (open === 'check' || open === 'archive') {
    const Check = open === 'check' ? CheckDialog : ArchiveDialog;
    return (
      <Suspense>
        <Check onClose={onClose} onOpenSession={onOpenSession} />
      </Suspense>
    );
  }
  const View = dialogs[open];
  return (
    <Suspense>
      <View onClose={onClose} />
    </Suspense>
  );
}
