import { expect, it } from 'vitest';

import { createPointerChoice } from '../../../../../src/renderer/features/marks/ink/pointer-choice.ts';

const pointer = (id: number, type: string, atMs = 0) => ({ id, type, atMs });

it('lets one pointer draw at a time', () => {
  const choice = createPointerChoice();
  expect(choice.down(pointer(1, 'touch'))).toBe('draws');
  expect(choice.down(pointer(2, 'touch'))).toBe('ignored');
  expect(choice.isDrawing(1)).toBe(true);
  expect(choice.up(2)).toBe(false);
  expect(choice.up(1)).toBe(true);
  expect(choice.down(pointer(3, 'mouse'))).toBe('draws');
});

it('takes a palm that lies down after the pen for none', () => {
  const choice = createPointerChoice();
  expect(choice.down(pointer(1, 'pen', 100))).toBe('draws');
  expect(choice.down(pointer(2, 'touch', 200))).toBe('ignored');
  choice.up(1);
  expect(choice.down(pointer(3, 'touch', 1000))).toBe('ignored');
  expect(choice.down(pointer(4, 'touch', 4000))).toBe('draws');
});

it('takes a palm that came before the pen for none, and a pen that hovers for one', () => {
  const choice = createPointerChoice();
  expect(choice.down(pointer(1, 'touch', 0))).toBe('draws');
  expect(choice.down(pointer(2, 'pen', 50))).toBe('takes-over');
  expect(choice.isDrawing(1)).toBe(false);
  expect(choice.up(1)).toBe(false);
  choice.up(2);
  choice.penSeen(5000);
  expect(choice.down(pointer(3, 'touch', 5200))).toBe('ignored');
});
