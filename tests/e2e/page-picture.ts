import type { Page } from '@playwright/test';

import { qrModules } from '../../src/main/export/qr-code.ts';

interface PageLook {
  readonly turnDegrees?: number;
  /** Of the page's long side. */
  readonly sidePx?: number;
  readonly type?: 'image/png' | 'image/jpeg' | 'image/webp';
}

/**
 * A printed page as a telephone takes it: lines of text and a QR code at its foot, lying a little
 * askew on a table, unevenly lit. Without `said` it has no code.
 */
export async function pagePicture(
  window: Page,
  said: string | null,
  { turnDegrees = 6, sidePx = 2400, type = 'image/jpeg' }: PageLook = {},
): Promise<Buffer> {
  const modules = said === null ? [] : qrModules(said);
  const base64 = await window.evaluate(
    async (given) => {
      const [height, width] = [given.sidePx, Math.round(given.sidePx / Math.SQRT2)];
      const mm = height / 297;
      const side = Math.round(Math.hypot(width, height));
      const canvas = new OffscreenCanvas(side, side);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.fillStyle = '#8a7a66';
      context.fillRect(0, 0, side, side);
      context.translate(side / 2, side / 2);
      context.rotate((given.turnDegrees * Math.PI) / 180);
      context.translate(-width / 2, -height / 2);
      const light = context.createLinearGradient(0, 0, width, height);
      light.addColorStop(0, '#f8f6f0');
      light.addColorStop(1, '#c9c4b8');
      context.fillStyle = light;
      context.fillRect(0, 0, width, height);
      context.fillStyle = '#333';
      context.font = `${4 * mm}px sans-serif`;
      for (let line = 0; line < 38; line += 1) {
        const words = 'Pemutakhiran data pemilih di kecamatan ini menunjukkan perubahan yang perlu';
        context.fillText(words, 30 * mm, (24 + line * 6.4) * mm, 160 * mm);
      }
      const size = (14 * mm) / Math.max(1, given.modules.length);
      given.modules.forEach((row, y) =>
        row.forEach((isDark, x) => {
          if (isDark)
            context.fillRect(30 * mm + x * size, 276 * mm + y * size, size + 0.3, size + 0.3);
        }),
      );
      const blob = await canvas.convertToBlob({ type: given.type, quality: 0.7 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    },
    { modules, turnDegrees, sidePx, type },
  );
  return Buffer.from(base64, 'base64');
}
