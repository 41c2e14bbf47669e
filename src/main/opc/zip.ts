import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** ZIP, APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16. */
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const UNICODE_PATH = 0x7075;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;
const LOCATOR_LENGTH = 20;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 0x800;
const STORED = 0;
const DEFLATED = 8;
/** Version 2.0: folders and deflate (APPNOTE 4.4.3). */
const VERSION_NEEDED = 20;

/** Word's own XML packs about 1:20, a page of one letter 1:200; only bombs are beyond. */
const LARGEST_RATIO = 250;
/** Small entries cannot harm, however well they pack. */
const RATIO_FROM_BYTES = 1024 * 1024;

/** In one piece where it is not huge: Node would put it together from pieces of 16 KB. */
const LARGEST_CHUNK_BYTES = 4 * 1024 * 1024;
const SMALLEST_CHUNK_BYTES = 64;

export type ZipFault = 'broken' | 'too-large' | 'encrypted' | 'unsafe';

/** A ZIP that cannot be read, or must not be. */
export class ZipError extends Error {
  readonly fault: ZipFault;

  constructor(fault: ZipFault, reason: string) {
    super(reason);
    this.name = 'ZipError';
    this.fault = fault;
  }
}

export interface ZipLimits {
  readonly largestBytes: number;
  readonly largestInflatedBytes: number;
  readonly mostEntries: number;
}

/** One file of a ZIP, as it is packed. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly contentBytes: number;
  readonly packed: Uint8Array;
  /** Date and time as ZIP stores them. */
  readonly dosDateTime: number;
}

interface Listed extends Omit<ZipEntry, 'packed'> {
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly localOffset: number;
}

const broken = (reason: string): ZipError => new ZipError('broken', reason);
const NAMES = new TextDecoder('utf-8');

/**
 * Where the one record is that ends the file. Some programs take the last that they see, others one
 * whose comment ends with the file: where these are two, each would show another document.
 */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  const found: number[] = [];
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    const isAtEnd = at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength;
    if (found.length === 0 || isAtEnd) found.push(at);
    if (found.length === 1 && !isAtEnd) throw broken('end record');
  }
  const [end] = found;
  if (end === undefined) throw broken('no end record');
  if (found.length > 1) throw new ZipError('unsafe', 'two end records');
  return end;
}

/** Whether the extra fields of an entry give it another name, which some programs take (APPNOTE 4.6.9). */
function hasOtherName(view: DataView, start: number, end: number): boolean {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === UNICODE_PATH) return true;
  }
  return false;
}

function directory(bytes: Uint8Array, view: DataView, mostEntries: number): readonly Listed[] {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw new ZipError('too-large', 'entries');
  let at = view.getUint32(end + 16, true);
  // LibreOffice finds it by its length before the end, others by its place: it must be one for both.
  const directoryEnd = at + view.getUint32(end + 12, true);
  if (directoryEnd > end) throw broken('directory');
  if (directoryEnd < end) throw new ZipError('unsafe', 'two directories');
  const entries = Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== CENTRAL_HEADER) throw broken('directory');
    const nameLength = view.getUint16(at + 28, true);
    const extra = at + CENTRAL_LENGTH + nameLength;
    if (hasOtherName(view, extra, extra + view.getUint16(at + 30, true)))
      throw new ZipError('unsafe', 'two names');
    const entry: Listed = {
      name: NAMES.decode(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0,
      method: view.getUint16(at + 10, true),
      dosDateTime: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      contentBytes: view.getUint32(at + 24, true),
      localOffset: view.getUint32(at + 42, true),
    };
    at +=
      CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
  if (at !== end) throw new ZipError('unsafe', 'entries that are not counted');
  // In the comment of the last entry it would lead some programs to another directory.
  if (end >= LOCATOR_LENGTH && view.getUint32(end - LOCATOR_LENGTH, true) === ZIP64_LOCATOR)
    throw new ZipError('unsafe', 'ZIP64');
  return entries;
}

/** Names that lead out of the package, or that two programs would read as different files. */
function hasUnsafeName({ name }: Listed): boolean {
  // oxlint-disable-next-line no-control-regex -- safe: it only finds names with a NUL, which are refused
  if (name === '' || /[\u0000\\:]/.test(name) || name.startsWith('/')) return true;
  return name.split('/').some((part) => part === '..' || part === '.');
}

/** What is said before anything is inflated. */
function refuseDeclared(entries: readonly Listed[], largestInflatedBytes: number): void {
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new ZipError('encrypted', 'password');
  if (entries.some(hasUnsafeName)) throw new ZipError('unsafe', 'name');
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw new ZipError('unsafe', 'equal names');
  let total = 0;
  for (const { packedBytes, contentBytes } of entries) {
    total += contentBytes;
    const isBomb = contentBytes > RATIO_FROM_BYTES && contentBytes > packedBytes * LARGEST_RATIO;
    if (isBomb || total > largestInflatedBytes) throw new ZipError('too-large', 'inflated');
  }
}

function packedPlace(bytes: Uint8Array, view: DataView, listed: Listed): ZipEntry {
  const { localOffset, packedBytes, name, method, crc, contentBytes, dosDateTime } = listed;
  if (view.getUint32(localOffset, true) !== LOCAL_HEADER) throw broken('entry');
  const nameStart = localOffset + LOCAL_LENGTH;
  const nameEnd = nameStart + view.getUint16(localOffset + 26, true);
  // Some programs list a ZIP by these names, others by those of the directory.
  if (NAMES.decode(bytes.subarray(nameStart, nameEnd)) !== name)
    throw new ZipError('unsafe', 'two names');
  const start = nameEnd + view.getUint16(localOffset + 28, true);
  if (hasOtherName(view, nameEnd, start)) throw new ZipError('unsafe', 'two names');
  const packed = bytes.subarray(start, start + packedBytes);
  if (packed.byteLength !== packedBytes) throw broken('entry length');
  return { name, method, crc, contentBytes, packed, dosDateTime };
}

/**
 * The files of a ZIP that a stranger gave us, in their order, packed still; folders are left out.
 * Sizes are checked as they are declared, before anything is inflated. Throws ZipError.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits): readonly ZipEntry[] {
  if (bytes.byteLength > limits.largestBytes) throw new ZipError('too-large', 'file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = directory(bytes, view, limits.mostEntries);
    refuseDeclared(entries, limits.largestInflatedBytes);
    return entries
      .filter(({ name }) => !name.endsWith('/'))
      .map((entry) => packedPlace(bytes, view, entry));
  } catch (error) {
    // A place beyond the file's end.
    if (error instanceof RangeError) throw broken('length');
    throw error;
  }
}

/** The content of one file, which is what the directory said of it. Throws ZipError. */
export function inflated({ packed, method, contentBytes, crc }: ZipEntry): Uint8Array {
  const content = method === STORED ? packed.slice() : inflatedRaw(packed, method, contentBytes);
  if (content.byteLength !== contentBytes || crc32(content) !== crc) throw broken('checksum');
  return content;
}

function inflatedRaw(packed: Uint8Array, method: number, contentBytes: number): Uint8Array {
  if (method !== DEFLATED) throw broken('method');
  if (packed.byteLength === 0 || contentBytes === 0) return new Uint8Array();
  try {
    // However small an entry says it is: no more than that is ever inflated.
    const chunkSize = Math.max(SMALLEST_CHUNK_BYTES, Math.min(contentBytes, LARGEST_CHUNK_BYTES));
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: contentBytes, chunkSize }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new ZipError('too-large', 'entry');
    throw broken('deflate');
  }
}

/** Two seconds a step, years from 1980 (APPNOTE 4.4.6). */
function dosTime(atMs: number): number {
  const at = new Date(Math.max(atMs, Date.UTC(1980, 0, 1)));
  const date =
    ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

/** A file for a ZIP as it is, for what packing would only take time for, such as pictures. */
export const storedEntry = (name: string, content: Uint8Array, atMs: number): ZipEntry => ({
  name,
  method: STORED,
  crc: crc32(content),
  contentBytes: content.byteLength,
  packed: content,
  dosDateTime: dosTime(atMs),
});

/** A file for a ZIP. */
export function packedEntry(name: string, content: Uint8Array, atMs: number): ZipEntry {
  const stored = storedEntry(name, content, atMs);
  if (content.byteLength === 0) return stored;
  return { ...stored, method: DEFLATED, packed: deflateRawSync(content) };
}

/** What the headers of an entry have in common, from "version needed" to the name's length. */
function writeFacts(view: DataView, at: number, entry: ZipEntry, nameBytes: number): void {
  view.setUint16(at, VERSION_NEEDED, true);
  view.setUint16(at + 2, UTF8_FLAG, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.dosDateTime, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.byteLength, true);
  view.setUint32(at + 18, entry.contentBytes, true);
  view.setUint16(at + 22, nameBytes, true);
}

/** A ZIP of these files, none of them packed anew; the same files give the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const named = entries.map((entry) => ({ entry, name: encoder.encode(entry.name) }));
  const localBytes = named.reduce(
    (sum, { entry, name }) => sum + LOCAL_LENGTH + name.byteLength + entry.packed.byteLength,
    0,
  );
  const centralBytes = named.reduce((sum, { name }) => sum + CENTRAL_LENGTH + name.byteLength, 0);
  const bytes = new Uint8Array(localBytes + centralBytes + END_LENGTH);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let centralAt = localBytes;
  for (const { entry, name } of named) {
    view.setUint32(centralAt, CENTRAL_HEADER, true);
    view.setUint16(centralAt + 4, VERSION_NEEDED, true);
    writeFacts(view, centralAt + 6, entry, name.byteLength);
    view.setUint32(centralAt + 42, at, true);
    bytes.set(name, centralAt + CENTRAL_LENGTH);
    centralAt += CENTRAL_LENGTH + name.byteLength;
    view.setUint32(at, LOCAL_HEADER, true);
    writeFacts(view, at + 4, entry, name.byteLength);
    bytes.set(name, at + LOCAL_LENGTH);
    bytes.set(entry.packed, at + LOCAL_LENGTH + name.byteLength);
    at += LOCAL_LENGTH + name.byteLength + entry.packed.byteLength;
  }
  const end = localBytes + centralBytes;
  view.setUint32(end, END_RECORD, true);
  view.setUint16(end + 8, entries.length, true);
  view.setUint16(end + 10, entries.length, true);
  view.setUint32(end + 12, centralBytes, true);
  view.setUint32(end + 16, localBytes, true);
  return bytes;
}
