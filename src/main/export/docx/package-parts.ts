import type { OfficialDocument } from '../official-document.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);

const element = (name: string, text: string): string =>
  text === '' ? '' : `<${name}>${escaped(text)}</${name}>`;

/** The document's properties. docx would write the clock's time into them. */
export function corePropertiesXml({
  title,
  subject,
  author,
  createdAtMs,
}: OfficialDocument['properties']): { readonly path: string; readonly data: string } {
  const createdAt = new Date(createdAtMs).toISOString().replace(/\.\d+Z$/, 'Z');
  const data =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties' +
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"' +
    ' xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    element('dc:title', title) +
    element('dc:subject', subject) +
    element('dc:creator', author) +
    element('cp:lastModifiedBy', author) +
    '<dc:language>id-ID</dc:language>' +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${createdAt}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${createdAt}</dcterms:modified>` +
    '</cp:coreProperties>';
  return { path: 'docProps/core.xml', data };
}

const LOCAL_HEADER = { signature: 0x04034b50, dosTimeOffset: 10 } as const;
const CENTRAL_HEADER = {
  signature: 0x02014b50,
  dosTimeOffset: 12,
  nameLengthOffset: 28,
  localOffset: 42,
  length: 46,
} as const;
const END_RECORD = { signature: 0x06054b50, length: 22, countOffset: 10, startOffset: 16 } as const;

/** Date and time as ZIP stores them: two seconds a step, years from 1980 (APPNOTE 4.4.6). */
function dosDateTime(atMs: number): number {
  const at = new Date(Math.max(atMs, Date.UTC(1980, 0, 1)));
  const date =
    ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

/**
 * Sets the time of every entry of a ZIP archive, in place: the packer writes the clock's, and the
 * same minutes would then never give the same bytes. Throws RangeError where it is no archive.
 */
export function withFixedDates(archive: Uint8Array, atMs: number): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - END_RECORD.length;
  if (view.getUint32(end, true) !== END_RECORD.signature) throw new RangeError('no ZIP archive');
  const stamp = dosDateTime(atMs);
  let position = view.getUint32(end + END_RECORD.startOffset, true);
  for (let left = view.getUint16(end + END_RECORD.countOffset, true); left > 0; left -= 1) {
    if (view.getUint32(position, true) !== CENTRAL_HEADER.signature)
      throw new RangeError('no entry');
    const local = view.getUint32(position + CENTRAL_HEADER.localOffset, true);
    if (view.getUint32(local, true) !== LOCAL_HEADER.signature) throw new RangeError('no entry');
    view.setUint32(position + CENTRAL_HEADER.dosTimeOffset, stamp, true);
    view.setUint32(local + LOCAL_HEADER.dosTimeOffset, stamp, true);
    const lengths = position + CENTRAL_HEADER.nameLengthOffset;
    position +=
      CENTRAL_HEADER.length +
      view.getUint16(lengths, true) +
      view.getUint16(lengths + 2, true) +
      view.getUint16(lengths + 4, true);
  }
  return archive;
}
