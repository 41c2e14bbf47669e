import { open } from 'node:fs/promises';

import type { SessionFile } from '../../shared/contract/files.ts';
import { KEPT_FILE_ADDRESS, shownAs } from '../../shared/files/shown-files.ts';
import type { SessionFileId } from '../../shared/ids.ts';
import { sessionFileIdSchema } from '../../shared/ids.ts';
import { byteRange } from '../files/byte-range.ts';
import { contentPath } from '../files/content.ts';

/** What the window is given of a kept file. */
export interface KeptFileAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Buffer;
}

export type ReadKeptFile = (
  address: string,
  range: string | undefined,
) => Promise<KeptFileAnswer | null>;

/** Half a minute of a film, several of a sound: the rest is asked for as it is played. */
const LONGEST_PART_BYTES = 1024 * 1024;

/** Looked up once and not for every part: neither changes under the same id. */
const MOST_KNOWN = 50;

function idOf(address: string): SessionFileId | null {
  try {
    const name = decodeURIComponent(address.slice(KEPT_FILE_ADDRESS.length).replace(/[?#].*$/, ''));
    const id = sessionFileIdSchema.safeParse(name);
    return id.success ? id.data : null;
  } catch {
    return null;
  }
}

async function readPart(path: string, start: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const data = Buffer.alloc(length);
    const { bytesRead } = await file.read(data, 0, length, start);
    return data.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

interface KeptFileOptions {
  readonly folder: string;
  readonly get: (id: SessionFileId) => Promise<SessionFile>;
}

/**
 * Answers for the bytes of photos, sounds and films beside the minutes: sounds and films in parts, as
 * they are asked for, so that one of hours starts anywhere at once. Null: none that is shown.
 */
export function createKeptFileAnswers({ folder, get }: KeptFileOptions): ReadKeptFile {
  const known = new Map<SessionFileId, SessionFile>();

  const fileOf = async (id: SessionFileId): Promise<SessionFile> => {
    const file = known.get(id) ?? (await get(id));
    known.delete(id);
    known.set(id, file);
    const [oldest] = known.keys();
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    return file;
  };

  return async (address, range) => {
    const id = idOf(address);
    if (id === null) return null;
    const file = await fileOf(id);
    const shown = shownAs(file);
    if (shown === 'none' || shown === 'text') return null;
    const { sizeBytes, sha256, mediaType } = file;
    const path = contentPath(folder, sha256);
    const headers = { 'content-type': mediaType, 'accept-ranges': 'bytes' };
    if (range === undefined) {
      if (shown !== 'photo') return null;
      return { statusCode: 200, headers, data: await readPart(path, 0, sizeBytes) };
    }
    const part = byteRange(range, { sizeBytes, longestBytes: LONGEST_PART_BYTES });
    if (part === null) {
      const unsatisfied = { ...headers, 'content-range': `bytes */${sizeBytes}` };
      return { statusCode: 416, headers: unsatisfied, data: Buffer.alloc(0) };
    }
    const { start, end } = part;
    const data = await readPart(path, start, end - start + 1);
    return {
      statusCode: 206,
      headers: {
        ...headers,
        'content-range': `bytes ${start}-${start + data.byteLength - 1}/${sizeBytes}`,
        // Of all that is left, not of this part: for schemes other than http Chromium's player takes
        // where it asked from and this for the size of the whole, and asks again where less came.
        'content-length': String(sizeBytes - start),
      },
      data,
    };
  };
}
