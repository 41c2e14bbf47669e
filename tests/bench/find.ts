// Find and replace in a session of 6,000 statements of 60 words: from the typed word to the painted
// match, and from the press of the button to the painted result.
// Run by `node scripts/run-electron-tests.mjs -- node tests/bench/find.ts`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { prepareLargeSession } from '../fixtures/large-session.ts';
import { PREPARED_SESSION_ID } from '../fixtures/prepared-archive.ts';
import { startPage } from './devtools.ts';
import { findReplaceTimes } from './find-replace.ts';
import { printReport } from './report.ts';
import { setViewport } from './typing-page.ts';

const STATEMENTS = 6000;
const ROUNDS = 7;

const root = mkdtempSync(join(tmpdir(), 'notula-bench-find-'));
try {
  prepareLargeSession(join(root, 'arsip.db'), { statements: STATEMENTS, attendees: 300 });
  writeFileSync(
    join(root, 'preferensi.json'),
    JSON.stringify({ openSessionId: PREPARED_SESSION_ID }),
  );
  const appFolder = join(import.meta.dirname, '..', '..');
  const page = await startPage(appFolder, root, (url) => url.startsWith('app:'));
  try {
    await setViewport(page);
    await page.until('document.activeElement?.isContentEditable === true');
    const figures = await findReplaceTimes(page, {
      rounds: ROUNDS,
      words: ['pengawas', 'panitia'],
    });
    printReport({
      name: 'find',
      figures: { ...figures, statements: STATEMENTS },
      goals: { findReplaceMs: { max: 300 } },
    });
  } finally {
    await page.end();
  }
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
