import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

import { licences } from './scripts/lib/licences.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  main: {
    build: {
      license: true,
      // As a package it is a hundred small files, read at the start by the main process and by
      // each worker.
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: {
          index: path('src/main/index.ts'),
          'storage-worker': path('src/main/storage-worker.ts'),
          'search-worker': path('src/main/search-worker.ts'),
          job: path('src/main/job.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      license: true,
      // A sandboxed preload script must be one CommonJS file with nothing to require at run time.
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: { index: path('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('src/renderer'),
    plugins: [react(), licences(path('.'))],
    build: {
      license: true,
      // app:// cannot use data: fonts or scripts under the strict policy, so nothing is inlined.
      assetsInlineLimit: 0,
      // electron-vite leaves code as it is; small code starts sooner.
      minify: true,
      rolldownOptions: { input: path('src/renderer/index.html') },
    },
  },
});
