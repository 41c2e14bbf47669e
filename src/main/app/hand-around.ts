import type { BrowserWindow } from 'electron';

/**
 * The window while the device is handed around: the whole screen and no menu, so that nobody opens
 * anything by mistake. It is as it was before once that ends, also by a page that is loaded anew.
 */
export function createHandAround(window: BrowserWindow): (input: { isOn: boolean }) => void {
  let wasFullScreen: boolean | null = null;
  const leave = (): void => {
    if (wasFullScreen === null || window.isDestroyed()) return;
    window.setMenuBarVisibility(true);
    window.setFullScreen(wasFullScreen);
    wasFullScreen = null;
  };
  window.webContents.on('did-start-loading', leave);
  return ({ isOn }) => {
    if (!isOn) return leave();
    wasFullScreen ??= window.isFullScreen();
    window.setMenuBarVisibility(false);
    window.setFullScreen(true);
  };
}
