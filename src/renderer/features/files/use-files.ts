import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AddedFile, FilesProgress, SessionFile } from '../../../shared/contract/files.ts';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { SessionFileId, SessionId } from '../../../shared/ids.ts';
import { api, onAppEvent } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { showToast } from '../../ui/toast.tsx';
import { filesQuery } from './files-query.ts';

/** The files of a session and what is done with them. */
export function useFiles(sessionId: SessionId) {
  const { t } = useTranslation('files');
  const queries = useQueryClient();
  const { queryKey, queryFn } = filesQuery(sessionId);
  const list = useQuery({ queryKey, queryFn });
  const [progress, setProgress] = useState<FilesProgress | null>(null);
  const [isAdding, setAdding] = useState(false);
  /** When the files added here were written, as the disk had it. */
  const [writtenAt, setWrittenAt] = useState<ReadonlyMap<SessionFileId, number>>(new Map());
  const isCancelled = useRef(false);
  useEffect(() => onAppEvent('files.progress', setProgress), []);

  const change = (edit: (files: readonly SessionFile[]) => readonly SessionFile[]): void =>
    void queries.setQueryData<readonly SessionFile[]>(queryKey, (files) => files && edit(files));

  /** Undefined where it failed: then the list is read again and the user is told. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      await queries.cancelQueries({ queryKey });
      return await work();
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
      void queries.invalidateQueries({ queryKey });
      return undefined;
    }
  }

  const add = async (
    work: () => Promise<readonly AddedFile[] | null>,
  ): Promise<readonly AddedFile[]> => {
    setAdding(true);
    isCancelled.current = false;
    const added = await attempt(work);
    setAdding(false);
    setProgress(null);
    const [first] = added ?? [];
    if (added === null && isCancelled.current) showToast({ tone: 'info', text: t('cancelled') });
    if (!added || first === undefined) return [];
    setWrittenAt((known) => {
      const times = added.flatMap(({ id, writtenAtMs }) =>
        writtenAtMs === null ? [] : [[id, writtenAtMs] as const],
      );
      return new Map([...known, ...times]);
    });
    change((files) => [...files, ...added]);
    showToast({
      tone: 'success',
      text: t('added', { count: added.length, name: first.name }),
    });
    return added;
  };

  const restore = ({ id, name }: SessionFile): Promise<void> =>
    attempt(async () => {
      await api('files.restore', { ids: [id] });
      await queries.invalidateQueries({ queryKey });
      showToast({ tone: 'info', text: t('restored', { name }) });
    }).then(() => undefined);

  return {
    list,
    progress,
    isAdding,
    writtenAt,
    choose: () => add(() => api('files.add', { sessionId, role: null })),
    addDropped: (files: readonly File[]) =>
      add(async () => {
        const dropped = await window.notula.keepDropped(files);
        if (dropped.length === 0) {
          showToast({ tone: 'info', text: t('droppedNothing') });
          return null;
        }
        return api('files.addDropped', { sessionId, dropped: [...dropped] });
      }),
    cancel: (): void => {
      isCancelled.current = true;
      void attempt(() => api('files.cancelAdding', {}));
    },
    /** Answers with what went wrong, or null. */
    update: async (
      id: SessionFileId,
      changes: CallInput<'files.update'>['changes'],
    ): Promise<string | null> => {
      try {
        await queries.cancelQueries({ queryKey });
        const changed = await api('files.update', { id, changes });
        change((files) => files.map((file) => (file.id === id ? changed : file)));
        return null;
      } catch (error) {
        return describeError(error);
      }
    },
    reorder: (order: readonly SessionFileId[]): Promise<void> =>
      attempt(async () => {
        change((files) => {
          const byId = new Map(files.map((file) => [file.id, file]));
          return order.flatMap((id) => byId.get(id) ?? []);
        });
        const files = await api('files.reorder', { sessionId, order: [...order] });
        queries.setQueryData(queryKey, files);
      }).then(() => undefined),
    /** True where it is gone. */
    remove: (file: SessionFile): Promise<boolean> =>
      attempt(async () => {
        await api('files.remove', { ids: [file.id] });
        change((files) => files.filter(({ id }) => id !== file.id));
        showToast({
          tone: 'info',
          text: t('removed', { name: file.name }),
          action: { label: t('undo'), run: () => void restore(file) },
        });
        return true;
      }).then((isDone) => isDone ?? false),
    open: ({ id }: SessionFile): void => void attempt(() => api('files.open', { id })),
    saveCopy: ({ id }: SessionFile): void =>
      void attempt(async () => {
        const name = await api('files.saveCopy', { id });
        if (name !== null) showToast({ tone: 'success', text: t('copySaved', { name }) });
      }),
  };
}

export type FilesDesk = ReturnType<typeof useFiles>;
