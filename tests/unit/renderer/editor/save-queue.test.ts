import { describe, expect, it } from 'vitest';

import type { SaveState } from '../../../../src/renderer/features/editor/saving/save-queue.ts';
import { createSaveQueue } from '../../../../src/renderer/features/editor/saving/save-queue.ts';
import { AppError } from '../../../../src/shared/contract/errors.ts';

interface Alarm {
  readonly atMs: number;
  readonly run: () => void;
}

/** A clock that stands until it is moved, and a receiver whose answers the test gives. */
function bench() {
  let nowMs = 0;
  let alarms: Alarm[] = [];
  const sent: { readonly words: readonly string[]; readonly atMs: number }[] = [];
  const answers: { ok: () => void; fail: (error: unknown) => void }[] = [];
  const states: SaveState[] = [];
  const queue = createSaveQueue<readonly string[]>({
    nothing: [],
    isEmpty: (words) => words.length === 0,
    merge: (older, newer) => [...older, ...newer],
    send: (words) => {
      sent.push({ words, atMs: nowMs });
      return new Promise((resolve, reject) => {
        answers.push({ ok: () => resolve({ savedAtMs: nowMs }), fail: reject });
      });
    },
    errorCode: (error) => (error instanceof AppError ? error.code : 'internal'),
    timers: {
      nowMs: () => nowMs,
      after: (delayMs, run) => {
        const alarm = { atMs: nowMs + delayMs, run };
        alarms.push(alarm);
        return () => {
          alarms = alarms.filter((other) => other !== alarm);
        };
      },
    },
    onState: (state) => states.push(state),
  });
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return {
    queue,
    sent,
    states,
    get state() {
      return states.at(-1);
    },
    async pass(ms: number) {
      const endMs = nowMs + ms;
      for (;;) {
        const next = alarms.toSorted((a, b) => a.atMs - b.atMs)[0];
        if (!next || next.atMs > endMs) break;
        nowMs = Math.max(nowMs, next.atMs);
        alarms = alarms.filter((other) => other !== next);
        next.run();
        await settle();
      }
      nowMs = endMs;
    },
    async acknowledge() {
      answers.shift()?.ok();
      await settle();
    },
    async refuse(error: unknown = new AppError('storage-full')) {
      answers.shift()?.fail(error);
      await settle();
    },
  };
}

describe('the save queue', () => {
  it('sends 250 ms after the first key although typing never pauses', async () => {
    const desk = bench();
    for (let key = 0; key < 10; key += 1) {
      desk.queue.add([`k${key}`]);
      await desk.pass(50);
    }
    expect(desk.sent[0]).toEqual({ words: ['k0', 'k1', 'k2', 'k3', 'k4'], atMs: 250 });
  });

  it('has one batch on its way; what is typed meanwhile goes with the next', async () => {
    const desk = bench();
    desk.queue.add(['a']);
    await desk.pass(250);
    desk.queue.add(['b']);
    await desk.pass(1000);
    desk.queue.add(['c']);
    expect(desk.sent).toHaveLength(1);
    await desk.acknowledge();
    expect(desk.state).not.toMatchObject({ type: 'saved' });
    await desk.pass(0);
    expect(desk.sent[1]).toEqual({ words: ['b', 'c'], atMs: 1250 });
    await desk.acknowledge();
    expect(desk.state).toEqual({ type: 'saved', atMs: 1250 });
  });

  it('says "saved" only when the save was acknowledged', async () => {
    const desk = bench();
    desk.queue.add(['a']);
    expect(desk.state).toEqual({ type: 'saving' });
    await desk.pass(2900);
    expect(desk.state).toEqual({ type: 'saving' });
    await desk.pass(200);
    expect(desk.state).toEqual({ type: 'unsaved', sinceMs: 0, error: null });
    await desk.acknowledge();
    expect(desk.state).toEqual({ type: 'saved', atMs: 3100 });
    expect(desk.queue.hasUnsaved()).toBe(false);
  });

  it('keeps a failed batch under what came after it and tries again with growing pauses', async () => {
    const desk = bench();
    desk.queue.add(['a']);
    await desk.pass(250);
    desk.queue.add(['b']);
    await desk.refuse();
    expect(desk.state).toEqual({ type: 'unsaved', sinceMs: 0, error: 'storage-full' });
    await desk.pass(500);
    expect(desk.sent[1]).toEqual({ words: ['a', 'b'], atMs: 750 });
    await desk.refuse();
    desk.queue.add(['c']);
    await desk.pass(999);
    expect(desk.sent).toHaveLength(2);
    await desk.pass(1);
    expect(desk.sent[2]).toEqual({ words: ['a', 'b', 'c'], atMs: 1750 });
    await desk.acknowledge();
    expect(desk.state).toMatchObject({ type: 'saved' });
  });

  it('flushes at once, also what is typed while it waits, and tells whether all was kept', async () => {
    const desk = bench();
    desk.queue.add(['a']);
    const flushed = desk.queue.flush();
    expect(desk.sent).toEqual([{ words: ['a'], atMs: 0 }]);
    desk.queue.add(['b']);
    await desk.acknowledge();
    expect(desk.sent[1]).toEqual({ words: ['b'], atMs: 0 });
    await desk.acknowledge();
    expect(await flushed).toBe(true);

    desk.queue.add(['c']);
    const failing = desk.queue.flush();
    await desk.refuse(new Error('unexpected'));
    expect(await failing).toBe(false);
    expect(desk.state).toMatchObject({ type: 'unsaved', error: 'internal' });
    const again = desk.queue.flush();
    await desk.acknowledge();
    expect(await again).toBe(true);
  });

  it('has nothing to do without changes', async () => {
    const desk = bench();
    desk.queue.add([]);
    await desk.pass(1000);
    expect(await desk.queue.flush()).toBe(true);
    expect(desk.sent).toEqual([]);
  });
});
