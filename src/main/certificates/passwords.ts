/**
 * One way in which a passphrase becomes bytes: PKCS#12's own derivation takes a BMPString, PKCS#5
 * takes bytes, and programs differ in both where it is not ASCII or empty.
 */
export interface Password {
  /** UTF-16, big-endian, with two zero octets at its end (RFC 7292 B.1). */
  readonly wide: Uint8Array;
  /** What PBES2 and PBMAC1 may have been given, the likeliest first. */
  readonly plain: readonly Uint8Array[];
}

function wideOf(text: string): Buffer {
  const wide = Buffer.alloc(text.length * 2 + 2);
  for (let index = 0; index < text.length; index += 1) {
    wide.writeUInt16BE(text.charCodeAt(index), index * 2);
  }
  return wide;
}

/** All code units fit into one octet each. */
const isLatin1 = (text: string): boolean => Buffer.from(text, 'latin1').toString('latin1') === text;

function passwordOf(text: string): Password {
  const wide = wideOf(text);
  const utf8 = Buffer.from(text, 'utf8');
  // Programs on Windows hand over the octets of their code page; NSS hands over the BMPString.
  const octets = isLatin1(text) ? [Buffer.from(text, 'latin1')] : [];
  const plain = [utf8, ...octets, wide].filter(
    (one, index, all) => all.findIndex((earlier) => earlier.equals(one)) === index,
  );
  return { wide, plain };
}

/** The ways in which programs have turned this passphrase into bytes, the likeliest first. */
export function passwordsOf(passphrase: Uint8Array): readonly Password[] {
  const typed = Buffer.from(passphrase).toString('utf8');
  // OpenSSL before 1.1 took each octet of the UTF-8 form for a character.
  const octetwise = Buffer.from(passphrase).toString('latin1');
  const texts = new Set([typed, typed.normalize('NFC'), typed.normalize('NFD'), octetwise]);
  const passwords = Array.from(texts, passwordOf);
  // An empty one is written with its two zero octets and without them.
  return typed === '' ? [...passwords, { wide: new Uint8Array(), plain: [] }] : passwords;
}

export function clearPasswords(passwords: readonly Password[]): void {
  for (const { wide, plain } of passwords) {
    wide.fill(0);
    for (const one of plain) one.fill(0);
  }
}
