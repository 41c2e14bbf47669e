import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { BackupInfo } from '../../../shared/contract/backups.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { BackupList } from './backup-list.tsx';
import { formatMoment, localeOf } from './format.ts';
import { RestorePreview } from './restore-preview.tsx';
import './backups.css';

export interface BackupsDialogProps {
  readonly onClose: () => void;
  /** False where no archive could be opened: there is nothing to back up then. */
  readonly isArchiveThere?: boolean;
  /** The backup to begin with; null for the list. */
  readonly firstPreview?: BackupInfo | null;
  /**
   * Leaves whatever is open, so that nothing typed for the present archive comes into the restored
   * one; false where it could not be saved, and then nothing is restored.
   */
  readonly beforeRestore: () => Promise<boolean>;
}

/** Lists the backups, makes one, and restores one after saying what that would change. */
export function BackupsDialog({
  onClose,
  isArchiveThere = true,
  firstPreview = null,
  beforeRestore,
}: BackupsDialogProps) {
  const [preview, setPreview] = useState(firstPreview);
  const close = (): void => {
    setPreview(null);
    onClose();
  };
  return preview === null ? (
    <BackupsOverview canCreate={isArchiveThere} onClose={close} onPreview={setPreview} />
  ) : (
    <RestoreDialog
      backup={preview}
      beforeRestore={beforeRestore}
      onBack={() => setPreview(null)}
      onDone={close}
    />
  );
}

interface BackupsOverviewProps {
  readonly canCreate: boolean;
  readonly onClose: () => void;
  readonly onPreview: (backup: BackupInfo) => void;
}

function BackupsOverview({ canCreate, onClose, onPreview }: BackupsOverviewProps) {
  const { t } = useTranslation('backups');
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['backups'],
    queryFn: () => api('backups.list', {}),
    // Backups also come and go without the window.
    staleTime: 0,
  });
  const create = useMutation({
    mutationFn: () => api('backups.create', {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['backups'] }),
  });
  const backup = list.data?.find(({ fileName }) => fileName === chosen);
  const failure = create.error ?? list.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      size="medium"
      actions={
        <>
          <Button onPress={onClose}>{t('close')}</Button>
          <Button
            variant="primary"
            isDisabled={backup === undefined}
            onPress={() => backup && onPreview(backup)}
          >
            {t('choose')}
          </Button>
        </>
      }
    >
      <p className="backups-explanation">{t('explanation')}</p>
      <div className="backups-tools">
        {canCreate && (
          <Button isDisabled={create.isPending} onPress={() => create.mutate()}>
            {create.isPending ? t('creating') : t('create')}
          </Button>
        )}
        <Button variant="quiet" onPress={() => void api('backups.showFolder', {})}>
          {t('showFolder')}
        </Button>
      </div>
      {failure !== null && (
        <p className="backups-failure" role="alert">
          {describeError(failure)}
        </p>
      )}
      <output className="backups-state">
        {list.isPending && t('loading')}
        {list.data?.length === 0 && t('empty')}
        {create.isSuccess && t('created')}
      </output>
      {list.data !== undefined && list.data.length > 0 && (
        <BackupList backups={list.data} chosen={chosen} onChoose={setChosen} />
      )}
    </Dialog>
  );
}

interface RestoreDialogProps {
  readonly backup: BackupInfo;
  readonly beforeRestore: () => Promise<boolean>;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

function RestoreDialog({ backup, beforeRestore, onBack, onDone }: RestoreDialogProps) {
  const { t, i18n } = useTranslation('backups');
  const queries = useQueryClient();
  const { fileName } = backup;
  const comparison = useQuery({
    queryKey: ['backups', 'compare', fileName],
    queryFn: () => api('backups.compare', { fileName }),
    staleTime: 0,
    gcTime: 0,
  });
  const restore = useMutation({
    mutationFn: async () => {
      if (!(await beforeRestore())) return false;
      await api('backups.restore', { fileName });
      return true;
    },
    onSuccess: async (isRestored) => {
      if (!isRestored) return;
      const date = formatMoment(backup.createdAtMs, localeOf(i18n.language));
      showToast({ tone: 'success', text: t('restored', { date }) });
      onDone();
      await queries.resetQueries();
    },
  });
  const isBusy = restore.isPending;
  const failure = restore.error ?? comparison.error;
  return (
    <Dialog
      isOpen
      onClose={() => {
        if (!isBusy) onBack();
      }}
      title={t('previewTitle')}
      size="medium"
      role="alertdialog"
      actions={
        <>
          <Button isDisabled={isBusy} onPress={onBack}>
            {t('back')}
          </Button>
          <Button
            variant="danger"
            isDisabled={isBusy || !comparison.isSuccess}
            onPress={() => restore.mutate()}
          >
            {t('restore')}
          </Button>
        </>
      }
    >
      <output className="backups-state">
        {comparison.isFetching && t('checking')}
        {isBusy && t('restoring')}
      </output>
      {failure !== null && (
        <p className="backups-failure" role="alert">
          {describeError(failure)}
        </p>
      )}
      {comparison.isSuccess && <RestorePreview backup={backup} differences={comparison.data} />}
    </Dialog>
  );
}
