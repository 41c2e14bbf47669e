import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { CallInput, CallName, CallResult } from '../../src/shared/contract/index.ts';
import type { Block } from '../../src/shared/document/block.ts';
import type { AttendanceId, BlockId } from '../../src/shared/ids.ts';
import type { Attendance } from '../../src/shared/minutes/people.ts';
import type { Session } from '../../src/shared/minutes/session.ts';
import { callApp } from './bridge.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';

type Entries = CallInput<'attendance.add'>['entries'];

interface NewSession {
  readonly changes: CallInput<'sessions.create'>['changes'] & { readonly title: string };
  readonly people?: Entries;
  /** The meeting has begun. */
  readonly isRunning?: boolean;
}

interface Statement {
  readonly speakerId?: AttendanceId | null;
  readonly spokenAtMs?: number | null;
}

/** The app over the tests of one file, and the session of the present one. */
export interface SessionScene {
  readonly notula: Notula;
  readonly app: ElectronApplication;
  readonly window: Page;
  /** The archive's folder; it stays when the app is closed and launched again. */
  readonly userDataDir: string;
  readonly session: Session;
  /** Makes a call as the window makes it, without its screens. */
  readonly call: <Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ) => Promise<CallResult<Name>>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** The text of the minutes. */
  readonly page: () => Locator;
  readonly blocks: () => Locator;

  /** A new session of that name and a number; the answer holds who attends. */
  readonly begin: (wanted: NewSession) => Promise<readonly Attendance[]>;
  /** Opens the session from the library, with the caret in its minutes. */
  readonly openSession: () => Promise<void>;
  /** Makes these the blocks of the session, behind the window's back. */
  readonly write: (blocks: readonly Block[], deletions?: readonly string[]) => Promise<void>;
  readonly statement: (id: string, text: string, more?: Statement) => Block;
  /** What is kept of the minutes, once everything typed was acknowledged. */
  readonly kept: () => Promise<readonly Block[]>;
  /** The same, without waiting for a pause in typing: leaving the page saves at once; then back to it. */
  readonly saved: () => Promise<readonly Block[]>;

  readonly close: () => Promise<void>;
  /** Starts the app again on the same archive. */
  readonly launch: () => Promise<void>;
}

/** Launches the app before the tests of the file that calls this, and ends it after them. */
export function sessionScene(profile: CallInput<'profile.update'>['changes'] = {}): SessionScene {
  let userDataDir: string;
  let notula: Notula;
  let session: Session;
  let number = 0;

  const call: SessionScene['call'] = (name, input) => callApp(notula.window, name, input);
  const page = (): Locator => notula.window.getByRole('textbox', { name: 'Naskah notula' });
  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await notula.window.keyboard.press(key);
  }
  async function launch(): Promise<void> {
    notula = await launchNotula({ userDataDir });
  }
  async function kept(): Promise<readonly Block[]> {
    await expect(notula.window.locator('.save-state-saved')).toBeVisible();
    return (await call('documents.load', { sessionId: session.id })).blocks;
  }

  test.beforeAll(async () => {
    userDataDir = await mkdtemp(join(tmpdir(), 'notula-scene-'));
    await launch();
    await call('profile.update', {
      changes: { isSetUp: true, officeName: 'Kantor Contoh', ...profile },
    });
  });
  test.afterAll(async () => {
    await notula.close();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
  });

  return {
    get notula() {
      return notula;
    },
    get app() {
      return notula.app;
    },
    get window() {
      return notula.window;
    },
    get userDataDir() {
      return userDataDir;
    },
    get session() {
      return session;
    },
    call,
    press,
    type: (text) => notula.window.keyboard.type(text),
    page,
    blocks: () => page().locator('section'),

    async begin({ changes, people = [], isRunning = false }) {
      number += 1;
      const title = `${changes.title} ${number}`;
      session = await call('sessions.create', { changes: { ...changes, title } });
      const { id } = session;
      const added =
        people.length === 0 ? [] : await call('attendance.add', { sessionId: id, entries: people });
      if (isRunning) await call('sessions.setStatus', { id, status: 'berlangsung' });
      return added;
    },
    async openSession() {
      await notula.window.reload();
      await notula.window.getByText(session.title).first().dblclick();
      await expect(page()).toBeFocused();
    },
    async write(blocks, deletions = []) {
      await call('documents.save', {
        sessionId: session.id,
        upserts: [...blocks],
        deletions: deletions.map((id) => id as BlockId),
        order: blocks.map((block) => block.attrs.id),
      });
    },
    statement: (id, text, { speakerId = null, spokenAtMs = null } = {}) => ({
      type: 'statement',
      attrs: {
        id: id as BlockId,
        dayId: session.days[0]?.id ?? null,
        speakerId,
        kind: 'pernyataan',
        spokenAtMs,
      },
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    }),
    kept,
    async saved() {
      await press('F6');
      const blocks = await kept();
      await press('Shift+F6');
      return blocks;
    },
    close: () => notula.close(),
    launch,
  };
}
