import { expect, test } from 'vitest';

import { keyLabel, withKeyNames } from '../../../../src/shared/contract/key-labels.ts';

test('keys are printed as they are called on each system', () => {
  expect(keyLabel('CmdOrCtrl+Shift+E', false)).toBe('Ctrl+Shift+E');
  expect(keyLabel('CmdOrCtrl+Alt+Shift+1', true)).toBe('⌥⇧⌘1');
  expect(keyLabel('Alt+Shift+Up / Down', false)).toBe('Alt+Shift+↑ / ↓');
  expect(keyLabel('CmdOrCtrl+Shift+PageUp', false)).toBe('Ctrl+Shift+PageUp');
  expect(keyLabel('F6', true)).toBe('F6');
  expect(keyLabel(null, true)).toBe('');
});

test('sentences name the keys of macOS there and are left alone elsewhere', () => {
  const text = 'Enter menuju · Alt+Shift+↑↓ memindahkan · tekan Ctrl+Alt+2.';
  expect(withKeyNames(text, false)).toBe(text);
  expect(withKeyNames(text, true)).toBe('Enter menuju · ⌥⇧↑↓ memindahkan · tekan ⌥⌘2.');
});
