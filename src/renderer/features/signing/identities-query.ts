import { queryOptions } from '@tanstack/react-query';

import { api } from '../../api/client.ts';

export const identitiesQuery = queryOptions({
  queryKey: ['identities'],
  queryFn: () => api('identities.list', {}),
});
