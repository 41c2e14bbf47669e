import { expect, test } from 'vitest';

import { createRestartLimit } from '../../../../src/main/app/restart-limit.ts';

const MINUTE_MS = 60_000;

test('five restarts in a row, then none until the first is ten minutes old', () => {
  let nowMs = 0;
  const mayRestart = createRestartLimit(() => nowMs);
  for (let count = 1; count <= 5; count += 1) expect(mayRestart()).toBe(true);
  nowMs = 10 * MINUTE_MS - 1;
  expect(mayRestart()).toBe(false);
  nowMs = 10 * MINUTE_MS;
  expect(mayRestart()).toBe(true);
});

test('one death an hour never ends the saving of a long meeting', () => {
  let nowMs = 0;
  const mayRestart = createRestartLimit(() => nowMs);
  for (let hour = 0; hour < 12; hour += 1) {
    nowMs = hour * 60 * MINUTE_MS;
    expect(mayRestart()).toBe(true);
  }
});
