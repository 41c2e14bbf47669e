import type { SessionFile } from '../../../shared/contract/files.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';

export const filesQuery = (sessionId: SessionId) => ({
  queryKey: ['files', sessionId] as const,
  queryFn: (): Promise<readonly SessionFile[]> => api('files.list', { sessionId }),
});
