import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { CALL_CHANNEL } from '../../src/shared/contract/bridge.ts';
import type { CallName, CallResult } from '../../src/shared/contract/index.ts';
import { reports } from './checked-reports.ts';
import { expectAccessible, expectWalk, lookAt } from './look-at.ts';
import { takePicture } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

// What "Periksa berkas" shows of reports of every kind; that real files give such reports is proven
// in signing.spec.ts and in the conformance tests.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const scene = sessionScene({ officeName: 'KPU Kota Contoh' });
const { press } = scene;

const dialog = (): Locator => scene.window.getByRole('dialog', { name: 'Periksa berkas' });
const button = (name: string | RegExp): Locator => dialog().getByRole('button', { name });
const result = (): Locator => dialog().getByRole('region', { name: /^Hasil pemeriksaan berkas/ });

type Answers = { readonly [Name in CallName]?: CallResult<Name> };

/** These calls are answered so from now on; every other goes where it always goes. */
async function answerCalls(answers: Answers): Promise<void> {
  await scene.app.evaluate(
    ({ ipcMain }, { channel, given }) => {
      type Handler = (event: unknown, name: string, input: unknown) => unknown;
      const handlers = (ipcMain as unknown as { readonly _invokeHandlers: Map<string, Handler> })
        ._invokeHandlers;
      const kept = globalThis as { realHandler?: Handler | undefined };
      const real = (kept.realHandler ??= handlers.get(channel));
      if (!real) throw new Error('the channel has a handler');
      handlers.set(channel, (event, name, input) =>
        name in given
          ? JSON.stringify({ ok: true, value: (given as Record<string, unknown>)[name] })
          : real(event, name, input),
      );
    },
    { channel: CALL_CHANNEL, given: answers },
  );
}

const look = (name: string): Promise<void> => lookAt(scene, dialog(), `checking-${name}`);

async function open(): Promise<void> {
  await press('Control+k');
  await scene.type('periksa berkas');
  await press('Enter');
  await expect(button('Pilih berkas …')).toBeFocused();
}

test.beforeAll(async () => {
  await scene.window.emulateMedia({ reducedMotion: 'reduce' });
  await scene.begin({ changes: { title: 'Rapat Pleno Terbuka Penetapan Contoh' } });
  await scene.window.reload();
  await expect(scene.window.getByRole('grid', { name: 'Daftar sesi' })).toBeVisible();
});

test('opens by name and says what it does', async () => {
  await open();
  await expect(dialog()).toContainText('Berkas tidak diubah dan tidak dikirim ke mana pun.');
  await look('start');
});

test('tells a valid file from a session, and opens that session', async () => {
  await answerCalls({ 'checking.chooseFile': reports(scene.session.id).valid });
  await press('Enter');
  await expect(result()).toBeFocused();
  await expect(result()).toContainText('Tanda tangan sah; isi tidak berubah');
  await expect(result()).toContainText('versi final dengan adendum 1, yang diekspor pada');
  await expect(result()).toContainText('Tanda tangan (2)');
  await look('valid');
  await press('Tab');
  await expect(button('Buka sesi')).toBeFocused();
  await press('Enter');
  await expect(dialog()).toBeHidden();
  await expect(scene.page()).toBeFocused();
});

test('shows six signatures, long names and open lines', async () => {
  await open();
  await answerCalls({ 'checking.chooseFile': reports(scene.session.id).six });
  await press('Enter');
  await expect(result().locator('.checking-card')).toHaveCount(6);
  await expect(result()).toContainText('Isi tidak berubah, tetapi sertifikatnya tidak berlaku');
  await expect(result().getByText(/Balai Besar Sertifikasi Elektronik/)).toHaveCount(1);
  await expect(result()).toContainText('Dibuat sendiri (tidak tersertifikasi)');
  await expect(result()).toContainText('Tidak dikenal');
  await expect(result()).not.toContainText(/palsu/i);
  await look('six');
  await result().locator('summary').first().click();
  await expect(result()).toContainText('Nomor seri');
  await result().getByText('Menunggu tanda tangan').scrollIntoViewIfNeeded();
  await look('six-more');
  await expectWalk(scene, 'six signatures');
});

test('trusts a certificate after its fingerprint was compared', async () => {
  await button(/^Percayai sertifikat ini … Budi Contoh/).click();
  const asks = scene.window.getByRole('alertdialog', { name: 'Percayai sertifikat ini?' });
  await expect(asks.getByRole('button', { name: 'Batal' })).toBeFocused();
  await expect(asks).toContainText('3F2A 9C7D 10B8 4E56');
  await expect(asks).toContainText('Siapa pun dapat membuat sertifikat dengan nama ini');
  await takePicture(scene.window, 'checking-trust');
  await expectAccessible(scene, 'trust');
  await press('Escape');
  await expect(asks).toBeHidden();
});

test('names what changed in words people know', async () => {
  await answerCalls({ 'checking.chooseFile': reports(scene.session.id).changed });
  await button('Periksa berkas lain …').click();
  await expect(result()).toContainText('Tanda tangan tidak cocok dengan sertifikatnya');
  await expect(result()).toContainText('Isi dokumen word/document.xml');
  await expect(result()).toContainText('Kepala halaman word/header1.xml');
  await expect(result()).toContainText('Cara penandatanganannya tidak dikenal Notula');
  await expect(button(/^Percayai sertifikat ini … Ani Umpama/)).toHaveCount(0);
  await look('changed');
});

test('lists thirty parts outside the signatures in a few lines', async () => {
  await answerCalls({ 'checking.chooseFile': reports(scene.session.id).partly });
  await button('Periksa berkas lain …').click();
  await expect(result()).toContainText('Sebagian isi tidak tercakup tanda tangan');
  await expect(result()).toContainText('Bagian yang tidak tercakup tanda tangan (30)');
  await expect(result()).toContainText('Gambar (22)');
  await result().getByText('Gambar (22)').scrollIntoViewIfNeeded();
  await look('partly');
});

test('a file without signatures is said to be one', async () => {
  await answerCalls({ 'checking.chooseFile': reports(scene.session.id).unsigned });
  await button('Periksa berkas lain …').click();
  await expect(result()).toContainText('Tidak ada tanda tangan digital');
  await expect(result()).toContainText('Bukan berkas yang dikeluarkan arsip ini');
  await look('unsigned');
});

test('the report is copied as text', async () => {
  await button('Salin sebagai teks').click();
  await expect(dialog()).toContainText('Hasil pemeriksaan disalin sebagai teks.');
  const copied = await scene.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('Tidak ada tanda tangan digital');
  expect(copied).toContain('Nama: Notula Rapat Pleno Terbuka Penetapan Contoh 2026-11-22.docx');
});
