import { fileURLToPath } from 'node:url';

import { BrowserWindow, nativeTheme, screen } from 'electron';

import { devServerOrigin } from './lock-down.ts';
import { resourcePath } from './paths.ts';
import type { PreferencesFile } from './preferences.ts';
import { APP_ORIGIN } from './protocol.ts';

const DEFAULT_SIZE = { width: 1360, height: 860 };

/** Moving and sizing come in long runs; this long after the last of them the place is kept. */
const KEEP_AFTER_MS = 500;

/** Keeps where and how the window stands, soon after each change: not every end is a proper one. */
function rememberPlace(window: BrowserWindow, preferences: PreferencesFile): void {
  let timer: NodeJS.Timeout | null = null;
  const keep = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (window.isDestroyed()) return;
    preferences.update({
      window: {
        ...window.getNormalBounds(),
        isMaximized: window.isMaximized(),
        isFullScreen: window.isFullScreen(),
      },
    });
  };
  const keepSoon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(keep, KEEP_AFTER_MS);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('maximize', keepSoon);
  window.on('unmaximize', keepSoon);
  window.on('enter-full-screen', keepSoon);
  window.on('leave-full-screen', keepSoon);
  window.on('close', keep);
}

/** Opens the one window, hidden until its first page is drawn. */
export function createMainWindow(preferences: PreferencesFile): BrowserWindow {
  const saved = preferences.get().window;
  const area = screen.getPrimaryDisplay().workArea;
  const isOnScreen =
    saved !== null &&
    screen
      .getAllDisplays()
      .some(
        ({ bounds }) =>
          saved.x >= bounds.x - 50 &&
          saved.y >= bounds.y - 50 &&
          saved.x < bounds.x + bounds.width &&
          saved.y < bounds.y + bounds.height,
      );
  const window = new BrowserWindow({
    width: Math.min(saved?.width ?? DEFAULT_SIZE.width, area.width),
    height: Math.min(saved?.height ?? DEFAULT_SIZE.height, area.height),
    ...(isOnScreen ? { x: saved.x, y: saved.y } : {}),
    // A screen of 1366 × 768 at 200 % has 683 × 384 points, a part of which the system keeps.
    minWidth: 640,
    minHeight: 320,
    show: false,
    title: 'Notula',
    // Elsewhere the program brings its icon. A small one: it is decoded before the page is asked for.
    ...(process.platform === 'linux' ? { icon: resourcePath('window-icon.png') } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1c1f' : '#f4f4f2',
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Chromium's spell checker downloads its dictionaries.
      spellcheck: false,
    },
  });
  if (saved?.isMaximized) window.maximize();
  if (saved?.isFullScreen) window.setFullScreen(true);
  window.once('ready-to-show', () => window.show());
  rememberPlace(window, preferences);
  void window.loadURL(devServerOrigin() ?? `${APP_ORIGIN}/`);
  return window;
}
