import type { QueryClient } from '@tanstack/react-query';

import type { BlockId, SessionId } from '../../shared/ids.ts';
import type { DocumentLoad } from '../features/editor/document-load.ts';
import { loadDocument } from '../features/editor/document-load.ts';
import { loadPart } from './parts.tsx';
import {
  appInfoQuery,
  attendanceQuery,
  profileQuery,
  sessionQuery,
  sessionsQuery,
} from './queries.ts';
import type { SessionTab } from './use-session-tab.ts';

/** Which session to open and where in it to begin. */
export interface SessionPlace {
  readonly id: SessionId;
  readonly tab: SessionTab;
  readonly openAt: { readonly blockId: BlockId; readonly words: readonly string[] } | null;
}

/** A session that is open: one object for each time it is opened. */
export interface OpenSession extends SessionPlace {
  readonly load: DocumentLoad;
}

/** A slow disk must not look as if nothing had happened: after this the page says that it loads. */
const MOST_WAIT_MS = 300;

const wait = (delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });

/**
 * Asks for all that a session's page shows and waits for it a moment, so that the page is drawn once
 * and whole. Never fails: what could not be read is asked for again by the page, which can say so.
 */
export async function openingOf(queries: QueryClient, place: SessionPlace): Promise<OpenSession> {
  const load = loadDocument(place.id);
  const everything = Promise.allSettled([
    load.promise,
    queries.prefetchQuery(sessionQuery(place.id)),
    queries.prefetchQuery(attendanceQuery(place.id)),
    loadPart('editor'),
  ]);
  await Promise.race([everything, wait(MOST_WAIT_MS)]);
  return { ...place, load };
}

/** Gets ready what the window shows first; answers with the session that was open, if one was. */
export async function firstOpening(queries: QueryClient): Promise<OpenSession | null> {
  // Most starts go on with a session, and most others open one next.
  void loadPart('editor');
  const profile = queries.prefetchQuery(profileQuery);
  const info = await queries.fetchQuery(appInfoQuery).catch(() => null);
  if (info === null || info.startFailure !== null) return null;
  const [opening] = await Promise.all([
    info.reopen === null
      ? Promise.allSettled([queries.prefetchQuery(sessionsQuery), loadPart('library')]).then(
          () => null,
        )
      : openingOf(queries, { id: info.reopen, tab: 'minutes', openAt: null }),
    profile,
  ]);
  return opening;
}
