import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import type { CallInput, CallName } from '../../src/shared/contract/index.ts';
import type { CommandId } from '../../src/shared/contract/commands.ts';
import { acceleratorOf, commands } from '../../src/shared/contract/commands.ts';
import { editorKeys } from '../../src/shared/contract/editor-keys.ts';
import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { BlockId, SessionId } from '../../src/shared/ids.ts';
import { callApp } from './bridge.ts';
import { EDITOR_KEY_PROOFS } from './editor-key-proofs.ts';
import type { Notula } from './launch.ts';
import { launchNotula } from './launch.ts';
import type { Scene } from './shortcut-proofs.ts';
import { COMMAND_PROOFS, SCENE } from './shortcut-proofs.ts';

// Every key of the table from which menu, palette and keyboard map are made, pressed as that table says.

let userDataDir: string;
let notula: Notula;
let number = 0;

const call = <Name extends CallName>(name: Name, input: CallInput<Name>) =>
  callApp(notula.window, name, input);

const NAMES: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Control',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  "'": 'Quote',
  ',': 'Comma',
  '[': 'BracketLeft',
  ']': 'BracketRight',
};

/** "CmdOrCtrl+Shift+8" as keys of the keyboard: the digit's own key, whatever Shift makes of it. */
const keysOf = (accelerator: string): string =>
  accelerator
    .split('+')
    .map((part) => NAMES[part] ?? part.replace(/^\d$/, 'Digit$&').replace(/^[A-Z]$/, 'Key$&'))
    .join('+');

async function openScene(): Promise<SessionId> {
  number += 1;
  const title = `Rapat pintasan ${number}`;
  const session = await call('sessions.create', { changes: { title, kind: 'Rapat' } });
  const [budi] = await call('attendance.add', {
    sessionId: session.id,
    entries: ['Budi Contoh', 'Siti Misal', 'Andi Umpama'].map((name, index) => ({
      type: 'person' as const,
      person: { name },
      role: 'peserta',
      ...(index < 2 ? { presence: 'hadir' as const } : {}),
    })),
  });
  await call('sessions.setStatus', { id: session.id, status: 'berlangsung' });
  const blocks = SCENE.map((line, index): Block => {
    const attrs = { id: `block-${number}-${index}` as BlockId, dayId: session.days[0]?.id ?? null };
    const text = [{ type: 'text' as const, text: line.slice(line.indexOf(' ') + 1) }];
    if (line.startsWith('agendaItem')) return { type: 'agendaItem', attrs, content: text };
    const speakerId = index === 1 ? (budi?.id ?? null) : null;
    return {
      type: 'statement',
      attrs: { ...attrs, speakerId, kind: 'pernyataan', spokenAtMs: null },
      content: [{ type: 'paragraph', content: text }],
    };
  });
  await call('documents.save', {
    sessionId: session.id,
    upserts: blocks,
    deletions: [],
    order: blocks.map(({ attrs }) => attrs.id),
  });
  await call('app.setView', {
    changes: { isFocusMode: false, isTypewriter: false, textPercent: 100 },
  });
  await notula.window.reload();
  // The session that was open comes back by itself; the new one is in the library.
  await notula.window.keyboard.press('Control+l');
  await notula.window.getByText(title, { exact: true }).first().dblclick();
  await expect(notula.window.getByRole('textbox', { name: 'Naskah notula' })).toBeFocused();
  return session.id;
}

async function sceneOf(accelerator: string): Promise<Scene> {
  const sessionId = await openScene();
  const { keyboard } = notula.window;
  const page = notula.window.getByRole('textbox', { name: 'Naskah notula' });
  await page.press('Control+End');
  return {
    notula,
    page,
    key: () => keyboard.press(keysOf(accelerator)),
    press: async (...keys) => {
      for (const key of keys) await keyboard.press(key);
    },
    type: (text) => keyboard.type(text),
    isKept: (shape) =>
      expect
        .poll(async () => {
          const { blocks } = await call('documents.load', { sessionId });
          return blocks.map((block) => `${block.type}: ${blockPlainText(block)}`);
        })
        .toEqual(shape),
  };
}

test.beforeAll(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), 'notula-shortcuts-'));
  notula = await launchNotula({ userDataDir });
  await call('profile.update', { changes: { isSetUp: true, officeName: 'Kantor Contoh' } });
});
test.afterAll(async () => {
  await notula.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
});

for (const [name, proof] of Object.entries(COMMAND_PROOFS)) {
  const id = name as CommandId;
  const accelerator = acceleratorOf(id, false);
  test(`${accelerator ?? 'no key'}: ${commands[id].label.en}`, async () => {
    // A key without a proof, or a proof without a key, is a mistake of the table.
    expect(proof === null, id).toBe(accelerator === null);
    if (proof !== null && accelerator !== null) await proof(await sceneOf(accelerator));
  });
}

test('every key of writing has its proof', () => {
  expect(Object.keys(EDITOR_KEY_PROOFS).toSorted()).toEqual(
    editorKeys.map(({ label }) => label.en).toSorted(),
  );
});
for (const { keys, label } of editorKeys) {
  test(`${keys}: ${label.en}`, async () => {
    const proof = EDITOR_KEY_PROOFS[label.en];
    expect(proof, 'a proof').toBeDefined();
    await proof?.(await sceneOf(''));
  });
}
