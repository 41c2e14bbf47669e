import { queryOptions, useQueryClient } from '@tanstack/react-query';

import type { Mark, MarkTarget } from '../../../shared/contract/marks.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';

/** The visible signatures of a session that are printed. */
export const marksQuery = (sessionId: SessionId) =>
  queryOptions({
    queryKey: ['marks', sessionId],
    queryFn: () => api('marks.list', { sessionId }),
  });

/** Who signs the documents of a session; it follows attendance, profile and office settings. */
export const signatoriesQuery = (sessionId: SessionId) =>
  queryOptions({
    queryKey: ['marks', sessionId, 'signatories'],
    queryFn: () => api('marks.signatories', { sessionId }),
    staleTime: 0,
  });

export const markAt = (marks: readonly Mark[], target: MarkTarget): Mark | undefined =>
  marks.find((mark) =>
    mark.target.type === 'attendance' && target.type === 'attendance'
      ? mark.target.attendanceId === target.attendanceId && mark.target.dayId === target.dayId
      : mark.target.type === 'signatory' &&
        target.type === 'signatory' &&
        mark.target.kind === target.kind &&
        mark.target.blockIndex === target.blockIndex,
  );

/** Reads the signatures of a session anew, wherever they are shown. */
export function useMarksChanged(sessionId: SessionId): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['marks', sessionId] });
}
