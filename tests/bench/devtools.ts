import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

import { electronPath } from './report.ts';

const START_LIMIT_MS = 40_000;
const POLL_MS = 5;

/** One page of a started program, driven over the protocol of Chromium's developer tools. */
export interface StartedPage {
  /** Just before the process was made, on the clock of `Date.now`. */
  readonly startedAtMs: number;
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Repeats until the expression is true in the page. */
  readonly until: (expression: string) => Promise<void>;
  readonly press: (key: 'Enter' | 'x') => Promise<void>;
  /** Any other request of the protocol to the page. */
  readonly send: (method: string, params?: object) => Promise<Answer>;
  readonly end: () => Promise<void>;
}

const KEYS = {
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  x: { key: 'x', code: 'KeyX', windowsVirtualKeyCode: 88, text: 'x' },
} as const;

/**
 * Starts Electron with an app's folder and joins its first page. Not through Playwright: what that
 * adds to both programs alike would flatter their ratio.
 */
export async function startPage(
  appFolder: string,
  userDataFolder: string,
  isPage: (url: string) => boolean,
  env: Readonly<Record<string, string>> = {},
): Promise<StartedPage> {
  const startedAtMs = Date.now();
  const child = spawn(
    electronPath(),
    [appFolder, `--user-data-dir=${userDataFolder}`, '--remote-debugging-port=0'],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: { ...process.env, ...env } },
  );
  const { browser, sessionId } = await join(child, isPage).catch(async (error: unknown) => {
    await endGroup(child);
    throw error;
  });
  const evaluate = async (expression: string): Promise<unknown> => {
    const params = { expression, awaitPromise: true };
    const answer = await browser.send('Runtime.evaluate', params, sessionId);
    return answer.result?.value;
  };
  return {
    startedAtMs,
    evaluate,
    until: async (expression) => {
      const deadlineMs = Date.now() + START_LIMIT_MS;
      while ((await evaluate(expression)) !== true) {
        if (Date.now() > deadlineMs) throw new Error(`never true: ${expression}`);
        await delay(POLL_MS);
      }
    },
    press: async (name) => {
      const { text, ...key } = KEYS[name];
      await browser.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key }, sessionId);
      await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }, sessionId);
    },
    send: (method, params = {}) => browser.send(method, params, sessionId),
    end: async () => {
      browser.close();
      await endGroup(child);
    },
  };
}

interface Answer {
  readonly result?: { readonly value?: unknown };
  /** Bytes in use, of Runtime.getHeapUsage. */
  readonly usedSize?: number;
  readonly sessionId?: string;
  readonly targetInfos?: readonly {
    readonly targetId: string;
    readonly type: string;
    readonly url: string;
  }[];
}

interface Browser {
  readonly send: (method: string, params: object, sessionId?: string) => Promise<Answer>;
  readonly close: () => void;
}

async function join(child: ChildProcess, isPage: (url: string) => boolean) {
  const browser = await connect(await debuggerAddress(child));
  return { browser, sessionId: await attach(browser, isPage) };
}

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
    setTimeout(() => reject(new Error(`no window:\n${text}`)), START_LIMIT_MS).unref();
    child.once('exit', () => reject(new Error(`ended before its window opened:\n${text}`)));
  });
}

async function connect(address: string): Promise<Browser> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    // The protocol: an answer repeats the number of its request.
    const message = JSON.parse(String(data)) as { readonly id?: number; readonly result?: Answer };
    if (message.id === undefined) return;
    waiting.get(message.id)?.(message.result ?? {});
    waiting.delete(message.id);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('no connection to the program')));
  });
  return {
    send: (method, params, sessionId) => {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
      });
    },
    close: () => socket.close(),
  };
}

async function attach(browser: Browser, isPage: (url: string) => boolean): Promise<string> {
  const deadlineMs = Date.now() + START_LIMIT_MS;
  for (;;) {
    const { targetInfos = [] } = await browser.send('Target.getTargets', {});
    const page = targetInfos.find(({ type, url }) => type === 'page' && isPage(url));
    if (page !== undefined) {
      const params = { targetId: page.targetId, flatten: true };
      const { sessionId } = await browser.send('Target.attachToTarget', params);
      if (sessionId !== undefined) {
        // A screen without a window manager gives no window the focus.
        await browser.send('Emulation.setFocusEmulationEnabled', { enabled: true }, sessionId);
        return sessionId;
      }
    }
    if (Date.now() > deadlineMs) throw new Error('no window opened');
    await delay(POLL_MS);
  }
}

/** Ends the program that was started here, with every process of its group. */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}
