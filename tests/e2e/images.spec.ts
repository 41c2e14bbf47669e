import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { imagesIn } from '../../src/shared/document/images.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import { pngImage } from '../fixtures/images.ts';
import { takePictures } from './pictures.ts';
import { sessionScene } from './session-scene.ts';

const scene = sessionScene();
const { page, press, type, saved, openSession } = scene;

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>';

interface Brought {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

const pictures = (): Locator => page().locator('figure img');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const png = (name: string, width: number, height: number, shade = 0): Brought => ({
  name,
  type: 'image/png',
  base64: base64(pngImage(width, height, shade)),
});

/** Pastes or drops files and HTML as the system would bring them. */
async function bring(kind: 'paste' | 'drop', files: readonly Brought[], html = ''): Promise<void> {
  await page().evaluate(
    (target, brought) => {
      const data = new DataTransfer();
      for (const { name, type: mediaType, base64: text } of brought.files) {
        const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: mediaType }));
      }
      if (brought.html !== '') data.setData('text/html', brought.html);
      const box = target.getBoundingClientRect();
      const common = { bubbles: true, cancelable: true };
      target.dispatchEvent(
        brought.kind === 'paste'
          ? new ClipboardEvent('paste', { ...common, clipboardData: data })
          : new DragEvent('drop', {
              ...common,
              dataTransfer: data,
              clientX: box.left + 120,
              clientY: box.top + 80,
            }),
      );
    },
    { kind, files, html },
  );
}

/** The pictures are really there: loaded, with these sizes. */
const shownSizes = () =>
  pictures().evaluateAll((images) =>
    images.map((image) =>
      image instanceof HTMLImageElement && image.complete
        ? `${image.naturalWidth}x${image.naturalHeight}`
        : 'loading',
    ),
  );

const photograph = (name: string): Promise<void> => takePictures(scene.window, `gambar-${name}`);

test.beforeEach(async () => {
  await scene.begin({ changes: { title: 'Rapat percobaan' } });
  await openSession();
});

test('a pasted image is scaled, kept, shown again, and printed', async () => {
  await type('Peta wilayah kerja:');
  await bring('paste', [png('peta.png', 2000, 1000)]);
  await expect.poll(shownSizes).toEqual(['1600x800']);
  await type('Sesudah gambar.');
  const [block] = await saved();
  expect(block && blockPlainText(block)).toBe('Peta wilayah kerja:\n\nSesudah gambar.');
  expect(block && imagesIn([block]).map(({ width, height }) => [width, height])).toEqual([
    [1600, 800],
  ]);
  await photograph('ditempel');
  await openSession();
  await expect.poll(shownSizes).toEqual(['1600x800']);
  const file = join(scene.userDataDir, 'Notula.docx');
  await scene.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await press('Control+Shift+e');
  await expect(scene.window.getByText('“Notula.docx” tersimpan.')).toBeVisible();
  expect((await readFile(file)).includes('word/media/')).toBe(true);
});

test('the same image is stored once; dropped and chosen ones come in too', async () => {
  await type('Satu');
  await bring('paste', [png('a.png', 40, 20)]);
  await expect(pictures()).toHaveCount(1);
  await bring('drop', [png('b.png', 40, 20)]);
  await expect(pictures()).toHaveCount(2);
  const chooser = scene.window.waitForEvent('filechooser');
  await press('Control+k');
  await type('Gambar');
  await press('Enter');
  await (
    await chooser
  ).setFiles({
    name: 'c.png',
    mimeType: 'image/png',
    buffer: Buffer.from(pngImage(50, 20, 9)),
  });
  await expect(pictures()).toHaveCount(3);
  const used = imagesIn(await saved()).map(({ attachmentId }) => attachmentId);
  expect(used).toHaveLength(3);
  expect(new Set(used).size).toBe(2);
});

test('caption and alternative text are written by keys; letters never replace an image', async () => {
  await bring('paste', [png('a.png', 300, 160)]);
  await expect(pictures()).toHaveCount(1);
  await press('ArrowUp');
  await expect(page().locator('figure.is-selected')).toBeVisible();
  await press('Enter');
  await expect(scene.window.getByRole('textbox', { name: 'Keterangan gambar' })).toBeFocused();
  await type('Denah ruang rapat');
  await press('Tab');
  await type('Meja berbentuk U dengan 24 kursi');
  await photograph('keterangan');
  await press('Enter');
  await expect(page()).toBeFocused();
  await expect(page().locator('figcaption')).toHaveText('Denah ruang rapat');
  await type('Lalu');
  await expect(pictures()).toHaveCount(1);
  await photograph('jadi');
  const [image] = imagesIn(await saved());
  expect(image).toMatchObject({
    caption: 'Denah ruang rapat',
    alt: 'Meja berbentuk U dengan 24 kursi',
  });
  await press('Control+z');
  await press('Control+z');
  await expect(page().locator('figcaption')).toHaveText('');
});

test('images within a pasted page come in at their place, others are said to be left out', async () => {
  const inside = `data:image/png;base64,${base64(pngImage(30, 30, 7))}`;
  await bring(
    'paste',
    [],
    `<p>Sebelum</p><p><img src="${inside}"></p><p>Sesudah</p><img src="file:///C:/gambar.png">`,
  );
  await expect.poll(shownSizes).toEqual(['30x30']);
  const [block] = await saved();
  expect(block?.type === 'statement' && block.content.map((node) => node.type)).toEqual([
    'paragraph',
    'image',
    'paragraph',
  ]);
  await expect(scene.window.getByText('Gambar dari alamat lain tidak ikut ditempel')).toBeVisible();
});

test('what is no image, is broken or could hold a script is refused with a reason', async () => {
  await type('Tetap ada');
  await bring('paste', [{ name: 'logo.svg', type: 'image/svg+xml', base64: btoa(SVG) }]);
  await expect(scene.window.getByText('“logo.svg” berformat SVG')).toBeVisible();
  const whole = pngImage(40, 20);
  await bring('paste', [
    { name: 'putus.png', type: 'image/png', base64: base64(whole.subarray(0, 50)) },
  ]);
  await expect(scene.window.getByText('“putus.png” rusak')).toBeVisible();
  await bring('drop', [
    { name: 'surat.pdf', type: 'application/pdf', base64: btoa('%PDF-1.7'.padEnd(80)) },
  ]);
  await expect(scene.window.getByText('“surat.pdf” bukan gambar')).toBeVisible();
  await expect(pictures()).toHaveCount(0);
  expect((await saved()).map(blockPlainText)).toEqual(['Tetap ada']);
});
