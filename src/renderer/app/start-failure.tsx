import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AppInfo } from '../../shared/contract/app.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { api } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { saveEverything } from '../api/unsaved.ts';
import { ArchiveRecovery } from './archive-recovery.tsx';
import { BackupsDialog } from './parts.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useTheme } from './use-theme.ts';

interface StartFailureProps {
  readonly failure: NonNullable<AppInfo['startFailure']>;
  readonly dataFolder: string;
}

/** What the window shows when the archive could not be opened. Deleting data is never offered. */
export function StartFailure({ failure, dataFolder }: StartFailureProps) {
  const { t } = useTranslation('app');
  // What the user chose stands in the archive.
  useTheme('system');
  const isLost = failure.code === 'archive-missing' || failure.code === 'archive-damaged';
  return (
    <main className="start-failure">
      <EmptyState title={t(isLost ? 'archiveLost' : 'startFailed')} level={1}>
        <p role="alert">{describeError(new AppError(failure.code, failure.details))}</p>
        <p className="start-failure-folder">{t('dataFolder', { folder: dataFolder })}</p>
        {isLost ? (
          <ArchiveRecovery />
        ) : (
          <OtherActions hasBackups={failure.code !== 'archive-newer'} />
        )}
      </EmptyState>
    </main>
  );
}

function OtherActions({ hasBackups }: { readonly hasBackups: boolean }) {
  const { t } = useTranslation('app');
  const [isChoosingBackup, setChoosingBackup] = useState(false);
  return (
    <div className="start-failure-actions">
      <Button onPress={() => void api('app.quit', {})}>{t('quit')}</Button>
      {hasBackups && (
        <Button variant="primary" onPress={() => setChoosingBackup(true)}>
          {t('openBackups')}
        </Button>
      )}
      <Suspense>
        {isChoosingBackup && (
          <BackupsDialog
            isArchiveThere={false}
            onClose={() => setChoosingBackup(false)}
            beforeRestore={saveEverything}
          />
        )}
      </Suspense>
    </div>
  );
}
