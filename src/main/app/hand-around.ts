import type { BrowserWindow } from 'electron';

/**
 * The window while the device is handed around: the whole screen and no menu, so that nobody opens
 * anything by mistake. It is as it was before once that ends, also by a page that is loaded anew.
 */
export function createHandAround(window: BrowserWindow): (input: { isOn: boolean }) => void {
  let wasFullScreen: boolean | null = null;
  const leave = (): void => {
    if (wasFullScreen === null || window.isDestroyed()) return;
    const showMenu = (): void => window.setMenuBarVisibility(true);
    // A window in full screen does not bring its menu bar back, so once more when it has left that.
    window.once('leave-full-screen', showMenu);
    window.setFullScreen(wasFullScreen);
    showMenu();
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
