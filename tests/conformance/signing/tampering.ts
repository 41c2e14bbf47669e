import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import type { PackageFiles } from '../../fixtures/word-package.ts';
import { replaced, withComments, withFiles } from '../../fixtures/word-package.ts';

/** One thing that is done to a package of two signers, and what is to be said of it afterwards. */
export interface Tampering {
  readonly name: string;
  readonly apply: (bytes: Uint8Array) => Uint8Array;
  /** Whether each signature still holds. */
  readonly holds: readonly boolean[];
  /** Notula alone tells that something is not signed by anybody. */
  readonly isPartly?: boolean;
  /** Where another program says otherwise: what it says, and why. */
  readonly xmlsec?: readonly boolean[];
  readonly office?: readonly boolean[];
  readonly why?: string;
}

const BOTH = [true, true];
const NEITHER = [false, false];
const SECOND = [false, true];

const FIRST_SIGNATURE = '_xmlsignatures/sig1.xml';
const ROOT = '_rels/.rels';
const LIST = 'word/_rels/document.xml.rels';
const CONTENT_TYPES = '[Content_Types].xml';

const text = (files: PackageFiles, name: string): string =>
  strFromU8(files[name] ?? new Uint8Array());

/** One bit of one byte: within a target of a list, in the middle of any other part. */
function withFlippedByte(name: string): (bytes: Uint8Array) => Uint8Array {
  return (bytes) =>
    withFiles(bytes, (files) => {
      const content = files[name];
      if (content === undefined) throw new Error(`no ${name}`);
      const target = name.endsWith('.rels') ? text(files, name).indexOf('Target="') : -1;
      const at = target === -1 ? content.byteLength >> 1 : target + 'Target="'.length;
      content[at] = (content[at] ?? 0) ^ 1;
    });
}

/** Properties, signatures and the list of types are not named by any manifest. */
const isNamed = (name: string): boolean =>
  !name.startsWith('_xmlsignatures/') &&
  ![CONTENT_TYPES, 'docProps/core.xml', 'docProps/app.xml'].includes(name);

/** A change of one byte in each part of a package that is signed. */
export function flippedBytes(bytes: Uint8Array): readonly Tampering[] {
  const files = unzipSync(bytes);
  return (
    Object.keys(files)
      .filter((name) => isNamed(name) && (files[name]?.byteLength ?? 0) > 0)
      // A list without relationships has nothing that is signed.
      .filter((name) => !name.endsWith('.rels') || text(files, name).includes('Target="'))
      .map((name) => ({
        name: `one byte of ${name} changed`,
        apply: withFlippedByte(name),
        holds: NEITHER,
      }))
  );
}

const rezipped = (bytes: Uint8Array): Uint8Array => {
  const entries = Object.entries(unzipSync(bytes)).toReversed();
  return zipSync(Object.fromEntries(entries), { level: 1 });
};

const spoilt = (from: RegExp | string, to: string) => (bytes: Uint8Array) =>
  replaced(bytes, FIRST_SIGNATURE, from, to);

/** The certificate of the second signer in the first one's signature. */
function withOtherCertificate(bytes: Uint8Array): Uint8Array {
  return withFiles(bytes, (files) => {
    const second = /<X509Certificate>[^<]*/.exec(text(files, '_xmlsignatures/sig2.xml'))?.[0];
    const first = text(files, FIRST_SIGNATURE);
    files[FIRST_SIGNATURE] = strToU8(first.replace(/<X509Certificate>[^<]*/, second ?? ''));
  });
}

function withRelationship(list: string): (bytes: Uint8Array) => Uint8Array {
  const added =
    '<Relationship Id="rIdTambahan" TargetMode="External" Target="https://jahat.contoh/"' +
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>';
  return (bytes) => replaced(bytes, list, '</Relationships>', `${added}</Relationships>`);
}

/** All that may happen to a file on its way, apart from single bytes. */
export const TAMPERINGS: readonly Tampering[] = [
  { name: 'nothing changed', apply: (bytes) => bytes, holds: BOTH },
  { name: 'zipped anew in another order', apply: rezipped, holds: BOTH },
  {
    name: 'the properties rewritten',
    apply: (bytes) => replaced(bytes, 'docProps/core.xml', 'id-ID', 'en-US'),
    holds: BOTH,
  },
  {
    name: 'a relationship changed',
    apply: (bytes) => replaced(bytes, LIST, 'Target="styles.xml"', 'Target="gaya.xml"'),
    holds: NEITHER,
  },
  {
    name: 'a relationship made external',
    apply: (bytes) =>
      replaced(bytes, LIST, 'Target="styles.xml"', 'Target="styles.xml" TargetMode="External"'),
    holds: NEITHER,
  },
  {
    name: 'a relationship removed',
    apply: (bytes) => replaced(bytes, LIST, /<Relationship [^>]*styles\.xml[^>]*>/, ''),
    holds: NEITHER,
  },
  {
    name: 'a relationship of the text added',
    apply: withRelationship(LIST),
    holds: BOTH,
    isPartly: true,
  },
  {
    name: 'a relationship of the package added',
    apply: withRelationship(ROOT),
    holds: BOTH,
    isPartly: true,
  },
  {
    name: 'a content type changed',
    apply: (bytes) => replaced(bytes, CONTENT_TYPES, '.numbering+xml', '.comments+xml'),
    holds: NEITHER,
    xmlsec: BOTH,
    office: BOTH,
    why: 'xmlsec1 knows files alone, and LibreOffice drops the type from the name of a part',
  },
  {
    name: 'a part added',
    apply: (bytes) => withComments(bytes, 'Komentar sisipan'),
    holds: BOTH,
    isPartly: true,
  },
  {
    name: 'a part removed',
    apply: (bytes) =>
      withFiles(bytes, (files) => {
        delete files['word/numbering.xml'];
      }),
    holds: NEITHER,
    office: [false],
    why: 'LibreOffice reads no further than the first signature that names a missing part',
  },
  {
    name: 'a signature value changed',
    apply: spoilt(/(?<=<SignatureValue>)./, 'x'),
    holds: SECOND,
  },
  {
    name: 'the time of a signature changed',
    apply: spoilt('<xd:SigningTime>2026', '<xd:SigningTime>2025'),
    holds: SECOND,
  },
  {
    name: 'the time in the list of parts changed',
    apply: spoilt('<mdssi:Value>2026', '<mdssi:Value>2025'),
    holds: SECOND,
  },
  {
    name: 'a part taken off the list',
    apply: spoilt(/<Reference URI="\/word\/numbering[\s\S]*?<\/Reference>/, ''),
    holds: SECOND,
  },
  { name: 'the certificate of somebody else', apply: withOtherCertificate, holds: SECOND },
];
