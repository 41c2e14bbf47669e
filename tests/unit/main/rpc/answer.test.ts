import { expect, it } from 'vitest';

import { answer } from '../../../../src/main/rpc/answer.ts';
import { sealInput } from '../../../../src/shared/contract/envelope.ts';
import type { Handlers } from '../../../../src/shared/contract/index.ts';

const options = { mapError: () => null, logError: () => undefined };
const saved: unknown[] = [];
// The one handler of the many that is called here.
const handlers = {
  'documents.save': (batch: unknown) => {
    saved.push(batch);
    return { savedAtMs: 1 };
  },
} as unknown as Handlers<'storage'>;

const narration = (content: unknown) => ({
  sessionId: 'sesi-1',
  upserts: [{ type: 'narration', attrs: { id: 'blok-1', dayId: null }, content: [content] }],
  deletions: [],
  order: null,
});
const nested = (depth: number): unknown => {
  let node: unknown = { type: 'paragraph' };
  for (let level = 0; level < depth; level += 1) node = { type: 'blockquote', content: [node] };
  return node;
};

it('answers a call whose input came as one text', async () => {
  const batch = narration({ type: 'paragraph' });
  const outcome = await answer(handlers, 'documents.save', sealInput(batch), options);
  expect(outcome).toEqual({ ok: true, value: { savedAtMs: 1 } });
  expect(saved).toEqual([batch]);
});

it('refuses what is nested too deep to be read, and does not fail over it', async () => {
  const outcome = await answer(handlers, 'documents.save', narration(nested(20_000)), options);
  expect(outcome).toMatchObject({ ok: false, code: 'invalid-input' });
});
