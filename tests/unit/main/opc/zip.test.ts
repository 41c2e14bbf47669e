import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import {
  inflated,
  packedEntry,
  readZip,
  writeZip,
  ZipError,
} from '../../../../src/main/opc/zip.ts';

const LIMITS = { largestBytes: 100_000, largestInflatedBytes: 1_000_000, mostEntries: 10 };
const AT_MS = Date.UTC(2026, 10, 22, 3, 15, 30);

function fault(bytes: Uint8Array, limits = LIMITS): string {
  try {
    readZip(bytes, limits).forEach(inflated);
    return 'read';
  } catch (error) {
    return error instanceof ZipError ? error.fault : String(error);
  }
}

describe('a ZIP', () => {
  const entries = [
    packedEntry('satu.txt', strToU8('isi '.repeat(100)), AT_MS),
    packedEntry('map/kosong', new Uint8Array(), AT_MS),
  ];

  it('is written as other programs read it', () => {
    const files = unzipSync(writeZip(entries));
    expect(Object.keys(files)).toEqual(['satu.txt', 'map/kosong']);
    expect(strFromU8(files['satu.txt'] ?? new Uint8Array())).toBe('isi '.repeat(100));
  });

  it('is read as other programs write it, without its folders', () => {
    const bytes = zipSync({
      'a.txt': [strToU8('abc'), { level: 0 }],
      map: { 'b.txt': strToU8('x'.repeat(99)) },
    });
    const read = readZip(bytes, LIMITS);
    expect(read.map((entry) => [entry.name, strFromU8(inflated(entry))])).toEqual([
      ['a.txt', 'abc'],
      ['map/b.txt', 'x'.repeat(99)],
    ]);
  });

  it('keeps what is not changed as it was packed', () => {
    const bytes = writeZip(entries);
    expect(writeZip(readZip(bytes, LIMITS))).toEqual(bytes);
  });

  it('is refused beyond its limits', () => {
    const bytes = writeZip(entries);
    expect(fault(bytes)).toBe('read');
    expect(fault(bytes, { ...LIMITS, largestBytes: 10 })).toBe('too-large');
    expect(fault(bytes, { ...LIMITS, largestInflatedBytes: 100 })).toBe('too-large');
    expect(fault(bytes, { ...LIMITS, mostEntries: 1 })).toBe('too-large');
  });

  it('is refused where a file has one name in its list and another at its place', () => {
    const bytes = writeZip(entries);
    const at = Buffer.from(bytes).indexOf('satu.txt');
    bytes.set(strToU8('dua1'), at);
    expect(fault(bytes)).toBe('unsafe');
  });

  it('is refused where two programs would find two lists in it', () => {
    const real = writeZip(entries);
    const end = real.byteLength - 22;
    const size = new DataView(real.buffer).getUint32(end + 12, true);
    // By its length before the end, as LibreOffice looks, the list is another one than by its place.
    const second = Buffer.concat([real.subarray(0, end), real.subarray(end - size)]);
    expect(fault(second)).toBe('unsafe');
    expect(fault(Buffer.concat([Buffer.from('MZ'), real]))).toBe('unsafe');

    const withComment = (comment: Uint8Array): Buffer => {
      const bytes = Buffer.concat([real, comment]);
      bytes.writeUInt16LE(comment.byteLength, end + 20);
      return bytes;
    };
    expect(fault(withComment(Buffer.from('arsip')))).toBe('read');
    const inner = real.slice(end);
    expect(fault(withComment(inner))).toBe('unsafe');
    expect(fault(withComment(Buffer.concat([inner, Buffer.from('.')])))).toBe('broken');
    expect(fault(Buffer.concat([real, Buffer.from('.')]))).toBe('broken');
  });

  it('is refused where its list says less than is there, or leads to another list', () => {
    const fewer = Buffer.from(writeZip(entries));
    fewer.writeUInt16LE(1, fewer.byteLength - 12);
    expect(fault(fewer)).toBe('unsafe');

    /** The same with something behind the last name of the list, whose length stands at `lengthAt`. */
    const extended = (more: Uint8Array, lengthAt: number): Buffer => {
      const bytes = Buffer.from(writeZip(entries));
      const end = bytes.byteLength - 22;
      const last = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
      bytes.writeUInt16LE(more.byteLength, last + lengthAt);
      bytes.writeUInt32LE(bytes.readUInt32LE(end + 12) + more.byteLength, end + 12);
      return Buffer.concat([bytes.subarray(0, end), more, bytes.subarray(end)]);
    };
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50);
    expect(fault(extended(Buffer.alloc(20), 32))).toBe('read');
    expect(fault(extended(locator, 32))).toBe('unsafe');
    const otherName = Buffer.from([0x75, 0x70, 5, 0, 1, 0, 0, 0, 0]);
    expect(fault(extended(otherName, 30))).toBe('unsafe');
  });

  it('is broken where content, checksum or list are not whole', () => {
    const bytes = writeZip(entries);
    expect(fault(bytes.subarray(0, 40))).toBe('broken');
    expect(fault(bytes.subarray(30))).toBe('broken');
    const spoilt = bytes.slice();
    const at = 30 + 'satu.txt'.length + 2;
    spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
    expect(fault(spoilt)).toBe('broken');
  });
});
