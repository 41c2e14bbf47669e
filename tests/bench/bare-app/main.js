import { BrowserWindow, app } from 'electron';

app.enableSandbox();
await app.whenReady();
const window = new BrowserWindow({ width: 1360, height: 860, show: false });
window.once('ready-to-show', () => window.show());
await window.loadFile('index.html');
