import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test } from '@playwright/test';

import type { Bridge } from '../../src/shared/contract/bridge.ts';
import { launchNotula } from './launch.ts';
import type { Notula } from './launch.ts';

let notula: Notula;

test.beforeAll(async () => {
  notula = await launchNotula();
});
test.afterAll(() => notula.close());

test('the page is served from app:// under a strict policy', async () => {
  const { window } = notula;
  expect(window.url()).toMatch(/^app:\/\/notula\//);
  const policy = await window.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test('the window has no Node and cannot evaluate text as code', async () => {
  const found = await notula.window.evaluate(async () => {
    // An evaluation by the test driver may use eval itself; what it schedules may not.
    await new Promise((resolve) => setTimeout(resolve, 10));
    const run = (code: () => unknown): string => {
      try {
        code();
        return 'ran';
      } catch {
        return 'refused';
      }
    };
    return {
      globals: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      bridge: Object.keys((globalThis as unknown as { readonly notula: Bridge }).notula),
      // oxlint-disable-next-line no-eval -- safe: proves that the page refuses to run it
      eval: run(() => globalThis.eval('1')),
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- safe: proves that the page refuses to make it
      newFunction: run(() => new Function('return 1')),
    };
  });
  expect(found).toEqual({
    globals: [],
    bridge: ['invoke', 'keepDropped', 'onEvent'],
    eval: 'refused',
    newFunction: 'refused',
  });
});

test('inline scripts do not run', async () => {
  const hasRun = await notula.window.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineHasRun = true';
    document.head.append(script);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return 'inlineHasRun' in globalThis;
  });
  expect(hasRun).toBe(false);
});

test('no request leaves the app, from the window or from the main process session', async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const fromWindow = await notula.window.evaluate(
      (address) =>
        fetch(address, { mode: 'no-cors' }).then(
          () => 'reached',
          () => 'refused',
        ),
      url,
    );
    const fromSession = await notula.app.evaluate(
      ({ session }, address) =>
        session.defaultSession.fetch(address).then(
          () => 'reached',
          () => 'refused',
        ),
      url,
    );
    expect([fromWindow, fromSession, requests]).toEqual(['refused', 'refused', 0]);
  } finally {
    server.close();
  }
});

test('new windows, navigation and permissions are denied', async () => {
  const { app, window } = notula;
  const before = window.url();
  const opened = await window.evaluate(() => open('app://notula/index.html') === null);
  expect(opened).toBe(true);
  await window.evaluate(() => {
    location.href = 'https://example.invalid/';
  });
  await window.waitForTimeout(200);
  expect(window.url()).toBe(before);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  const permission = await window.evaluate(() => Notification.requestPermission());
  expect(permission).toBe('denied');
});

test('calls outside the contract and files outside the app are refused', async () => {
  const answers = await notula.window.evaluate(async () => {
    const bridge = (globalThis as unknown as { readonly notula: Bridge }).notula;
    return {
      unknown: await bridge.invoke('files.read', {}).then(
        () => 'answered',
        () => 'refused',
      ),
      inherited: await bridge.invoke('toString', {}).then(
        () => 'answered',
        () => 'refused',
      ),
      invalid: JSON.parse(await bridge.invoke('sessions.get', { id: 5 })) as unknown,
      traversal: await fetch('app://notula/..%2F..%2Fpackage.json').then(
        (response) => response.status,
        () => 0,
      ),
    };
  });
  expect(answers.unknown).toBe('refused');
  expect(answers.inherited).toBe('refused');
  expect(answers.invalid).toMatchObject({ ok: false, code: 'invalid-input' });
  expect(answers.traversal).toBe(404);
});

test('the window runs sandboxed, isolated and without a spell checker', async () => {
  const preferences = await notula.app.evaluate(({ BrowserWindow, session }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Not in Electron's types, but the one place that says what the window really runs with.
    const contents = window?.webContents as unknown as {
      readonly getLastWebPreferences: () => Record<string, unknown>;
    };
    return {
      ...contents.getLastWebPreferences(),
      hasSpellChecker: session.defaultSession.isSpellCheckerEnabled(),
    };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    hasSpellChecker: false,
  });
});
