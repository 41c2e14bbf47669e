import { expect, it } from 'vitest';

import { holdsUnsaved, saveEverything } from '../../../../src/renderer/api/unsaved.ts';

it('is saved where nobody holds anything', async () => {
  expect(await saveEverything()).toBe(true);
});

it('asks every part, also after one could not save, until it holds nothing more', async () => {
  const asked: string[] = [];
  const part = (name: string, isSaved: boolean) =>
    holdsUnsaved(() => {
      asked.push(name);
      return Promise.resolve(isSaved);
    });
  const releases = [part('judul', false), part('notula', true)];
  expect(await saveEverything()).toBe(false);
  expect(asked).toEqual(['judul', 'notula']);

  releases[0]?.();
  expect(await saveEverything()).toBe(true);
  expect(asked).toEqual(['judul', 'notula', 'notula']);
  releases[1]?.();
});

it('shows the first part that is left, but not where nobody asked', async () => {
  const shown: string[] = [];
  const part = (name: string, isSaved: boolean) =>
    holdsUnsaved(
      () => Promise.resolve(isSaved),
      () => shown.push(name),
    );
  const releases = [part('judul', true), part('notula', false), part('tempat', false)];
  expect(await saveEverything({ isShown: false })).toBe(false);
  expect(shown).toEqual([]);
  expect(await saveEverything()).toBe(false);
  expect(shown).toEqual(['notula']);
  for (const release of releases) release();
});
