import { expect, it } from 'vitest';

import { createPendingText } from '../../../../../src/renderer/features/files/pending-text.ts';

it('saves what was typed last, also while it was being saved, and once', async () => {
  const pending = createPendingText();
  const saved: string[] = [];
  const save = (text: string): Promise<null> => {
    saved.push(text);
    if (text === 'Foto') pending.type('Foto ruang');
    return Promise.resolve(null);
  };
  expect(await pending.saveNow(save)).toBeNull();
  pending.type('Foto');
  expect(await pending.saveNow(save)).toBeNull();
  expect(await pending.saveNow(save)).toBeNull();
  expect(saved).toEqual(['Foto', 'Foto ruang']);
});

it('still holds what could not be saved', async () => {
  const pending = createPendingText();
  pending.type('Foto');
  expect(await pending.saveNow(() => Promise.resolve('penuh'))).toBe('penuh');
  const saved: string[] = [];
  await pending.saveNow((text) => {
    saved.push(text);
    return Promise.resolve(null);
  });
  expect(saved).toEqual(['Foto']);
});
