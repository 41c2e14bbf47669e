import { contextBridge, ipcRenderer, webUtils } from 'electron';

import type { Bridge } from '../shared/contract/bridge.ts';
import { CALL_CHANNEL, DROP_CHANNEL, EVENT_CHANNEL } from '../shared/contract/bridge.ts';

const bridge: Bridge = {
  invoke: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  keepDropped: (files) =>
    ipcRenderer.invoke(
      DROP_CHANNEL,
      // A file that the page made itself has no path: "".
      files.map((file) => (file instanceof File ? webUtils.getPathForFile(file) : '')),
    ),
  onEvent: (listener) => {
    const forward = (_event: unknown, name: string, payload: unknown): void =>
      listener(name, payload);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => ipcRenderer.off(EVENT_CHANNEL, forward);
  },
};

contextBridge.exposeInMainWorld('notula', bridge);
