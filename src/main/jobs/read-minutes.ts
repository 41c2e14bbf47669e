import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

import { documentText } from '../../shared/imports/document.ts';
import type { ReadMinutes, ReadMinutesJob } from '../../shared/imports/reading.ts';
import { LARGEST_MINUTES_BYTES, readBytes } from '../imports/read/read-bytes.ts';
import { refusalOf } from '../imports/read/reading-error.ts';
import { recognise } from '../imports/recognise/recognise.ts';

/** The bytes of a file, or only its size where it is larger than what is read. */
async function fileBytes(
  path: string,
): Promise<{ readonly sizeBytes: number; readonly bytes: Uint8Array | null }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return { sizeBytes: size, bytes: size > LARGEST_MINUTES_BYTES ? null : await file.readFile() };
  } finally {
    await file.close();
  }
}

/** Reads one file of old minutes and says what it seems to hold. Throws where the disk does. */
export async function runReadMinutes({ path }: ReadMinutesJob): Promise<ReadMinutes> {
  const { sizeBytes, bytes } = await fileBytes(path);
  if (bytes === null) return { outcome: 'refused', sha256: null, sizeBytes, reason: 'too-large' };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    const { mediaType, document } = await readBytes(bytes, path);
    return {
      outcome: 'read',
      sha256,
      sizeBytes,
      mediaType,
      text: documentText(document),
      document,
      guess: recognise(document),
    };
  } catch (error) {
    return { outcome: 'refused', sha256, sizeBytes, reason: refusalOf(error) };
  }
}
