import { QueryClient, QueryClientProvider, notifyManager } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { ariaLocale, installAriaTexts } from './aria-texts.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { shownLanguage } from './i18n.ts';

installAriaTexts(shownLanguage);

// What a save answers must reach its field before the save is over: with the default, a timer, a
// field showed its former text in between, and leaving it just then saved that one.
notifyManager.setScheduler(queueMicrotask);

/** Holds what was read, for as long as the window lives. */
export const queryClient = new QueryClient({
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
        <Localized>{children}</Localized>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

function Localized({ children }: { readonly children: ReactNode }) {
  // Draws anew when the language changes.
  useTranslation();
  return <I18nProvider locale={ariaLocale(shownLanguage())}>{children}</I18nProvider>;
}
