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
import { Providers } from './app/providers.tsx';
import { answerWindowEvents } from './app/window-events.ts';

answerWindowEvents();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <Providers>
    <App />
  </Providers>,
);
