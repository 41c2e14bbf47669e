/**
 * How long something may take that a user waits for. On the build machine two windows share two processors with their
 * storage and their tests: there four times as long still tells a window that stands still from one that works.
 */
export const limitMs = (milliseconds: number): number =>
  process.env['CI'] ? 4 * milliseconds : milliseconds;
