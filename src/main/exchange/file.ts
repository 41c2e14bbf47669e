import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

import { AppError } from '../../shared/contract/errors.ts';
import {
  LARGEST_STORED_BYTES,
  LONGEST_SIDE_PX,
  readImageHeader,
} from '../../shared/document/image-rules.ts';
import { readSessionExchange } from '../../shared/exchange/read-session-exchange.ts';
import type {
  ExchangeProblem,
  ReadExchange,
  SessionExchange,
} from '../../shared/exchange/session-exchange.ts';
import { LARGEST_EXCHANGE_LETTERS } from '../../shared/exchange/session-exchange.ts';

const MEBIBYTE = 1024 * 1024;
const TOO_LARGE: ReadExchange = {
  ok: false,
  problems: [{ type: 'too-large', limitMegabytes: LARGEST_EXCHANGE_LETTERS / MEBIBYTE }],
};

/** Whether the bytes are an image that minutes can hold, and the one that its name says. */
function isImageSound({ id, mediaType, base64 }: SessionExchange['images'][number]): boolean {
  const bytes = Buffer.from(base64, 'base64');
  const header = readImageHeader(bytes);
  return (
    // What is not base64 is passed over in silence; written anew it would be another text.
    bytes.toString('base64') === base64 &&
    bytes.byteLength <= LARGEST_STORED_BYTES &&
    header !== null &&
    `image/${header.type}` === mediaType &&
    Math.max(header.widthPx, header.heightPx) <= LONGEST_SIDE_PX &&
    createHash('sha256').update(bytes).digest('hex') === id
  );
}

/** Reads and checks the text of a file with one session, its images among it. */
export function readSessionText(text: string): ReadExchange {
  const read = readSessionExchange(text);
  if (!read.ok) return read;
  const problems = read.exchange.images.flatMap((image, index): ExchangeProblem[] =>
    isImageSound(image)
      ? []
      : [{ type: 'field', path: `images[${index + 1}]`, fault: { type: 'image' } }],
  );
  return problems.length > 0 ? { ok: false, problems } : read;
}

/** The same of a file; one that is too large is not read at all. */
export async function readSessionFile(path: string): Promise<ReadExchange> {
  let bytes: Uint8Array;
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > LARGEST_EXCHANGE_LETTERS) return TOO_LARGE;
      bytes = await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch {
    return { ok: false, problems: [{ type: 'unreadable' }] };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, problems: [{ type: 'not-json', line: null }] };
  }
  return readSessionText(text);
}

/**
 * A session as the text of a file, read back before anybody relies on it. Throws
 * `session-file-too-large`.
 */
export function sessionFileText(exchange: SessionExchange): string {
  const text = `${JSON.stringify(exchange, null, 1)}\n`;
  const read = readSessionText(text);
  if (read.ok) return text;
  const [problem] = read.problems;
  if (problem?.type === 'too-large') {
    throw new AppError('session-file-too-large', { limit: problem.limitMegabytes });
  }
  // Of the place alone: the log never holds what was typed.
  throw new Error(
    `a session cannot be read back: ${problem?.type === 'field' ? problem.path : (problem?.type ?? '')}`,
  );
}
