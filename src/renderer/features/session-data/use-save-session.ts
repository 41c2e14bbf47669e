import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';

import type { SessionChanges } from '../../../shared/contract/sessions.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';

/** Saves a change of the session; answers with what went wrong, or null. */
export type SaveSession = (
  changesOf: (session: Session) => SessionChanges,
) => Promise<string | null>;

/**
 * One save after the other: each change is made from the session as the save before left it, so two
 * fields of one day that are left quickly cannot overwrite each other.
 */
export function useSaveSession(session: Session): SaveSession {
  const queryClient = useQueryClient();
  const newest = useRef(session);
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  const { id } = session;

  return useCallback(
    (changesOf) => {
      const attempt = async (): Promise<string | null> => {
        const cached = queryClient.getQueryData<Session>(['session', id]);
        const changes = changesOf(cached ?? newest.current);
        try {
          newest.current = await api('sessions.update', { id, changes });
        } catch (error) {
          return describeError(error);
        }
        queryClient.setQueryData(['session', id], newest.current);
        void queryClient.invalidateQueries({ queryKey: ['sessions'] });
        if (changes.days) void queryClient.invalidateQueries({ queryKey: ['attendance', id] });
        if (changes.hosts) void queryClient.invalidateQueries({ queryKey: ['people'] });
        if (changes.seriesTitle !== undefined) {
          void queryClient.invalidateQueries({ queryKey: ['series-titles'] });
        }
        return null;
      };
      const result = saving.current.then(attempt);
      saving.current = result;
      return result;
    },
    [queryClient, id],
  );
}
