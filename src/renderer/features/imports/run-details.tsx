import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportedFile, ImportRun } from '../../../shared/contract/imports.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { FileFilter } from './file-rows.ts';
import { FILE_FILTERS, awaitsReview, countsOf, isIn } from './file-rows.ts';
import { FileList } from './file-list.tsx';
import { refreshFiles, useFiles, useProgress } from './use-imports.ts';

interface RunDetailsProps {
  readonly run: ImportRun;
  /** The file from whose review the list is shown again; null: it comes from elsewhere. */
  readonly left: string | null;
  readonly onReview: (path: string) => void;
  readonly onOpenSession: (id: SessionId) => void;
  readonly leaveSession: () => Promise<boolean>;
}

interface Place {
  readonly filter: FileFilter;
  readonly path: string | null;
}

/** Which files of an import were looked at last, for as long as the window is open. */
const remembered = new Map<string, Place>();

/** One import: how far it is, what became of its files, and what can be done with all of them. */
export function RunDetails({ run, left, onReview, onOpenSession, leaveSession }: RunDetailsProps) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const files = useFiles(run.id);
  const [place, setPlace] = useState<Place>(() => ({
    ...(remembered.get(run.id) ?? { filter: 'semua', path: null }),
    ...(left === null ? {} : { path: left }),
  }));
  const [asked, setAsked] = useState<'stop' | 'trash' | null>(null);
  const move = (next: Place): void => {
    remembered.set(run.id, next);
    setPlace(next);
  };
  const fail = (error: unknown): void => {
    showToast({ tone: 'error', text: describeError(error) });
  };
  const control = useMutation({
    mutationFn: (name: 'imports.pause' | 'imports.resume' | 'imports.cancel') =>
      api(name, { id: run.id }),
    onSuccess: () => refreshFiles(queries, run.id),
    onError: fail,
  });

  const restore = async (ids: readonly SessionId[]): Promise<void> => {
    await api('sessions.restore', { ids: [...ids] }).catch(fail);
    refreshFiles(queries, run.id);
  };
  const trash = useMutation({
    mutationFn: async () => {
      // A session that is open goes on saving into what is in the trash.
      if (!(await leaveSession())) return null;
      return api('imports.trash', { id: run.id });
    },
    onSuccess: (outcome) => {
      refreshFiles(queries, run.id);
      if (outcome === null) return;
      const { trashed, keptCount } = outcome;
      const kept = keptCount > 0 ? ` ${t('trashedKept', { count: keptCount })}` : '';
      showToast({
        tone: 'success',
        text: t('trashed', { count: trashed.length }) + kept,
        ...(trashed.length > 0
          ? { action: { label: t('undo'), run: () => void restore(trashed) } }
          : {}),
      });
    },
    onError: fail,
  });

  const rows = files.data ?? [];
  const counts = countsOf(rows);
  const open = (file: ImportedFile): void => {
    if (file.session === null) return;
    if (file.session.isTrashed) showToast({ tone: 'info', text: t('openTrashed') });
    else if (file.state === 'masuk') onReview(file.path);
    else onOpenSession(file.session.id);
  };
  const firstWaiting = rows.find(awaitsReview);
  const isOpen = run.state === 'berjalan' || run.state === 'dijeda';
  const liveCount = rows.filter(
    ({ state, session }) => state === 'masuk' && session !== null && !session.isTrashed,
  ).length;
  return (
    <section className="imports-run-details" aria-label={run.folder}>
      <Progress run={run} />
      <div className="imports-tools">
        {run.state === 'berjalan' && (
          <Button onPress={() => control.mutate('imports.pause')}>{t('pause')}</Button>
        )}
        {run.state === 'dijeda' && (
          <Button variant="primary" onPress={() => control.mutate('imports.resume')}>
            {t('resume')}
          </Button>
        )}
        {isOpen && <Button onPress={() => setAsked('stop')}>{t('stop')}</Button>}
        {firstWaiting !== undefined && (
          <Button
            variant={isOpen ? 'secondary' : 'primary'}
            onPress={() => onReview(firstWaiting.path)}
          >
            {t('reviewWaiting', { count: counts.belum })}
          </Button>
        )}
        {!isOpen && liveCount > 0 && (
          <Button variant="quiet" onPress={() => setAsked('trash')}>
            {t('trash')}
          </Button>
        )}
      </div>
      <fieldset className="imports-filters" aria-label={t('filters')}>
        {FILE_FILTERS.filter(
          (one) => one === 'semua' || counts[one] > 0 || one === place.filter,
        ).map((one) => (
          <Button
            key={one}
            variant="quiet"
            className="imports-filter"
            aria-pressed={place.filter === one}
            onPress={() => move({ filter: one, path: null })}
          >
            {t(`filter_${one}`)} <span className="imports-filter-count">{counts[one]}</span>
          </Button>
        ))}
      </fieldset>
      {files.isError && (
        <Notice tone="danger" role="alert" title={t('loadFailed')}>
          {describeError(files.error)}
        </Notice>
      )}
      {files.data !== undefined && (
        <FileList
          files={rows.filter((file) => isIn(file, place.filter))}
          active={place.path}
          hasFocus={left !== null}
          onMove={(path) => move({ ...place, path })}
          onOpen={open}
        />
      )}
      <ConfirmDialog
        isOpen={asked === 'stop'}
        title={t('stopTitle')}
        confirmLabel={t('stopConfirm')}
        cancelLabel={t('keepGoing')}
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          setAsked(null);
          control.mutate('imports.cancel');
        }}
      >
        {t('stopText', { count: run.counts.taken })}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'trash'}
        title={t('trashTitle')}
        confirmLabel={t('trashConfirm')}
        cancelLabel={t('trashKeep')}
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          setAsked(null);
          trash.mutate();
        }}
      >
        {t('trashText', { count: liveCount })}
      </ConfirmDialog>
    </section>
  );
}

/** How far an import is, in a bar and in words. */
function Progress({ run }: { readonly run: ImportRun }) {
  const { t } = useTranslation('imports');
  const progress = useProgress();
  const { total, waiting } = run.counts;
  const done = total - waiting;
  const path = run.state === 'berjalan' && progress?.id === run.id ? progress.path : null;
  return (
    <div className="imports-progress">
      <p className="imports-folder">{run.folder}</p>
      <progress aria-label={t('progressLabel')} value={done} max={total} />
      <p className="imports-counts">
        <strong>{t(`state_${run.state}`)}</strong>
        <span>{t('progress', { done, total })}</span>
        <span>{t('counts', { ...run.counts })}</span>
      </p>
      {path !== null && <p className="imports-now">{t('now', { path })}</p>}
    </div>
  );
}
