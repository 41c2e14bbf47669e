import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import { seededRandom } from '../bench/report.ts';
import { callApp } from '../e2e/bridge.ts';
import { pngImage } from '../fixtures/images.ts';
import {
  PREPARED_SESSION_ID,
  PREPARED_TITLE,
  plainStatements,
  prepareArchive,
} from '../fixtures/prepared-archive.ts';
import type { DayId } from '../../src/shared/ids.ts';
import { attachmentIdSchema } from '../../src/shared/ids.ts';
import type { Bridge } from '../../src/shared/contract/bridge.ts';
import type { FaultResult } from './faults.ts';
import { closeApp, editorOf, killWhole, openSession, startApp } from './running-app.ts';
import { fill } from './small-disk.ts';

const KILLS = 6;
const IMAGES_PER_ROUND = 80;
const SHORTEST_MS = 150;
const LONGEST_MS = 1500;
const DAY = 'hari-1' as DayId;
const sessionId = PREPARED_SESSION_ID;

/** What the window was told is kept. */
interface Acknowledged {
  readonly image: string[];
  /** Entries of the queue who had their turn. */
  readonly served: string[];
  /** Times of the meeting's breaks and resumptions. */
  readonly mark: string[];
}
const KINDS = ['image', 'served', 'mark'] as const;

/** Notes images, turns and breaks one after the other, and reports each as soon as it is acknowledged. */
async function captureUntilKilled(window: Page, round: number, people: readonly string[]) {
  const images = Array.from({ length: IMAGES_PER_ROUND }, (_, index) =>
    Buffer.from(pngImage(40 + round, 30 + index, index)).toString('base64'),
  );
  await window.evaluate(
    async ({ session, day, attendees, pictures, firstMs }) => {
      const { notula } = globalThis as unknown as { readonly notula: Bridge };
      interface Answer {
        readonly ok: boolean;
        readonly value: { readonly id: string };
      }
      const call = async (name: string, input: object): Promise<Answer> =>
        JSON.parse(await notula.invoke(name, input)) as Answer;
      for (const [index, picture] of pictures.entries()) {
        const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
        const image = await call('attachments.add', { sessionId: session, bytes });
        if (image.ok) console.log(`kept image ${image.value.id}`);
        const attendanceId = attendees[index % attendees.length];
        const noted = await call('queue.note', { sessionId: session, dayId: day, attendanceId });
        const turn = await call('queue.setState', { id: noted.value.id, state: 'served' });
        if (turn.ok) console.log(`kept served ${turn.value.id}`);
        const atMs = firstMs + index;
        const events = ['diskors', 'dilanjutkan'];
        // After a kill either may be next: the other is refused.
        for (const event of events) {
          const mark = await call('meeting.mark', { id: session, event, atMs });
          if (!mark.ok) continue;
          console.log(`kept mark ${atMs}`);
          break;
        }
      }
    },
    {
      session: sessionId,
      day: DAY,
      attendees: people,
      pictures: images,
      firstMs: Date.UTC(2026, 10, 22, round),
    },
  );
}

/** What was acknowledged and is not there, or not whole. */
async function lostIn(window: Page, kept: Acknowledged): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const id of kept.image) {
    const image = await callApp(window, 'attachments.read', { id: attachmentIdSchema.parse(id) });
    const hash = createHash('sha256').update(Buffer.from(image?.base64 ?? '', 'base64'));
    if (hash.digest('hex') !== id) lost.push(`image ${id}`);
  }
  const { queue } = await callApp(window, 'speakers.get', { sessionId });
  const served = new Set(
    queue.filter(({ servedAtMs }) => servedAtMs !== null).map(({ id }) => String(id)),
  );
  const { meeting } = await callApp(window, 'sessions.get', { id: sessionId });
  const marks = new Set(meeting.marks.map(({ atMs }) => String(atMs)));
  lost.push(...kept.served.filter((id) => !served.has(id)).map((id) => `turn ${id}`));
  lost.push(...kept.mark.filter((atMs) => !marks.has(atMs)).map((atMs) => `mark ${atMs}`));
  return lost;
}

/** kill -9 while images are stored, turns and breaks noted: what was acknowledged is there afterwards. */
export async function killedCapture(): Promise<FaultResult> {
  const root = mkdtempSync(join(tmpdir(), 'notula-fault-'));
  const random = seededRandom(20_261_122);
  const kept: Acknowledged = { image: [], served: [], mark: [] };
  const wrong: string[] = [];
  try {
    prepareArchive(join(root, 'arsip.db'), plainStatements(5));
    for (let round = 0; round <= KILLS; round += 1) {
      const running = await startApp(root);
      const { window } = running;
      await openSession(window, PREPARED_TITLE);
      wrong.push(...(await lostIn(window, kept)).map((what) => `${what} after kill ${round}`));
      if (round === KILLS) {
        await closeApp(running, root);
        break;
      }
      window.on('console', (message) => {
        const [, kind, id] = /^kept (\w+) (\S+)$/.exec(message.text()) ?? [];
        const known = KINDS.find((one) => one === kind);
        if (known && id !== undefined) kept[known].push(id);
      });
      const lines = await callApp(window, 'attendance.add', {
        sessionId,
        entries: [1, 2, 3].map((n) => ({ type: 'person', person: { name: `Budi Contoh ${n}` } })),
      });
      // The kill breaks the capture off: that failure is the expected end of it.
      const people = lines.map(({ id }) => id);
      const begun = window.waitForEvent('console', (message) =>
        message.text().startsWith('kept mark'),
      );
      const capturing = captureUntilKilled(window, round, people).catch(() => undefined);
      await begun;
      await delay(SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS));
      await killWhole(running, root);
      await capturing;
    }
    const counts = `${kept.image.length} images, ${kept.served.length} turns, ${kept.mark.length} marks`;
    if (KINDS.some((kind) => kept[kind].length < KILLS)) wrong.push('too little was captured');
    return { told: `${counts} acknowledged before ${KILLS} kills`, wrong };
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** An image is pasted while the disk is full: it is said, and neither the page nor the archive has half of it. */
export async function fullDiskForImage(): Promise<FaultResult> {
  const disk = process.env['NOTULA_SMALL_DISK'];
  if (disk === undefined) {
    return { told: '', wrong: [], skipped: 'only root can mount a small disk to fill' };
  }
  const folder = join(disk, 'image-data');
  const filler = join(disk, 'image-filler');
  mkdirSync(folder);
  prepareArchive(join(folder, 'arsip.db'), plainStatements(5));
  const running = await startApp(folder);
  const { window } = running;
  const paste = (): Promise<void> =>
    window.evaluate(
      (picture) => {
        const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([bytes], 'gambar.png', { type: 'image/png' }));
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      },
      Buffer.from(pngImage(900, 700)).toString('base64'),
    );
  const images = editorOf(window).locator('.minutes-image');
  try {
    await openSession(window, PREPARED_TITLE);
    // Longer than the backup after the start takes, which would free room when it fails.
    await delay(6000);
    fill(filler, disk);
    await paste();
    const toast = window.getByText(/Disk penuh/).first();
    await toast.waitFor();
    const told = await toast.innerText();
    const wrong = (await images.count()) === 0 ? [] : ['an image is shown that is not kept'];
    rmSync(filler);
    await paste();
    await images.first().waitFor();
    return { told, wrong };
  } finally {
    rmSync(filler, { force: true });
    await closeApp(running, folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
