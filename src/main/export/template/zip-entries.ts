import { crc32, inflateRawSync } from 'node:zlib';

import { AppError } from '../../../shared/contract/errors.ts';

/** Larger than any office's template; what a reader may be asked to hold. */
export const LARGEST_TEMPLATE_BYTES = 20 * 1024 * 1024;
const LARGEST_INFLATED_BYTES = 60 * 1024 * 1024;
const MOST_ENTRIES = 2000;
/** Word's own XML packs about 1:20, a page of one letter 1:200; only bombs are beyond. */
const LARGEST_RATIO = 250;
/** Small entries cannot harm, however well they pack. */
const RATIO_FROM_BYTES = 1024 * 1024;

/** ZIP, APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16. */
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED_FLAG = 1;
const STORED = 0;
const DEFLATED = 8;

const broken = (reason: string): AppError => new AppError('template-broken', { reason });

interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly declaredBytes: number;
  readonly localOffset: number;
}

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  throw broken('no end record');
}

function directory(bytes: Uint8Array, view: DataView): readonly Entry[] {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new AppError('template-too-large');
  const names = new TextDecoder('utf-8');
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== CENTRAL_HEADER) throw broken('directory');
    const nameLength = view.getUint16(at + 28, true);
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const entry: Entry = {
      name,
      isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      declaredBytes: view.getUint32(at + 24, true),
      localOffset: view.getUint32(at + 42, true),
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
}

/** Names that lead out of the package, or that two programs would read as different files. */
function hasUnsafeName({ name }: Entry): boolean {
  // oxlint-disable-next-line no-control-regex -- safe: it only finds names with a NUL, which are refused
  if (name === '' || /[\u0000\\:]/.test(name) || name.startsWith('/')) return true;
  return name.split('/').some((part) => part === '..' || part === '.');
}

/** What is said before anything is inflated. */
function refuseDeclared(entries: readonly Entry[]): void {
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new AppError('template-encrypted');
  if (entries.some(hasUnsafeName)) throw new AppError('template-unsafe');
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw new AppError('template-unsafe');
  let total = 0;
  for (const { packedBytes, declaredBytes } of entries) {
    total += declaredBytes;
    const isBomb = declaredBytes > RATIO_FROM_BYTES && declaredBytes > packedBytes * LARGEST_RATIO;
    if (isBomb || total > LARGEST_INFLATED_BYTES) throw new AppError('template-too-large');
  }
}

function inflated(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { localOffset, packedBytes, declaredBytes, method } = entry;
  if (view.getUint32(localOffset, true) !== LOCAL_HEADER) throw broken('entry');
  const start =
    localOffset +
    30 +
    view.getUint16(localOffset + 26, true) +
    view.getUint16(localOffset + 28, true);
  const packed = bytes.subarray(start, start + packedBytes);
  if (packed.byteLength !== packedBytes) throw broken('entry length');
  if (method === STORED) return packed.slice();
  if (method !== DEFLATED) throw broken('method');
  if (packedBytes === 0 || declaredBytes === 0) return new Uint8Array();
  try {
    // However small an entry says it is: no more than that is ever inflated.
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: declaredBytes }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new AppError('template-too-large');
    throw broken('deflate');
  }
}

/**
 * The files of a ZIP that a stranger gave us, in their order. Sizes are checked as they are declared
 * before anything is inflated, and as they are while inflating. Throws `template-broken`,
 * `template-too-large`, `template-encrypted`, `template-unsafe`.
 */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (bytes.byteLength > LARGEST_TEMPLATE_BYTES) throw new AppError('template-too-large');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = directory(bytes, view);
    refuseDeclared(entries);
    return new Map(
      entries
        .filter(({ name }) => !name.endsWith('/'))
        .map((entry) => {
          const content = inflated(bytes, view, entry);
          if (content.byteLength !== entry.declaredBytes || crc32(content) !== entry.crc) {
            throw broken('checksum');
          }
          return [entry.name, content];
        }),
    );
  } catch (error) {
    // A place beyond the file's end.
    if (error instanceof RangeError) throw broken('length');
    throw error;
  }
}
