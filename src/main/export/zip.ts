import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a ZIP archive. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Packing it again would only take time. */
  readonly isPacked?: boolean;
}

/* Records of an archive: APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16. */
const LOCAL_HEADER = { signature: 0x04034b50, length: 30 } as const;
const CENTRAL_HEADER = { signature: 0x02014b50, length: 46 } as const;
const END_RECORD = { signature: 0x06054b50, length: 22 } as const;
/** 2.0, which knows deflating and folders. */
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const METHODS = { stored: 0, deflated: 8 } as const;

/** Date and time as ZIP stores them: two seconds a step, years from 1980 (APPNOTE 4.4.6). */
function dosDateTime(atMs: number): number {
  const at = new Date(Math.max(atMs, Date.UTC(1980, 0, 1)));
  const date =
    ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

/** What both headers of an entry say, beginning with the version that is needed to read it. */
function entryFields(
  { bytes }: ZipEntry,
  { method, packed, name }: { method: number; packed: Uint8Array; name: Buffer },
  stamp: number,
): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(stamp, 6);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(packed.byteLength, 14);
  fields.writeUInt32LE(bytes.byteLength, 18);
  fields.writeUInt16LE(name.byteLength, 22);
  return fields;
}

function localHeader(fields: Buffer): Buffer {
  const header = Buffer.alloc(LOCAL_HEADER.length);
  header.writeUInt32LE(LOCAL_HEADER.signature, 0);
  fields.copy(header, 4);
  return header;
}

function centralHeader(fields: Buffer, localOffset: number): Buffer {
  const header = Buffer.alloc(CENTRAL_HEADER.length);
  header.writeUInt32LE(CENTRAL_HEADER.signature, 0);
  header.writeUInt16LE(VERSION, 4);
  fields.copy(header, 6);
  header.writeUInt32LE(localOffset, 42);
  return header;
}

/**
 * A ZIP archive with its files in their order, all of one time, so that the same files give the same
 * bytes. For archives of less than 4 GB, as documents are.
 */
export function zipArchive(entries: readonly ZipEntry[], atMs: number): Uint8Array {
  const stamp = dosDateTime(atMs);
  const files: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.path);
    const method = entry.isPacked === true ? METHODS.stored : METHODS.deflated;
    const packed = method === METHODS.stored ? entry.bytes : deflateRawSync(entry.bytes);
    const fields = entryFields(entry, { method, packed, name }, stamp);
    const file = [localHeader(fields), name, packed];
    directory.push(centralHeader(fields, offset), name);
    files.push(...file);
    offset += file.reduce((sum, part) => sum + part.byteLength, 0);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(END_RECORD.length);
  end.writeUInt32LE(END_RECORD.signature, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}
