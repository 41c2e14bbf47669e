import { expect, test } from '@playwright/test';

import type { CommandId } from '../../src/shared/contract/commands.ts';
import { acceleratorOf, commands } from '../../src/shared/contract/commands.ts';
import { editorKeys } from '../../src/shared/contract/editor-keys.ts';
import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { BlockId, SessionId } from '../../src/shared/ids.ts';
import { EDITOR_KEY_PROOFS } from './editor-key-proofs.ts';
import { sessionScene } from './session-scene.ts';
import type { Scene } from './shortcut-proofs.ts';
import { COMMAND_PROOFS, SCENE } from './shortcut-proofs.ts';

// Each test has a session of its own: both workers take a half of them.
test.describe.configure({ mode: 'parallel' });

const scene = sessionScene();
const { call, page, press, type } = scene;

// Every key of the table from which menu, palette and keyboard map are made, pressed as that table says.

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
  const [budi] = await scene.begin({
    changes: { title: 'Rapat pintasan', kind: 'Rapat' },
    people: ['Budi Contoh', 'Siti Misal', 'Andi Umpama'].map((name, index) => ({
      type: 'person' as const,
      person: { name },
      role: 'peserta',
      ...(index < 2 ? { presence: 'hadir' as const } : {}),
    })),
    isRunning: true,
  });
  const blocks = SCENE.map((line, index): Block => {
    const attrs = {
      id: `${scene.session.id}-${index}` as BlockId,
      dayId: scene.session.days[0]?.id ?? null,
    };
    const text = [{ type: 'text' as const, text: line.slice(line.indexOf(' ') + 1) }];
    if (line.startsWith('agendaItem')) return { type: 'agendaItem', attrs, content: text };
    const speakerId = index === 1 ? (budi?.id ?? null) : null;
    return {
      type: 'statement',
      attrs: { ...attrs, speakerId, kind: 'pernyataan', spokenAtMs: null },
      content: [{ type: 'paragraph', content: text }],
    };
  });
  await scene.write(blocks);
  // The first run, or what the test before left over the window, would take the keys.
  const { window } = scene;
  const isOpen = await window.locator('.shell-main:not([inert])').isVisible();
  if (!isOpen || (await window.locator('[role$="dialog"]:not(.toast), [role="menu"]').count()) > 0)
    await window.reload();
  await press('Control+l');
  await window.getByText(scene.session.title, { exact: true }).first().dblclick();
  await expect(page()).toBeFocused();
  return scene.session.id;
}

async function sceneOf(accelerator: string): Promise<Scene> {
  const sessionId = await openScene();
  await page().press('Control+End');
  return {
    notula: scene.notula,
    page: page(),
    key: () => press(keysOf(accelerator)),
    press,
    type,
    isKept: (shape) =>
      expect
        .poll(async () => {
          const { blocks } = await call('documents.load', { sessionId });
          return blocks.map((block) => `${block.type}: ${blockPlainText(block)}`);
        })
        .toEqual(shape),
  };
}

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
