import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { openOpenssl } from '../fixtures/openssl.ts';
import { expectAccessible, expectWalk, lookAt } from './look-at.ts';
import { takePicture } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

// The whole path of a document: final, signed by one, signed by the next, checked, changed, checked again.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const scene = sessionScene({ officeName: 'KPU Kota Contoh', notulisName: 'Ani Contoh' });
const { call, press, type } = scene;

const PASSPHRASE = 'empat sapi di sawah';
const FILE_PASSPHRASE = 'kunci Pimpinan 47';
let folder: string;
let openssl: ReturnType<typeof openOpenssl>;

const dialog = (name: string): Locator => scene.window.getByRole('dialog', { name, exact: true });
const signing = (): Locator => dialog('Tanda tangani dokumen');
const signingFile = (): Locator => dialog('Tanda tangani berkas Word');
const checking = (): Locator => dialog('Periksa berkas');
const result = (): Locator => checking().getByRole('region', { name: /^Hasil pemeriksaan berkas/ });
const cards = (): Locator => result().locator('.checking-card');

/** Questions for a file to open and for a place to save are answered with these. */
const answerWith = (files: { readonly open?: string; readonly save?: string }): Promise<void> =>
  scene.app.evaluate(({ dialog: native }, given) => {
    const { open = '', save = '' } = given;
    native.showOpenDialog = () => Promise.resolve({ canceled: open === '', filePaths: [open] });
    native.showSaveDialog = () => Promise.resolve({ canceled: save === '', filePath: save });
  }, files);

/** Runs a command by its name in the list of commands. */
async function run(name: string): Promise<void> {
  await press('Control+k');
  await type(name);
  await press('Enter');
}

/** Checks a file that is chosen, from wherever the dialog is. */
async function check(file: string): Promise<void> {
  await answerWith({ open: file });
  if (!(await checking().isVisible())) await run('periksa berkas');
  await checking()
    .getByRole('button', { name: /^(?:Pilih berkas|Periksa berkas lain) …$/ })
    .click();
}

/** The file again, with some of its parts changed, added or (null) taken away. */
async function tampered(
  file: string,
  name: string,
  change: (parts: Record<string, Uint8Array>) => Record<string, Uint8Array | null>,
): Promise<string> {
  const parts = unzipSync(new Uint8Array(await readFile(file)));
  const changed = Object.entries({ ...parts, ...change(parts) });
  const path = join(folder, name);
  await writeFile(
    path,
    zipSync(
      Object.fromEntries(
        changed.filter((entry): entry is [string, Uint8Array] => entry[1] !== null),
      ),
    ),
  );
  return path;
}

const firstSigned = (): string => join(folder, 'Notula satu.docx');
const bothSigned = (): string => join(folder, 'Notula dua.docx');

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-tanda-'));
  openssl = openOpenssl();
  openssl.key('ketua', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048');
  openssl.certificate({ name: 'ketua', subject: '/C=ID/O=KPU Kota Contoh/CN=Budi Contoh' });
  await writeFile(join(folder, 'ketua.p12'), openssl.pack('ketua', FILE_PASSPHRASE));
  await writeFile(join(folder, 'ketua.cer'), openssl.der('ketua'));

  await scene.window.emulateMedia({ reducedMotion: 'reduce' });
  const [chair] = await scene.begin({
    changes: { title: 'Rapat Tanda Tangan Contoh', kind: 'Rapat Pleno' },
    people: [
      {
        type: 'person',
        person: { name: 'Budi Contoh', titleAfter: 'S.H.' },
        position: 'Ketua',
        organizationName: 'KPU Kota Contoh',
        role: 'pimpinan',
        presence: 'hadir',
      },
      {
        type: 'person',
        person: { name: 'Ani Contoh' },
        position: 'Sekretaris',
        organizationName: 'KPU Kota Contoh',
        role: 'notulis',
        presence: 'hadir',
      },
    ],
  });
  await scene.write([
    scene.statement('b1', 'Jadwal pemungutan suara disetujui.', { speakerId: chair?.id ?? null }),
  ]);
  await scene.openSession();
});
test.afterAll(async () => {
  openssl.remove();
  await rm(folder, { recursive: true, force: true });
});

test('identities: made with a passphrase, saved as a file, removed', async () => {
  await run('identitas tanda tangan');
  const identities = dialog('Identitas tanda tangan');
  await expect(identities).toContainText('Belum ada identitas');
  await takePicture(scene.window, 'signing-identities-none');

  await identities.getByRole('button', { name: 'Buat identitas …' }).click();
  const form = dialog('Buat identitas');
  await expect(form.getByRole('textbox', { name: 'Nama lengkap dengan gelar' })).toHaveValue(
    'Ani Contoh',
  );
  await expect(form.getByRole('textbox', { name: 'Lembaga' })).toHaveValue('KPU Kota Contoh');
  const first = form.getByLabel('Kata sandi baru');
  const second = form.getByLabel('Ulangi kata sandi');
  await first.fill('12345678');
  await expect(form).toContainText('Mudah ditebak');
  await first.fill('pendek');
  await second.fill('pendeK');
  await press('Enter');
  await expect(form).toContainText('Terlalu pendek: sedikitnya 8 huruf.');
  await expect(form).toContainText('Kedua kata sandi tidak sama.');
  await expect(form).toContainText('tidak dapat dipulihkan oleh siapa pun');
  await lookAt(scene, form, 'signing-create');
  await expectWalk(scene, 'making an identity');
  await first.fill(PASSPHRASE);
  await expect(form).toContainText('Kuat.');
  // Hidden until it is asked to be seen.
  await expect(first).toHaveAttribute('type', 'password');
  await form.getByRole('button', { name: 'Tampilkan kata sandi' }).first().click();
  await expect(first).toHaveAttribute('type', 'text');
  await second.fill(PASSPHRASE);
  await second.press('Enter');
  await expect(form).toBeHidden({ timeout: 60_000 });
  await expect(identities).toContainText('Identitas “Ani Contoh” dibuat.');
  await expect(identities.getByRole('listitem')).toHaveCount(1);
  await identities.getByText('Rincian sertifikat').click();
  await expect(identities).toContainText('Sidik jari (SHA-256)');
  await lookAt(scene, identities, 'signing-identities');
  await expectWalk(scene, 'identities');

  await answerWith({ save: join(folder, 'ani.p12') });
  await identities.getByRole('button', { name: /^Simpan sebagai \.p12/ }).click();
  await expect(identities).toContainText('“ani.p12” tersimpan.');
  expect(await readdir(folder)).toContain('ani.p12');

  // One too many is removed, after a warning.
  await call('identities.create', {
    name: 'Cici Contoh',
    position: '',
    organization: '',
    passphrase: PASSPHRASE,
  });
  await press('Escape');
  await run('identitas tanda tangan');
  await identities.getByRole('button', { name: 'Hapus … Cici Contoh' }).click();
  const asks = scene.window.getByRole('alertdialog');
  await expect(asks).toContainText('Dokumen yang sudah ditandatangani tetap sah');
  await expect(asks.getByRole('button', { name: 'Batal' })).toBeFocused();
  await takePicture(scene.window, 'signing-identity-remove');
  await asks.getByRole('button', { name: 'Hapus' }).click();
  await expect(identities).toContainText('Identitas “Cici Contoh” dihapus.');
  await expect(identities.getByRole('listitem')).toHaveCount(1);
  await press('Escape');
});

test('a session that is not final is not signed: it is made final first', async () => {
  await run('tanda tangani dokumen');
  const refused = dialog('Sesi ini belum final');
  await expect(refused.getByRole('button', { name: 'Finalkan sesi …' })).toBeVisible();
  await takePicture(scene.window, 'signing-not-final');
  await expectAccessible(scene, 'not final');
  await refused.getByRole('button', { name: 'Finalkan sesi …' }).click();
  const finalising = dialog('Finalkan sesi');
  await finalising
    .getByRole('textbox', { name: 'Alasan difinalkan apa adanya' })
    .fill('Untuk contoh ini saja.');
  await finalising.getByRole('button', { name: 'Finalkan', exact: true }).click();
  await expect(finalising).toBeHidden({ timeout: 60_000 });
  // From now on signing stands beside the export.
  const sign = scene.window.getByRole('button', { name: 'Tanda tangani …' });
  await expect(sign).toBeVisible();
  await takePicture(scene.window, 'signing-final-page');
  await sign.click();
  await expect(signing()).toBeVisible();
  await press('Escape');
});

test('the first signs with an identity, after one wrong passphrase', async () => {
  await run('tanda tangani dokumen');
  await expect(signing().getByRole('button', { name: /Dokumen$/ })).toContainText('Notula');
  await expect(signing().getByRole('radio', { name: /^Ani Contoh/ })).toBeChecked();
  await expect(signing().getByRole('combobox', { name: 'Bertindak sebagai' })).toHaveValue(
    'Notulis',
  );
  await expect(signing().getByRole('button', { name: 'Tanda tangani …' })).toBeDisabled();
  const passphrase = signing().getByLabel('Kata sandi kunci');
  await passphrase.fill('bukan ini');
  await passphrase.press('Enter');
  await expect(signing()).toContainText('Kata sandi tidak cocok');
  await expect(passphrase).toHaveAttribute('aria-invalid', 'true');
  await takePicture(scene.window, 'signing-wrong');
  await passphrase.fill(PASSPHRASE);
  await passphrase.press('Enter');
  await expect(signing()).toContainText('Kunci terbuka');
  await expect(signing()).toContainText('Tidak tersertifikasi');
  await signing()
    .getByRole('combobox', { name: 'Pernyataan' })
    .fill('Saya mencatat isi rapat ini dengan sebenarnya.');
  await press('Escape');
  await lookAt(scene, signing(), 'signing-ready');
  await expectWalk(scene, 'signing');

  await answerWith({ save: firstSigned() });
  await signing().getByRole('button', { name: 'Tanda tangani …' }).click();
  await expect(signing()).toContainText('“Notula satu.docx” sudah ditandatangani', {
    timeout: 60_000,
  });
  await expect(signing()).toContainText('Oleh Ani Contoh.');
  await expect(signing()).toContainText('kirim berkas ini kepadanya');
  await takePicture(scene.window, 'signing-done');
  await expectAccessible(scene, 'signed');
  await press('Escape');
  const parts = unzipSync(new Uint8Array(await readFile(firstSigned())));
  expect(Object.keys(parts)).toContain('_xmlsignatures/sig1.xml');
});

test('the second signs the file with a key file of their own', async () => {
  await run('tanda tangani berkas');
  await answerWith({ open: firstSigned() });
  await signingFile().getByRole('button', { name: 'Pilih berkas …' }).click();
  await expect(signingFile()).toContainText('Ani Contoh: Utuh');
  // The line that waits is theirs.
  await expect(signingFile().getByRole('radio', { name: /^Budi Contoh/ })).toBeChecked();
  const role = signingFile().getByRole('combobox', { name: 'Bertindak sebagai' });
  await expect(role).toHaveValue('Ketua KPU Kota Contoh');
  await role.fill('Pimpinan Rapat');
  await press('Tab');
  await answerWith({ open: join(folder, 'ketua.p12') });
  await signingFile().getByRole('button', { name: 'Berkas .p12 …' }).click();
  const passphrase = signingFile().getByLabel('Kata sandi kunci');
  await passphrase.fill(FILE_PASSPHRASE);
  await signingFile().getByRole('button', { name: 'Buka kunci' }).click();
  await expect(signingFile()).toContainText('Kunci terbuka');
  await lookAt(scene, signingFile(), 'signing-file');
  await answerWith({ save: bothSigned() });
  await signingFile().getByRole('button', { name: 'Tanda tangani …' }).click();
  await expect(signingFile()).toContainText('“Notula dua.docx” sudah ditandatangani', {
    timeout: 60_000,
  });
  await press('Escape');
});

test('both are checked: valid, from this session, and known once they are trusted', async () => {
  await check(bothSigned());
  await expect(cards()).toHaveCount(2);
  await expect(cards().filter({ hasText: 'Utuh: yang ditandatangani tidak berubah' })).toHaveCount(
    2,
  );
  await expect(result()).toContainText(
    'Isi tidak berubah; penanda tangan belum dikenal kantor ini',
  );
  await expect(result()).toContainText(
    `Isi berkas ini sama dengan Notula sesi “${scene.session.title}”, versi final`,
  );
  await expect(result()).toContainText('Saya mencatat isi rapat ini dengan sebenarnya.');
  await expect(result().getByText('Bagian yang tidak tercakup')).toHaveCount(0);
  await expect(result().getByText('Menunggu tanda tangan')).toHaveCount(0);
  await takePicture(scene.window, 'signing-checked');

  for (const name of ['Ani Contoh', 'Budi Contoh']) {
    await checking()
      .getByRole('button', { name: `Percayai sertifikat ini … ${name}` })
      .click();
    const asks = scene.window.getByRole('alertdialog');
    await asks.getByRole('textbox', { name: 'Catatan' }).fill('Bertemu langsung');
    await asks.getByRole('button', { name: 'Sidik jari cocok, percayai' }).click();
    await expect(asks).toBeHidden();
  }
  await expect(result()).toContainText('Tanda tangan sah; isi tidak berubah');
  // Checked anew it is the same.
  await check(bothSigned());
  await expect(result()).toContainText('Tanda tangan sah; isi tidak berubah');
});

test('a word changed outside is found, beside what else no signature covers', async () => {
  const changed = await tampered(bothSigned(), 'Diubah.docx', (parts) => {
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('disetujui');
    return { 'word/document.xml': strToU8(text.replace('disetujui', 'ditolak')) };
  });
  await check(changed);
  await expect(result()).toContainText('Isi berubah sesudah ditandatangani');
  await expect(cards().filter({ hasText: 'Isi dokumen word/document.xml' })).toHaveCount(2);
  await expect(result()).toContainText('Bukan berkas yang dikeluarkan arsip ini');

  const added = await tampered(bothSigned(), 'Ditambah.docx', () => ({
    'word/comments.xml': strToU8('<w:comments xmlns:w="urn:x"/>'),
  }));
  await check(added);
  await expect(result()).toContainText('Sebagian isi tidak tercakup tanda tangan');
  await expect(result()).toContainText('Komentar word/comments.xml');

  // Zipped anew, letter by letter the same: still as it was signed.
  await check(await tampered(bothSigned(), 'Dikemas.docx', () => ({})));
  await expect(result()).toContainText('Tanda tangan sah; isi tidak berubah');
  await expect(result()).toContainText('Isi berkas ini sama dengan Notula');
});

test('a file that is dropped is checked; one that is no Word file is told apart', async () => {
  const drop = (name: string, bytes: Uint8Array): Promise<void> =>
    scene.window.evaluate(
      ([fileName, content]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(content)], fileName));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
      },
      [name, [...bytes]] as const,
    );
  await drop('Notula dua.docx', new Uint8Array(await readFile(bothSigned())));
  await expect(result()).toHaveAccessibleName('Hasil pemeriksaan berkas “Notula dua.docx”');
  await expect(result()).toContainText('Tanda tangan sah; isi tidak berubah');
  await drop('surat.txt', strToU8('bukan dokumen'));
  await expect(checking().getByRole('alert')).toContainText('bukan dokumen Word (.docx)');
  await drop('kosong.docx', new Uint8Array());
  await expect(checking().getByRole('alert')).toContainText('bukan dokumen Word (.docx)');
  await takePicture(scene.window, 'signing-not-word');
  await expectAccessible(scene, 'not a Word file');
});

test('opens the session that a file is from', async () => {
  await press('Escape');
  await scene.window.getByRole('button', { name: 'Pustaka' }).click();
  await check(firstSigned());
  await expect(cards()).toHaveCount(1);
  await expect(result()).toContainText('Budi Contoh, S.H., Ketua KPU Kota Contoh');
  await checking().getByRole('button', { name: 'Buka sesi' }).click();
  await expect(checking()).toBeHidden();
  await expect(scene.window.getByRole('heading', { level: 1 })).toContainText(scene.session.title);
});

test('trusted certificates: listed with their notes, added from a file, taken off', async () => {
  await run('sertifikat tepercaya');
  const trust = dialog('Sertifikat tepercaya');
  await expect(trust.getByRole('listitem')).toHaveCount(2);
  await expect(trust).toContainText('Catatan: Bertemu langsung');
  await lookAt(scene, trust, 'signing-trust');
  await trust.getByRole('button', { name: 'Keluarkan … Budi Contoh' }).click();
  await scene.window.getByRole('alertdialog').getByRole('button', { name: 'Keluarkan' }).click();
  await expect(trust).toContainText('dikeluarkan dari daftar');
  await expect(trust.getByRole('listitem')).toHaveCount(1);
  await answerWith({ open: join(folder, 'ketua.cer') });
  await trust.getByRole('button', { name: 'Tambah dari berkas …' }).click();
  await expect(trust).toContainText('Sertifikat “Budi Contoh” ditambahkan.');
  await expect(trust.getByRole('listitem')).toHaveCount(2);
  await press('Escape');
});
