import { expect, test } from '@playwright/test';

import { launchNotula } from './launch.ts';

test('a letter typed before its new block was ever drawn belongs to the block', async () => {
  const notula = await launchNotula();
  const { window } = notula;
  try {
    await window.getByRole('button', { name: 'Lewati' }).click();
    await expect(window.getByRole('heading', { name: 'Pustaka sesi' })).toBeVisible();
    await window.keyboard.press('Control+n');
    await expect(window.getByRole('combobox', { name: 'Jenis' })).toBeVisible();
    await window.keyboard.press('Control+1');
    const page = window.getByRole('textbox', { name: 'Naskah notula' });
    await expect(page).toBeFocused();
    await window.keyboard.press('Control+Alt+2');
    await window.keyboard.type('Capaian');
    // One task makes the block and types into it, as two quick keys on a slow computer do.
    await page.evaluate((target) => {
      target.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: '2',
          code: 'Digit2',
          ctrlKey: true,
          altKey: true,
          bubbles: true,
          cancelable: true,
        }),
      );
      document.execCommand('insertText', false, 'K');
    });
    await window.keyboard.type('endala');
    await expect(page.getByRole('heading')).toHaveText(['Capaian', 'Kendala']);
  } finally {
    await notula.close();
  }
});
