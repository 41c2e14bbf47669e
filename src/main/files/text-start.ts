import { open } from 'node:fs/promises';

import { decodeText } from './decode-text.ts';

/** About two pages. */
const START_BYTES = 8 * 1024;
const MOST_LINES = 100;

/** The first lines of a text file; null where the bytes are none. */
export async function textStart(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    const text = decodeText(buffer.subarray(0, bytesRead), bytesRead === START_BYTES);
    if (text.includes('\0')) return null;
    return text.split(/\r\n|\r|\n/, MOST_LINES).join('\n');
  } finally {
    await file.close();
  }
}
