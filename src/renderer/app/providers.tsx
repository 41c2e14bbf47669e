import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';

import { ErrorBoundary } from './error-boundary.tsx';
import './i18n.ts';

const queryClient = new QueryClient({
  defaultOptions: {
    // Everything is local: being offline changes nothing, and a failure is shown, not hidden.
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Infinity,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** What every part of the window needs around it. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <I18nProvider locale="id-ID">{children}</I18nProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
