import type { Page } from '@playwright/test';

import { callApp } from './bridge.ts';
import { everyBlock } from './every-block.ts';

/** The session that has a block of every type. */
export const TITLE = 'Rapat semua blok';

/** An archive past its first run, with the examples and a session that has everything in it. */
export async function fillArchive(window: Page): Promise<void> {
  await callApp(window, 'profile.update', {
    changes: { isSetUp: true, officeName: 'KPU Kota Contoh', notulisName: 'Budi Contoh' },
  });
  await callApp(window, 'examples.add', {});
  const session = await callApp(window, 'sessions.create', {
    changes: { title: TITLE, kind: 'FGD' },
  });
  const [speaker] = await callApp(window, 'attendance.add', {
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
  await callApp(window, 'documents.save', {
    sessionId: session.id,
    upserts: [...blocks],
    deletions: [],
    order: blocks.map(({ attrs }) => attrs.id),
  });
  await callApp(window, 'sessions.setStatus', { id: session.id, status: 'berlangsung' });
}
