import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AppInfo } from '../../shared/contract/app.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { api } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { saveEverything } from '../api/unsaved.ts';
import { BackupsDialog } from './parts.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface StartFailureProps {
  readonly failure: NonNullable<AppInfo['startFailure']>;
  readonly dataFolder: string;
}

/** What the window shows when the archive could not be opened. Deleting data is never offered. */
export function StartFailure({ failure, dataFolder }: StartFailureProps) {
  const { t } = useTranslation('app');
  const [isChoosingBackup, setChoosingBackup] = useState(false);
  return (
    <main className="start-failure">
      <EmptyState
        title={t('startFailed')}
        level={1}
        actions={
          <>
            <Button onPress={() => void api('app.quit', {})}>{t('quit')}</Button>
            {failure.code !== 'archive-newer' && (
              <Button variant="primary" onPress={() => setChoosingBackup(true)}>
                {t('openBackups')}
              </Button>
            )}
          </>
        }
      >
        <p role="alert">{describeError(new AppError(failure.code, failure.details))}</p>
        <p className="start-failure-folder">{t('dataFolder', { folder: dataFolder })}</p>
      </EmptyState>
      <Suspense>
        <BackupsDialog
          isOpen={isChoosingBackup}
          onClose={() => setChoosingBackup(false)}
          beforeRestore={saveEverything}
        />
      </Suspense>
    </main>
  );
}
