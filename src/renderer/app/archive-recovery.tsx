import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { BackupInfo } from '../../shared/contract/backups.ts';
import { api } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { saveEverything } from '../api/unsaved.ts';
import { formatMoment, localeOf } from '../features/backups/format.ts';
import { BackupsDialog } from './parts.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

type Choice =
  | { readonly type: 'restore'; readonly backup: BackupInfo | null }
  | { readonly type: 'empty' };

/**
 * What can be done where the archive is missing or damaged: restore a backup, or begin an empty
 * one. Either keeps what is left of the old files.
 */
export function ArchiveRecovery() {
  const { t, i18n } = useTranslation('app');
  const queries = useQueryClient();
  const [choice, setChoice] = useState<Choice | null>(null);
  const list = useQuery({ queryKey: ['backups'], queryFn: () => api('backups.list', {}) });
  const startEmpty = useMutation({
    mutationFn: () => api('backups.startEmpty', {}),
    onSuccess: () => queries.resetQueries(),
  });
  const [newest] = list.data ?? [];
  const failure = startEmpty.error ?? list.error;
  const close = (): void => setChoice(null);
  return (
    <>
      <output className="start-failure-backups">
        {list.isPending && t('findingBackups')}
        {list.data?.length === 0 && t('noBackups')}
        {newest !== undefined &&
          t('backupsFound', {
            total: list.data?.length,
            date: formatMoment(newest.createdAtMs, localeOf(i18n.language)),
            sessions: newest.sessionCount,
          })}
      </output>
      {failure !== null && <p role="alert">{describeError(failure)}</p>}
      <div className="start-failure-actions">
        {newest !== undefined && (
          <Button
            variant="primary"
            isDisabled={startEmpty.isPending}
            onPress={() => setChoice({ type: 'restore', backup: newest })}
          >
            {t('restoreNewest')}
          </Button>
        )}
        <Button
          isDisabled={startEmpty.isPending}
          onPress={() => setChoice({ type: 'restore', backup: null })}
        >
          {t('allBackups')}
        </Button>
        <Button onPress={() => void api('app.showDataFolder', {})}>{t('openDataFolder')}</Button>
        <Button isDisabled={startEmpty.isPending} onPress={() => setChoice({ type: 'empty' })}>
          {t('startEmpty')}
        </Button>
        <Button variant="quiet" onPress={() => void api('app.quit', {})}>
          {t('quit')}
        </Button>
      </div>
      <Suspense>
        {choice?.type === 'restore' && (
          <BackupsDialog
            isArchiveThere={false}
            firstPreview={choice.backup}
            onClose={close}
            beforeRestore={saveEverything}
          />
        )}
      </Suspense>
      <ConfirmDialog
        isOpen={choice?.type === 'empty'}
        title={t('startEmptyTitle')}
        confirmLabel={t('startEmptyConfirm')}
        cancelLabel={t('cancel')}
        onCancel={close}
        onConfirm={() => {
          close();
          startEmpty.mutate();
        }}
      >
        {t('startEmptyText')}
      </ConfirmDialog>
    </>
  );
}
