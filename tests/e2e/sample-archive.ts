import type { Page } from '@playwright/test';

import type { Bridge } from '../../src/shared/contract/bridge.ts';
import type { CallInput, CallName, CallResult } from '../../src/shared/contract/index.ts';
import { everyBlock } from './every-block.ts';

/** The session that has a block of every type. */
export const TITLE = 'Rapat semua blok';

/** Makes a call as the window makes it. */
export async function call<Name extends CallName>(
  window: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallResult<Name>> {
  const envelope = await window.evaluate(
    ([callName, callInput]) =>
      (globalThis as unknown as { readonly notula: Bridge }).notula.invoke(callName, callInput),
    [name, input] as const,
  );
  if (!envelope.ok) throw new Error(`${name}: ${envelope.code}`);
  return envelope.value as CallResult<Name>;
}

/** An archive past its first run, with the examples and a session that has everything in it. */
export async function fillArchive(window: Page): Promise<void> {
  await call(window, 'profile.update', {
    changes: { isSetUp: true, officeName: 'KPU Kota Contoh', notulisName: 'Budi Contoh' },
  });
  await call(window, 'examples.add', {});
  const session = await call(window, 'sessions.create', { changes: { title: TITLE, kind: 'FGD' } });
  const [speaker] = await call(window, 'attendance.add', {
    sessionId: session.id,
    entries: ['Budi Contoh', 'Siti Misal'].map((name) => ({
      type: 'person' as const,
      person: { name, titleBefore: 'Dr.', titleAfter: 'S.H.' },
      position: 'Ketua',
      organizationName: 'KPU Kota Contoh',
      role: 'narasumber',
      presence: 'hadir' as const,
    })),
  });
  if (speaker === undefined) throw new Error('nobody was added');
  const blocks = everyBlock(speaker.id);
  await call(window, 'documents.save', {
    sessionId: session.id,
    upserts: [...blocks],
    deletions: [],
    order: blocks.map(({ attrs }) => attrs.id),
  });
  await call(window, 'sessions.setStatus', { id: session.id, status: 'berlangsung' });
}
