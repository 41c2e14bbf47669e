import { z } from 'zod';

import type { ExchangeProblem, SessionExchange } from '../exchange/session-exchange.ts';
import { sessionExchangeSchema } from '../exchange/session-exchange.ts';
import { blockIdSchema, sessionIdSchema } from '../ids.ts';
import type { Session } from '../minutes/session.ts';
import { call, returns } from './define.ts';

/** How something is put on the clipboard; formatted text always comes with its plain text. */
export const COPY_FORMS = ['formatted', 'plain', 'markdown'] as const;
export type CopyForm = (typeof COPY_FORMS)[number];

/** What of a session is copied: all of it, what belongs to one agenda item, or the press release. */
export const copiedPartSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session') }),
  /** The item that this block is, or stands under; what is before the first item is one too. */
  z.object({ type: z.literal('item'), blockId: blockIdSchema }),
  z.object({ type: z.literal('press') }),
]);
export type CopiedPart = z.infer<typeof copiedPartSchema>;

export interface Copied {
  readonly wordCount: number;
  /** Of the agenda item; "" for what stands before the first, and for everything else. */
  readonly itemTitle: string;
}

export interface SavedSessionFile {
  readonly fileName: string;
  readonly hasPrivateNotes: boolean;
}

/** A file that was not taken in; nothing was changed. */
export interface RefusedSessionFile {
  readonly type: 'refused';
  readonly fileName: string;
  readonly problems: readonly ExchangeProblem[];
}

export type OpenedSessionFile =
  | { readonly type: 'opened'; readonly session: Session }
  | RefusedSessionFile;

const session = { sessionId: sessionIdSchema };

export const exchangeCalls = {
  /** Puts a part of a session on the clipboard, made as the documents are. Private notes never. */
  'exchange.copy': call(
    'main',
    () => z.object({ ...session, part: copiedPartSchema, form: z.enum(COPY_FORMS) }),
    returns<Copied>(),
  ),
  /** Asks for a place and writes the whole session there as JSON; null where cancelled. */
  'exchange.save': call(
    'main',
    () => z.object({ ...session, hasPrivateNotes: z.boolean() }),
    returns<SavedSessionFile | null>(),
  ),
  /** Asks for such a file and takes its session into the archive; null where cancelled. */
  'exchange.open': call('main', () => z.object({}), returns<OpenedSessionFile | null>()),
  'exchange.collect': call(
    'storage',
    () => z.object({ ...session, hasPrivateNotes: z.boolean() }),
    returns<SessionExchange>(),
  ),
  /** Adds the session of a file that was checked, under ids of its own, in one transaction. */
  'exchange.takeIn': call('storage', () => sessionExchangeSchema, returns<Session>()),
};
