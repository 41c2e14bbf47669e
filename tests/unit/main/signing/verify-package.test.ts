import { strFromU8, strToU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';

import { readPackage } from '../../../../src/main/opc/package.ts';
import type { PackageVerification } from '../../../../src/main/signing/types.ts';
import { verifyPackage } from '../../../../src/main/signing/verify-package.ts';
import { signedBy } from '../../../fixtures/signed-package.ts';
import { testSigner } from '../../../fixtures/signers.ts';
import {
  packed,
  replaced,
  withComments,
  withFiles,
  wordPackage,
} from '../../../fixtures/word-package.ts';

const budi = testSigner('ec-p256', 'Budi Contoh');
const siti = testSigner('ec-p256', 'Siti Contoh');
const SIGNATURE = '_xmlsignatures/sig1.xml';

let signed: Uint8Array;
beforeAll(async () => {
  signed = await signedBy(wordPackage(), [budi]);
});

const verdict = (bytes: Uint8Array) => verifyPackage(bytes).signatures[0]?.verdict;
const changedTo = (partName: string, kind: string) => ({
  status: 'changed',
  changes: [{ partName, kind }],
});
const broken = (reason: string) => expect.objectContaining({ status: 'broken', reason });

describe('an unsigned package', () => {
  it('has no signatures, and nothing of it is covered', () => {
    const { signatures, coverage } = verifyPackage(wordPackage());
    expect(signatures).toEqual([]);
    expect(coverage).toMatchObject({
      extent: 'partly',
      parts: ['/word/document.xml', '/word/header1.xml', '/word/media/image1.png'],
    });
  });
});

describe('a changed document', () => {
  it('stays valid zipped anew, in another order', () => {
    const files = Object.entries(unzipSync(signed)).toReversed();
    expect(verdict(packed(Object.fromEntries(files)))).toEqual({ status: 'valid' });
  });

  it('names the part whose content changed', () => {
    const bytes = replaced(signed, 'word/document.xml', 'ditutup', 'dibuka');
    expect(verdict(bytes)).toEqual(changedTo('/word/document.xml', 'content'));
  });

  it('names every part in turn, whichever byte changed', () => {
    const names = readPackage(signed).partNames.filter((name) => name.startsWith('/word/'));
    for (const name of names) {
      const bytes = withFiles(signed, (files) => {
        const content = files[name.slice(1)];
        if (content !== undefined)
          content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
      });
      expect(verdict(bytes)).toMatchObject({ status: 'changed', changes: [{ partName: name }] });
    }
  });

  it('names a part that is gone', () => {
    const bytes = withFiles(signed, (files) => {
      delete files['word/media/image1.png'];
    });
    expect(verdict(bytes)).toEqual(changedTo('/word/media/image1.png', 'missing'));
  });

  it('names a part of another content type', () => {
    const bytes = replaced(signed, '[Content_Types].xml', 'image/png', 'image/gif');
    expect(verdict(bytes)).toEqual(changedTo('/word/media/image1.png', 'content-type'));
  });

  it('names changed and removed relationships', () => {
    const list = 'word/_rels/document.xml.rels';
    const part = `/${list}`;
    const moved = replaced(signed, list, 'https://contoh.id/', 'https://jahat.contoh/');
    expect(verdict(moved)).toEqual(changedTo(part, 'relationships'));
    const removed = replaced(signed, list, /<Relationship Id="rId10"[^>]*>/, '');
    expect(verdict(removed)).toEqual(changedTo(part, 'relationships'));
    const renamed = replaced(signed, list, 'rId10', 'rId11');
    expect(verdict(renamed)).toEqual(changedTo(part, 'relationships'));
  });

  it('is the same with its relationships in another order and spacing', () => {
    const bytes = withFiles(signed, (files) => {
      const list = 'word/_rels/document.xml.rels';
      const xml = strFromU8(files[list] ?? new Uint8Array());
      const items = (xml.match(/<Relationship [^>]*>/g) ?? []).toReversed().join('\n  ');
      files[list] = strToU8(xml.replace(/(<Relationships[^>]*>).*(?=<\/)/s, `$1\n  ${items}\n`));
    });
    expect(verdict(bytes)).toEqual({ status: 'valid' });
  });
});

describe('what no signature covers', () => {
  const added = (): PackageVerification => verifyPackage(withComments(signed, 'sisipan'));

  it('is told of a part that was added, whose relationship nobody signed', () => {
    const { signatures, coverage } = added();
    expect(signatures[0]?.verdict).toEqual({ status: 'valid' });
    expect(signatures[0]?.coverage).toEqual(coverage);
    expect(coverage).toMatchObject({ extent: 'partly', parts: ['/word/comments.xml'] });
    expect(coverage.relationships).toMatchObject([
      { source: '/word/document.xml', id: 'rIdX', target: 'comments.xml' },
    ]);
  });

  it('is less once somebody signs what was added', async () => {
    const bytes = await signedBy(withComments(signed, 'sisipan'), [siti]);
    const { signatures, coverage } = verifyPackage(bytes);
    expect(signatures.map(({ coverage: { extent } }) => extent)).toEqual(['partly', 'whole']);
    expect(coverage.extent).toBe('whole');
  });

  it('is everything where the only signature is not valid', () => {
    const { coverage } = verifyPackage(replaced(signed, 'word/header1.xml', 'Kota', 'Desa'));
    expect(coverage.parts).toContain('/word/document.xml');
  });

  it('does not count the properties, which Word never signs', () => {
    const bytes = replaced(signed, 'docProps/core.xml', '/>', '></cp:coreProperties>');
    expect(verifyPackage(bytes)).toMatchObject({
      signatures: [{ verdict: { status: 'valid' } }],
      coverage: { extent: 'whole', properties: ['/docProps/core.xml', '/docProps/app.xml'] },
    });
  });

  it('counts a part that is only called properties', () => {
    const bytes = replaced(
      signed,
      '_rels/.rels',
      'Target="docProps/app.xml"',
      'Target="word/document.xml"',
    );
    expect(verifyPackage(bytes).coverage.parts).toEqual(['/docProps/app.xml']);
  });
});

describe('a spoilt signature', () => {
  const spoilt = (from: string | RegExp, to: string) =>
    verdict(replaced(signed, SIGNATURE, from, to));
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

  it('is not believed with another value, time, role or list of parts', () => {
    const value = base64(new Uint8Array(64).fill(7));
    expect(spoilt(/<SignatureValue>[^<]*/, `<SignatureValue>${value}`)).toEqual(
      broken('value-mismatch'),
    );
    expect(spoilt(/<SignatureValue>[^<]*/, '<SignatureValue>AAAA')).toEqual(
      broken('value-mismatch'),
    );
    expect(spoilt(/<xd:SigningTime>2026/, '<xd:SigningTime>2025')).toEqual(
      broken('signed-data-altered'),
    );
    expect(spoilt('<mdssi:Value>2026', '<mdssi:Value>2025')).toEqual(broken('signed-data-altered'));
    expect(spoilt('Ketua KPU', 'Wakil KPU')).toEqual(broken('signed-data-altered'));
    expect(spoilt(/<Reference URI="\/word\/header1[\s\S]*?<\/Reference>/, '')).toEqual(
      broken('signed-data-altered'),
    );
    expect(spoilt('<Reference Type', '<Reference  Id="x" Type')).toEqual(broken('value-mismatch'));
  });

  it('is not believed with the certificate of somebody else', () => {
    const other = base64(siti.certificateDer);
    expect(spoilt(/<X509Certificate>[^<]*/, `<X509Certificate>${other}`)).toEqual(
      broken('other-certificate'),
    );
    expect(spoilt(/<KeyInfo>.*<\/KeyInfo>/, '')).toEqual(broken('certificate'));
  });

  it('finds the certificate of the signer among others', () => {
    const other = `<X509Certificate>${base64(siti.certificateDer)}</X509Certificate>`;
    expect(spoilt('<X509Data>', `<X509Data>${other}`)).toEqual({ status: 'valid' });
  });

  it('is not read where it is built to deceive', () => {
    expect(spoilt('<Signature ', '<!DOCTYPE Signature [<!ENTITY a "b">]><Signature ')).toEqual(
      broken('unsafe'),
    );
    const copy = '<Object Id="idPackageObject"><Manifest></Manifest></Object><KeyInfo>';
    expect(spoilt('<KeyInfo>', copy)).toEqual(broken('unsafe'));
    expect(
      spoilt(
        '<KeyInfo>',
        `<Object>${'<a>'.repeat(9)}<b id="idOfficeObject"/>${'</a>'.repeat(9)}</Object><KeyInfo>`,
      ),
    ).toEqual(broken('unsafe'));
    // The object that was signed, wrapped in another place of the file.
    expect(
      spoilt(/<Object Id="idPackageObject">.*?<\/Object>/s, '<Object><Wrap>$&</Wrap></Object>'),
    ).toEqual(broken('unreadable'));
    expect(spoilt(/^[\s\S]*<\/Signature>/, '<Wrap xmlns="urn:x">$&</Wrap>')).toEqual(
      expect.objectContaining({ status: 'broken' }),
    );
  });

  it('is not checked by methods that are not known', () => {
    expect(spoilt('xmldsig-more#ecdsa-sha256', 'xmldsig-more#hmac-sha256')).toMatchObject({
      status: 'broken',
      reason: 'unsupported',
      detail: 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256',
    });
    expect(spoilt(/REC-xml-c14n-20010315/, 'REC-xslt-19991116')).toEqual(broken('unsupported'));
    expect(spoilt('xmlenc#sha256', 'xmlenc#ripemd160')).toEqual(broken('unsupported'));
  });

  it('is unreadable where it is no XML, no signature or not whole', () => {
    expect(spoilt('</Signature>', '')).toEqual(broken('unreadable'));
    expect(spoilt(/^[\s\S]*$/, '<Signature/>')).toEqual(broken('unreadable'));
    expect(spoilt(/<SignatureValue>.*<\/SignatureValue>/, '')).toEqual(broken('unreadable'));
  });

  it('leaves the other signatures of the file as they are', async () => {
    const two = await signedBy(signed, [siti]);
    const bytes = replaced(two, SIGNATURE, '</Signature>', '');
    expect(verifyPackage(bytes).signatures.map(({ verdict: { status } }) => status)).toEqual([
      'broken',
      'valid',
    ]);
  });
});

it('tells who changed what between two signatures', async () => {
  const between = replaced(signed, 'word/document.xml', 'ditutup', 'dibuka');
  const { signatures } = verifyPackage(await signedBy(between, [siti]));
  expect(signatures.map(({ verdict: { status } }) => status)).toEqual(['changed', 'valid']);
});

it('says so where a key is too short to be relied on', async () => {
  const isWeak = async (kind: 'rsa-1024' | 'rsa-2048') =>
    verifyPackage(await signedBy(wordPackage(), [testSigner(kind)])).signatures[0]?.isWeak;
  expect(await isWeak('rsa-1024')).toBe(true);
  expect(await isWeak('rsa-2048')).toBe(false);
});

describe('a package that is built to deceive', () => {
  const fault = (bytes: Uint8Array): unknown => {
    try {
      verifyPackage(bytes);
      return 'read';
    } catch (error) {
      return error instanceof Error && 'fault' in error ? error.fault : error;
    }
  };

  it('is refused with two parts of one name, or two content types of one part', () => {
    const twice = withFiles(signed, (files) => {
      files['word/Document.XML'] = strToU8('<a/>');
    });
    expect(fault(twice)).toBe('unsafe');
    const escaped = withFiles(signed, (files) => {
      files['word/d%6Fcument.xml'] = strToU8('<a/>');
    });
    expect(fault(escaped)).toBe('unsafe');
    const types = replaced(
      signed,
      '[Content_Types].xml',
      '</Types>',
      '<Override PartName="/word/document.xml" ContentType="text/plain"/></Types>',
    );
    expect(fault(types)).toBe('unsafe');
  });

  it('is refused with a list that takes gigabytes as a tree', () => {
    // In an order that does not pack so well that the file is refused for that.
    const elements = Array.from(
      { length: 500_001 },
      (_, index) => `<${'abcdefg'[index ** 2 % 7]}${index % 89}/>`,
    );
    const busy = replaced(signed, '_rels/.rels', '</Rel', `${elements.join('')}</Rel`);
    expect(() => verifyPackage(busy)).toThrow('elements');
  });

  it('is covered in part where a list holds what the transform of signatures leaves out', () => {
    const list = 'word/_rels/document.xml.rels';
    const added =
      '<Relationship Id="rId99" Type="http://contoh.id/x" Target="https://contoh.id/"/>';
    const alternative = (xml: string): string =>
      '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
      `<mc:Fallback>${xml}</mc:Fallback></mc:AlternateContent>`;
    const among = replaced(signed, list, '</Rel', `${alternative(added)}</Rel`);
    const within = replaced(
      signed,
      list,
      /<Relationship ([^>]*)\/>/,
      `<Relationship $1>${added}</Relationship>`,
    );
    for (const bytes of [among, within])
      expect(verifyPackage(bytes).coverage).toMatchObject({
        extent: 'partly',
        parts: [`/${list}`],
      });

    const type = '<Override PartName="/word/document.xml" ContentType="text/plain"/>';
    const types = replaced(
      signed,
      '[Content_Types].xml',
      '</Types>',
      `${alternative(type)}</Types>`,
    );
    expect(fault(types)).toBe('unsafe');
  });

  it('is refused where it says to be larger than any document', () => {
    const bomb = withFiles(signed, (files) => {
      files['word/bom.xml'] = new Uint8Array(2 * 1024 * 1024);
    });
    expect(fault(bomb)).toBe('too-large');
  });
});
