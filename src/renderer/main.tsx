import '../shared/zod-jitless.ts';

import '@fontsource-variable/inter/wght.css';
import '@fontsource/arimo/400.css';
import '@fontsource/arimo/400-italic.css';
import '@fontsource/arimo/700.css';
import '@fontsource/arimo/700-italic.css';
import './ui/tokens.css';
import './ui/base.css';

import { createRoot } from 'react-dom/client';

import { App } from './app/app.tsx';
import { firstOpening } from './app/opening.ts';
import { Providers, queryClient } from './app/providers.tsx';
import { profileQuery } from './app/queries.ts';
import { showTheme } from './app/use-theme.ts';
import { answerWindowEvents } from './app/window-events.ts';

/** Draws the window once it has something to show: each drawing before that would delay the first key. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  const opening = await firstOpening(queryClient);
  // Not only by the shell, which would do it after the first layout.
  showTheme(queryClient.getQueryData(profileQuery.queryKey)?.theme ?? 'system');
  createRoot(root).render(
    <Providers>
      <App opening={opening} />
    </Providers>,
  );
}

answerWindowEvents();
void start();
