import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';

import type { SessionId } from '../../shared/ids.ts';
import type { SessionStatus } from '../../shared/minutes/session.ts';
import { api } from '../api/client.ts';
import { filesQuery } from '../features/files/files-query.ts';

// What the shell reads, by the same keys wherever it is asked for.

export const appInfoQuery = queryOptions({
  queryKey: ['app-info'],
  queryFn: () => api('app.info', {}),
});

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: () => api('profile.get', {}),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => api('sessions.list', {}),
});

export const sessionQuery = (id: SessionId) =>
  queryOptions({ queryKey: ['session', id], queryFn: () => api('sessions.get', { id }) });

export const attendanceQuery = (id: SessionId) =>
  queryOptions({
    queryKey: ['attendance', id],
    queryFn: () => api('attendance.list', { sessionId: id }),
  });

export const sessionFilesQuery = (id: SessionId) => queryOptions(filesQuery(id));

/** What is known of a session's status; null where none is open or read yet. */
export function statusOf(queries: QueryClient, id: SessionId | undefined): SessionStatus | null {
  if (id === undefined) return null;
  return queries.getQueryData(sessionQuery(id).queryKey)?.status ?? null;
}
