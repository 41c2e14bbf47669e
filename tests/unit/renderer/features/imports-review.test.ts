import { expect, it } from 'vitest';

import {
  createOneAtATime,
  createTurns,
} from '../../../../src/renderer/features/imports/in-turn.ts';
import { reviewKey } from '../../../../src/renderer/features/imports/review-keys.ts';

const key = (name: string, pressed: Partial<Parameters<typeof reviewKey>[0]> = {}) =>
  reviewKey({
    key: name,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    repeat: false,
    ...pressed,
  });

it('a key that is held down marks no file right that nobody has seen', () => {
  expect(key('Enter', { ctrlKey: true })).toBe('confirm');
  expect(key('Enter', { metaKey: true })).toBe('confirm');
  expect(key('Enter', { ctrlKey: true, repeat: true })).toBeNull();
  expect(key('Enter')).toBeNull();
  // Held down, these only show what is there.
  expect(key('ArrowDown', { altKey: true, repeat: true })).toBe('next');
  expect(key('ArrowUp', { altKey: true })).toBe('previous');
  expect(key('ArrowUp')).toBeNull();
});

it('a second order while the first is carried out is not taken, the one after it is', async () => {
  const attempt = createOneAtATime();
  const done: string[] = [];
  const slow = Promise.withResolvers<void>();
  const first = attempt(async () => {
    await slow.promise;
    done.push('a');
  });
  await attempt(() => {
    done.push('b');
    return Promise.resolve();
  });
  slow.resolve();
  await first;
  expect(done).toEqual(['a']);
  await expect(attempt(() => Promise.reject(new Error('gagal')))).rejects.toThrow('gagal');
  await attempt(() => {
    done.push('c');
    return Promise.resolve();
  });
  expect(done).toEqual(['a', 'c']);
});

it('two changes of one day are both kept, also after one that failed', async () => {
  const inTurn = createTurns();
  let stored = { date: '', start: '' };
  const change = (changes: Partial<typeof stored>) =>
    inTurn(async () => {
      const whole = { ...stored, ...changes };
      await Promise.resolve();
      stored = whole;
    });
  const failed = inTurn(() => Promise.reject(new Error('gagal')));
  await Promise.all([
    expect(failed).rejects.toThrow('gagal'),
    change({ date: '2024-05-01' }),
    change({ start: '09:00' }),
  ]);
  expect(stored).toEqual({ date: '2024-05-01', start: '09:00' });
});
