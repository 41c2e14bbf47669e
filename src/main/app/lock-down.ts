import { app, session } from 'electron';

import { APP_ORIGIN } from './protocol.ts';

/** The development server's origin; null in the built app. */
export function devServerOrigin(): string | null {
  const url = process.env['ELECTRON_RENDERER_URL'];
  return app.isPackaged || url === undefined ? null : new URL(url).origin;
}

export function isOwnUrl(url: string): boolean {
  const dev = devServerOrigin();
  return url.startsWith(`${APP_ORIGIN}/`) || (dev !== null && url.startsWith(`${dev}/`));
}

/** Denies what the app never needs: permissions, navigation, new windows, every network request. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!isOwnUrl(url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });

  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.setSpellCheckerEnabled(false);
  const dev = devServerOrigin();
  defaultSession.webRequest.onBeforeRequest((request, answer) => {
    const { protocol, host } = new URL(request.url);
    const isLocal = ['app:', 'data:', 'blob:', 'devtools:'].includes(protocol);
    const isDevServer = dev !== null && host === new URL(dev).host;
    answer({ cancel: !isLocal && !isDevServer });
  });
}
