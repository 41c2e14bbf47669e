import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { strToU8 } from 'fflate';

import type { OpcPackage } from '../../../src/main/opc/package.ts';
import { readPackage } from '../../../src/main/opc/package.ts';
import { certificateNames } from '../../../src/main/signing/certificate-names.ts';
import type { TestSigner } from '../../fixtures/signers.ts';
import { replaced, withFiles } from '../../fixtures/word-package.ts';
import { idOptions, partMap, unpacked } from './xmlsec.ts';

const run = promisify(execFile);

/*
 * Packages that another program signed: the shape of the XML is that of Word, of LibreOffice or of
 * neither, and every digest and the value are xmlsec1's.
 */

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const XMLENC = 'http://www.w3.org/2001/04/xmlenc#';
const OPC = 'http://schemas.openxmlformats.org/package/2006/digital-signature';
const XADES = 'http://uri.etsi.org/01903/v1.3.2#';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/RelationshipTransform';
const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** How a program writes its signatures. */
export interface ForeignStyle {
  readonly name: string;
  /** "" for the default namespace, otherwise "ds:". */
  readonly prefix: '' | 'ds:';
  readonly isIndented: boolean;
  readonly canonicalization: string;
  readonly digest: string;
  readonly signature: string;
  readonly hasXades: boolean;
  readonly isWeak: boolean;
}

const WORD: ForeignStyle = {
  name: 'as Word',
  prefix: '',
  isIndented: false,
  canonicalization: INCLUSIVE,
  digest: `${XMLENC}sha256`,
  signature: `${MORE}rsa-sha256`,
  hasXades: true,
  isWeak: false,
};

export const FOREIGN_STYLES: readonly ForeignStyle[] = [
  WORD,
  {
    ...WORD,
    name: 'as Word 2007, with SHA-1 and without XAdES',
    digest: `${DSIG}sha1`,
    signature: `${DSIG}rsa-sha1`,
    hasXades: false,
    isWeak: true,
  },
  {
    ...WORD,
    name: 'indented, with prefixes, canonicalized with comments, SHA-512',
    prefix: 'ds:',
    isIndented: true,
    canonicalization: `${INCLUSIVE}#WithComments`,
    digest: `${XMLENC}sha512`,
    signature: `${MORE}rsa-sha512`,
  },
  {
    ...WORD,
    name: 'indented, exclusive, SHA-384',
    isIndented: true,
    canonicalization: EXCLUSIVE,
    digest: `${MORE}sha384`,
    signature: `${MORE}rsa-sha384`,
  },
  {
    ...WORD,
    name: 'with prefixes, exclusive with comments',
    prefix: 'ds:',
    canonicalization: `${EXCLUSIVE}WithComments`,
  },
];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A signature that lacks its digests and its value. */
function template(opc: OpcPackage, signer: TestSigner, style: ForeignStyle): string {
  const { prefix: p, canonicalization, digest } = style;
  const line = (text: string): string => (style.isIndented ? `\n    ${text}` : text);
  const digested = (value = ''): string =>
    line(`<${p}DigestMethod Algorithm="${digest}"/>`) +
    line(`<${p}DigestValue>${value}</${p}DigestValue>`);
  const transforms = (...list: readonly string[]): string =>
    line(`<${p}Transforms>${list.map(line).join('')}</${p}Transforms>`);
  const canonical = `<${p}Transform Algorithm="${canonicalization}"/>`;
  const chosen = (partName: string): string => {
    const source = partName.replace('_rels/', '').replace(/\.rels$/, '');
    const list = opc.relationships(source).filter(({ type }) => !/properties$|origin$/.test(type));
    return list
      .map(({ id }) => `<mdssi:RelationshipReference xmlns:mdssi="${OPC}" SourceId="${id}"/>`)
      .join('');
  };
  const part = (name: string): string => {
    const change = name.endsWith('.rels')
      ? transforms(
          `<${p}Transform Algorithm="${RELATIONSHIPS}">${chosen(name)}</${p}Transform>`,
          canonical,
        )
      : '';
    const uri = escaped(`${name}?ContentType=${opc.contentType(name)}`);
    return line(`<${p}Reference URI="${uri}">${change}${digested()}</${p}Reference>`);
  };
  const signed = (id: string, type: string): string =>
    line(
      `<${p}Reference Type="${type}" URI="#${id}">${transforms(canonical)}${digested()}</${p}Reference>`,
    );
  const parts = opc.partNames.filter((name) => !/^\/(?:_xmlsignatures|docProps)\//.test(name));
  const names = certificateNames(signer.certificateDer);
  const hash = createHash(digest.replace(/^.*#/, '')).update(signer.certificateDer);
  const xades = style.hasXades
    ? `<${p}Object><xd:QualifyingProperties xmlns:xd="${XADES}" Target="#idPackageSignature">` +
      '<xd:SignedProperties Id="idSignedProperties"><xd:SignedSignatureProperties>' +
      line('<xd:SigningTime>2026-11-22T03:15:30Z</xd:SigningTime>') +
      `<xd:SigningCertificate><xd:Cert><xd:CertDigest>${digested(hash.digest('base64'))}</xd:CertDigest>` +
      `<xd:IssuerSerial><${p}X509IssuerName>${escaped(names.issuer)}</${p}X509IssuerName>` +
      `<${p}X509SerialNumber>${names.serialNumber}</${p}X509SerialNumber></xd:IssuerSerial>` +
      '</xd:Cert></xd:SigningCertificate><!-- catatan --><xd:SignaturePolicyIdentifier>' +
      '<xd:SignaturePolicyImplied/></xd:SignaturePolicyIdentifier></xd:SignedSignatureProperties>' +
      `</xd:SignedProperties></xd:QualifyingProperties></${p}Object>`
    : '';
  const property = (id: string, content: string): string =>
    `<${p}SignatureProperties><${p}SignatureProperty Id="${id}" Target="#idPackageSignature">` +
    `${content}</${p}SignatureProperty></${p}SignatureProperties>`;
  const declared = p === '' ? `xmlns="${DSIG}"` : `xmlns:ds="${DSIG}" xmlns:lain="urn:lain"`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?><${p}Signature ${declared} Id="idPackageSignature">` +
    `<${p}SignedInfo>${line(`<${p}CanonicalizationMethod Algorithm="${canonicalization}"/>`)}` +
    line(`<${p}SignatureMethod Algorithm="${style.signature}"/>`) +
    signed('idPackageObject', `${DSIG}Object`) +
    signed('idOfficeObject', `${DSIG}Object`) +
    (style.hasXades
      ? signed('idSignedProperties', 'http://uri.etsi.org/01903#SignedProperties')
      : '') +
    `</${p}SignedInfo><${p}SignatureValue/><${p}KeyInfo><${p}X509Data><${p}X509Certificate>` +
    Buffer.from(signer.certificateDer).toString('base64') +
    `</${p}X509Certificate></${p}X509Data></${p}KeyInfo>` +
    `<${p}Object Id="idPackageObject"><${p}Manifest>${parts.map(part).join('')}</${p}Manifest>` +
    property(
      'idSignatureTime',
      `<mdssi:SignatureTime xmlns:mdssi="${OPC}"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format>` +
        '<mdssi:Value>2026-11-22T03:15:30Z</mdssi:Value></mdssi:SignatureTime>',
    ) +
    `</${p}Object><${p}Object Id="idOfficeObject">` +
    property(
      'idOfficeV1Details',
      '<SignatureInfoV1 xmlns="http://schemas.microsoft.com/office/2006/digsig"><SetupID></SetupID>' +
        '<SignatureText/><SignatureImage/><SignatureComments>Menyetujui &amp; sah</SignatureComments>' +
        '<SignatureType>1</SignatureType></SignatureInfoV1>',
    ) +
    `</${p}Object>${xades}</${p}Signature>`
  );
}

/** The package with the parts that name one signature, which is empty still. */
function prepared(bytes: Uint8Array): Uint8Array {
  const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
  const named = replaced(
    replaced(
      bytes,
      '[Content_Types].xml',
      '</Types>',
      '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>' +
        '<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/></Types>',
    ),
    '_rels/.rels',
    '</Relationships>',
    `<Relationship Id="rIdAsal" Type="${PACKAGE}/relationships/digital-signature/origin" Target="/_xmlsignatures/origin.sigs"/></Relationships>`,
  );
  return withFiles(named, (files) => {
    files['_xmlsignatures/origin.sigs'] = new Uint8Array();
    files['_xmlsignatures/_rels/origin.sigs.rels'] = strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1"` +
        ` Type="${PACKAGE}/relationships/digital-signature/signature" Target="sig1.xml"/></Relationships>`,
    );
  });
}

/** Has xmlsec1 sign a package in this style. */
export async function foreignSigned(
  folder: string,
  bytes: Uint8Array,
  signer: TestSigner,
  style: ForeignStyle,
): Promise<Uint8Array> {
  const ready = prepared(bytes);
  const parts = join(folder, 'bagian');
  await mkdir(parts, { recursive: true });
  await unpacked(parts, ready);
  const xml = template(readPackage(ready), signer, style);
  const [key, unsigned, out] = ['kunci.pem', 'kosong.xml', 'sig1.xml'].map((name) =>
    join(folder, name),
  );
  if (key === undefined || unsigned === undefined || out === undefined) throw new Error('no paths');
  await writeFile(key, signer.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  await writeFile(unsigned, xml);
  const options = ['--sign', '--privkey-pem', key, ...idOptions, ...partMap(parts, xml)];
  await run('xmlsec1', [...options, '--output', out, unsigned]);
  const signed = await readFile(out);
  return withFiles(ready, (files) => {
    files['_xmlsignatures/sig1.xml'] = new Uint8Array(signed);
  });
}
