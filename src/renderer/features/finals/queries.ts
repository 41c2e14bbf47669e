import { queryOptions } from '@tanstack/react-query';

import type { SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';

/** Whether and how a session is final, compared with its frozen copy each time that it is read. */
export const finalStateQuery = (sessionId: SessionId) =>
  queryOptions({
    queryKey: ['final', sessionId],
    queryFn: () => api('finals.state', { sessionId }),
  });
