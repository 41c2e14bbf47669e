/** What a signature states of a certificate (XML Signature §4.5.4.1, XAdES §7.2.2). */
export interface CertificateNames {
  /** As RFC 4514 writes them, the nearest first, joined by ", ". */
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
}

interface Der {
  readonly tag: number;
  readonly content: Uint8Array;
}

const TAG = {
  integer: 0x02,
  objectId: 0x06,
  utf8String: 0x0c,
  teletexString: 0x14,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
  explicitVersion: 0xa0,
} as const;

/** RFC 4514 §3; what is not named there is written by its number, as §2.3 has it. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.6': 'C',
  '2.5.4.9': 'STREET',
  '0.9.2342.19200300.100.1.25': 'DC',
  '0.9.2342.19200300.100.1.1': 'UID',
};

/** DER, X.690 §8.1. Throws RangeError where lengths do not fit. */
function readDer(bytes: Uint8Array): readonly Der[] {
  const found: Der[] = [];
  let at = 0;
  while (at < bytes.byteLength) {
    const tag = bytes[at] ?? 0;
    const first = bytes[at + 1] ?? 0;
    const lengthBytes = first < 0x80 ? 0 : first - 0x80;
    if (lengthBytes > 4) throw new RangeError('DER length');
    let length = lengthBytes === 0 ? first : 0;
    for (const byte of bytes.subarray(at + 2, at + 2 + lengthBytes)) length = length * 256 + byte;
    const start = at + 2 + lengthBytes;
    if (start + length > bytes.byteLength) throw new RangeError('DER content');
    found.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

function one(values: readonly Der[], index: number, tag: number): Uint8Array {
  const value = values[index];
  if (value?.tag !== tag) throw new RangeError('DER tag');
  return value.content;
}

/** X.690 §8.19: base 128, the first two numbers in one. */
function objectId(content: Uint8Array): string {
  const numbers: bigint[] = [];
  let value = 0n;
  for (const byte of content) {
    value = value * 128n + BigInt(byte & 0x7f);
    if ((byte & 0x80) !== 0) continue;
    numbers.push(value);
    value = 0n;
  }
  const [first = 0n, ...rest] = numbers;
  const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}

function text({ tag, content }: Der): string {
  switch (tag) {
    case TAG.utf8String:
      return new TextDecoder('utf-8').decode(content);
    case TAG.bmpString:
      return new TextDecoder('utf-16be').decode(content);
    case TAG.universalString:
      return Array.from({ length: Math.floor(content.byteLength / 4) }, (_, index) => {
        const code = new DataView(content.buffer, content.byteOffset).getUint32(index * 4);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      }).join('');
    default:
      // The other kinds are ASCII; Teletex, which hardly anybody means, is Latin 1 in practice.
      return new TextDecoder('latin1').decode(content);
  }
}

/** RFC 4514 §2.4. */
const escapedValue = (value: string): string =>
  value
    .replace(/[\\",+;<>]/g, '\\$&')
    .replaceAll('\u0000', '\\00')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ');

const hexadecimal = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function attribute(pair: Uint8Array): string {
  const values = readDer(pair);
  const id = objectId(one(values, 0, TAG.objectId));
  const value = values[1];
  if (value === undefined) throw new RangeError('DER value');
  const name = SHORT_NAMES[id];
  return `${name ?? id}=${escapedValue(text(value))}`;
}

/** A name as RFC 4514 §2 writes it, from its DER content: the last part first. */
function distinguishedName(content: Uint8Array): string {
  return readDer(content)
    .map((set) =>
      readDer(set.content)
        .map(({ content: pair }) => attribute(pair))
        .join('+'),
    )
    .toReversed()
    .join(', ');
}

/** The names in a certificate (RFC 5280 §4.1), from its DER. Throws RangeError for other bytes. */
export function certificateNames(certificateDer: Uint8Array): CertificateNames {
  const [certificate] = readDer(certificateDer);
  const [facts] = readDer(certificate?.content ?? new Uint8Array());
  const fields = readDer(facts?.content ?? new Uint8Array());
  const from = fields[0]?.tag === TAG.explicitVersion ? 1 : 0;
  const serial = one(fields, from, TAG.integer);
  return {
    serialNumber: BigInt.asIntN(
      serial.byteLength * 8,
      BigInt(`0x0${hexadecimal(serial)}`),
    ).toString(),
    issuer: distinguishedName(one(fields, from + 2, TAG.sequence)),
    subject: distinguishedName(one(fields, from + 4, TAG.sequence)),
  };
}
