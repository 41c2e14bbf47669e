import { BrowserWindow, app } from 'electron';

app.enableSandbox();
// Not awaited: Electron becomes ready only after this module has been loaded.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1360, height: 860, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadFile('index.html');
});
