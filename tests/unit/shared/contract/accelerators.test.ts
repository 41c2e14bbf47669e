import { expect, test } from 'vitest';

import { isAccelerator } from '../../../../src/shared/contract/accelerators.ts';

const press = (
  key: string,
  modifiers: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', true>>,
) => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : '',
  ctrlKey: modifiers.ctrl ?? false,
  metaKey: modifiers.meta ?? false,
  altKey: modifiers.alt ?? false,
  shiftKey: modifiers.shift ?? false,
});

test('an accelerator needs exactly its modifiers', () => {
  const all = { ctrl: true, shift: true } as const;
  expect(isAccelerator(press('F', all), 'CmdOrCtrl+Shift+F', false)).toBe(true);
  expect(isAccelerator(press('f', { ctrl: true }), 'CmdOrCtrl+Shift+F', false)).toBe(false);
  expect(isAccelerator(press('F', { ...all, alt: true }), 'CmdOrCtrl+Shift+F', false)).toBe(false);
  expect(isAccelerator(press('F1', {}), 'F1', false)).toBe(true);
});

test('Cmd is for macOS, Ctrl for the others', () => {
  expect(isAccelerator(press('k', { meta: true }), 'CmdOrCtrl+K', true)).toBe(true);
  expect(isAccelerator(press('k', { ctrl: true }), 'CmdOrCtrl+K', true)).toBe(false);
  expect(isAccelerator(press('k', { meta: true }), 'CmdOrCtrl+K', false)).toBe(false);
});

test('digits are known by their place, whatever Alt makes of them', () => {
  const typed = { ...press('¡', { ctrl: true, alt: true }), code: 'Digit1' };
  expect(isAccelerator(typed, 'CmdOrCtrl+Alt+1', false)).toBe(true);
});

test('letters are known by their place where Option makes other letters of them', () => {
  const typed = { ...press('å', { alt: true }), code: 'KeyA' };
  expect(isAccelerator(typed, 'Alt+A', true)).toBe(true);
  const note = { ...press('µ', { meta: true, alt: true }), code: 'KeyM' };
  expect(isAccelerator(note, 'CmdOrCtrl+Alt+M', true)).toBe(true);
  expect(isAccelerator(typed, 'Alt+A', false)).toBe(false);
});

test('a quote is known by its place, whatever Shift makes of it', () => {
  const quote = { ...press('"', { ctrl: true, shift: true }), code: 'Quote' };
  expect(isAccelerator(quote, "CmdOrCtrl+Shift+'", false)).toBe(true);
  expect(isAccelerator({ ...quote, key: 'Dead' }, "CmdOrCtrl+Shift+'", false)).toBe(true);
});

test('arrows and punctuation', () => {
  expect(isAccelerator(press('ArrowUp', { alt: true, shift: true }), 'Alt+Shift+Up', false)).toBe(
    true,
  );
  expect(isAccelerator(press(',', { ctrl: true }), 'CmdOrCtrl+,', false)).toBe(true);
});

test('Caps Lock, which turns letters around, changes nothing', () => {
  const shifted = press('e', { ctrl: true, shift: true });
  expect(isAccelerator(shifted, 'CmdOrCtrl+Shift+E', false)).toBe(true);
  expect(isAccelerator(shifted, 'CmdOrCtrl+E', false)).toBe(false);
});
