import { expect, test } from 'vitest';

import { commands } from '../../../src/shared/contract/commands.ts';
import { editorKeys } from '../../../src/shared/contract/editor-keys.ts';
import { keyLabel } from '../../../src/shared/contract/key-labels.ts';
import { searchKeys } from '../../../src/shared/contract/search-keys.ts';

function row(keys: string, label: { readonly id: string; readonly en: string }): string {
  return `| ${keyLabel(keys, false)} | ${label.id} | ${label.en} |`;
}

const HEAD = '| Tombol / Keys | Perintah | Command |\n| --- | --- | --- |';

// `npx vitest run tests/unit/shared/keyboard-map.test.ts -u` writes the page anew.
test('docs/keyboard.md shows the table that the app uses', async () => {
  const menuRows = Object.values(commands).flatMap(({ accelerator, label }) =>
    accelerator === null ? [] : [row(accelerator, label)],
  );
  const editorRows = editorKeys.map(({ keys, label }) => row(keys, label));
  const searchRows = searchKeys.map(({ keys, label }) => row(keys, label));
  const page = `# Keyboard map

On macOS, Ctrl is ⌘. Every command without a key is in the menu and in the command palette (Ctrl+K).

## Anywhere

${[HEAD, ...menuRows].join('\n')}

## In the minutes

${[HEAD, ...editorRows].join('\n')}

## In the search over all sessions

${[HEAD, ...searchRows].join('\n')}

Proposals never take a key that means the results. While words are typed, one proposal is named in
the field and Tab alone takes it. Behind the colon of an operator its values are listed: there the
arrows walk the list, and Enter takes a value only where the arrows chose it; otherwise it opens the
chosen or first result as always.
`;
  await expect(page).toMatchFileSnapshot('../../../docs/keyboard.md');
});

test('no two commands share a key', () => {
  const keys = Object.values(commands).flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});
