import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { AppError } from '../../../shared/contract/errors.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { showToast } from '../../ui/toast.tsx';

interface LibraryActionsOptions {
  readonly onOpenSession: (id: SessionId) => void;
  readonly onCreateSession: (id: SessionId) => void;
  /** A session that came to be and should be the selected one. */
  readonly onAppeared: (id: SessionId) => void;
}

/** What can be done with sessions in the library; failures are told in the corner. */
export function useLibraryActions(options: LibraryActionsOptions) {
  const { t } = useTranslation('library');
  const queryClient = useQueryClient();
  const lastTrashed = useRef<readonly SessionId[]>([]);
  const closeTrashToast = useRef<() => void>(() => undefined);

  const refresh = () => queryClient.invalidateQueries({ queryKey: ['sessions'] });
  const onError = (error: unknown) => showToast({ tone: 'error', text: describeError(error) });

  const create = useMutation({
    mutationFn: () => api('sessions.create', { changes: {} }),
    onSuccess: async (session) => {
      await refresh();
      options.onCreateSession(session.id);
    },
    onError,
  });

  const duplicate = useMutation({
    mutationFn: (id: SessionId) => api('sessions.duplicate', { id }),
    onSuccess: async (session) => {
      await refresh();
      options.onAppeared(session.id);
      showToast({
        tone: 'success',
        text: t('duplicated'),
        action: { label: t('open'), run: () => options.onOpenSession(session.id) },
      });
    },
    onError,
  });

  const restore = useMutation({
    mutationFn: (ids: readonly SessionId[]) => api('sessions.restore', { ids: [...ids] }),
    onSuccess: async (_nothing, ids) => {
      lastTrashed.current = [];
      closeTrashToast.current();
      await refresh();
      showToast({ tone: 'success', text: t('restored', { total: ids.length }) });
    },
    onError,
  });

  const trash = useMutation({
    mutationFn: (ids: readonly SessionId[]) => api('sessions.trash', { ids: [...ids] }),
    onSuccess: async (_nothing, ids) => {
      lastTrashed.current = ids;
      await refresh();
      closeTrashToast.current = showToast({
        tone: 'info',
        text: t('trashed', { total: ids.length }),
        action: { label: t('undo'), run: () => restore.mutate(ids) },
      });
    },
    onError: (error) => {
      // None of those that were chosen is moved.
      if (error instanceof AppError && error.code === 'session-final') {
        showToast({ tone: 'info', text: t('finalNotTrashed') });
      } else onError(error);
    },
  });

  const addExamples = useMutation({
    mutationFn: () => api('examples.add', {}),
    onSuccess: refresh,
    onError,
  });

  const removeExamples = useMutation({
    mutationFn: () => api('examples.remove', {}),
    onSuccess: async ({ removed, kept }) => {
      await queryClient.invalidateQueries();
      const text = t('examplesRemoved', { total: removed });
      const rest = kept > 0 ? ` ${t('examplesKept', { total: kept })}` : '';
      showToast({ tone: 'success', text: text + rest });
    },
    onError,
  });

  return {
    create: () => create.mutate(),
    duplicate: (id: SessionId) => duplicate.mutate(id),
    trash: (ids: readonly SessionId[]) => trash.mutate(ids),
    restore: (ids: readonly SessionId[]) => restore.mutate(ids),
    /** Brings back what was moved to the trash last; nothing where that was undone already. */
    undoTrash: () => {
      if (lastTrashed.current.length > 0) restore.mutate(lastTrashed.current);
    },
    addExamples: () => addExamples.mutate(),
    removeExamples: () => removeExamples.mutate(),
  };
}
