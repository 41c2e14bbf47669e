import { createHash } from 'node:crypto';

import { xmlCharacters } from '../opc/xml-text.ts';
import {
  INCLUSIVE_C14N,
  NAMESPACES,
  OBJECT_TYPE,
  RELATIONSHIP_TRANSFORM,
  SHA256,
  SIGNED_PROPERTIES_TYPE,
  SIGNING_METHODS,
} from './algorithms.ts';
import { canonicalAttribute, canonicalText } from './canonical-xml.ts';
import { certificateNames } from './certificate-names.ts';
import { invalidLinePng } from './line-images.ts';
import type { SignedLine, SigningRequest } from './types.ts';

/*
 * A signature as Word writes it. Every piece is written in canonical form already (Canonical XML
 * 1.0): attributes in order, no empty-element tags, nothing between elements. What is hashed is then
 * the piece with the namespaces around it, and a signature is made without reading it back.
 */

/** A part as it goes into the manifest. */
export interface ManifestPart {
  readonly partName: string;
  readonly contentType: string;
  /** SHA-256 of its bytes, or of what is left by the transform of relationships. */
  readonly digest: Uint8Array;
  /** Which relationships are signed; null for parts that are not lists of them. */
  readonly relationshipIds: readonly string[] | null;
}

/** As [MS-OFFCRYPTO] §2.5.2.5 has it. */
export const LONGEST_COMMENTS = 255;
export const LONGEST_SIGNED_NAME = 100;

/** Ids as Word gives them, told apart from those of earlier signatures. */
type Named = (id: string) => string;

/**
 * The first signature has Word's ids as they are. LibreOffice reads all signatures of a package into
 * one document, where the third would be checked against what the second signed; it writes ids with
 * an ending itself, and Word takes them.
 */
const naming =
  (number: number): Named =>
  (id) =>
    number === 1 ? id : `${id}_${number}`;

const SIGNATURE_ID = 'idPackageSignature';
const DSIG_DECLARATION = ` xmlns="${NAMESPACES.dsig}"`;
const XADES_DECLARATION = ` xmlns:xd="${NAMESPACES.xades}"`;
const OPC_DECLARATION = ` xmlns:mdssi="${NAMESPACES.opc}"`;

const text = (value: string): string => canonicalText(xmlCharacters(value));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const sha256 = (data: Uint8Array | string): Uint8Array =>
  createHash('sha256').update(data).digest();
const empty = (name: string, attributes: string): string => `<${name} ${attributes}></${name}>`;
const method = (name: string, algorithm: string): string => empty(name, `Algorithm="${algorithm}"`);
const digest = (value: Uint8Array): string =>
  `${method('DigestMethod', SHA256)}<DigestValue>${base64(value)}</DigestValue>`;
const property = (named: Named, id: string, content: string): string =>
  `<SignatureProperties><SignatureProperty Id="${named(id)}" Target="#${named(SIGNATURE_ID)}">` +
  `${content}</SignatureProperty></SignatureProperties>`;

/** A piece as it is hashed on its own: with the declarations of what stands around it. */
const apex = (piece: string, declarations: string): string =>
  piece.replace(/^<[^\s>]+/, (start) => start + declarations);

/** "2026-11-22T10:24:16Z": XML Schema's dateTime, to the second as Word has it. */
const dateTime = (atMs: number): string => new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z');

/** Cut to so many characters, never in the middle of one. */
const cut = (value: string, longest: number): string =>
  Array.from(value).slice(0, longest).join('');

/** Names of parts are ASCII in practice; others as URIs write them (ECMA-376-2 §9.1.1). */
const partUri = ({ partName, contentType }: ManifestPart): string =>
  `${partName.replace(/[^\u0021-\u007e]+/gu, encodeURIComponent)}?ContentType=${contentType}`;

function manifestReference(part: ManifestPart): string {
  const transforms =
    part.relationshipIds === null
      ? ''
      : `<Transforms><Transform Algorithm="${RELATIONSHIP_TRANSFORM}">${part.relationshipIds
          .map(
            (id) =>
              `<mdssi:RelationshipReference${OPC_DECLARATION} SourceId="${canonicalAttribute(id)}">` +
              '</mdssi:RelationshipReference>',
          )
          .join('')}</Transform>${method('Transform', INCLUSIVE_C14N)}</Transforms>`;
  const uri = canonicalAttribute(partUri(part));
  return `<Reference URI="${uri}">${transforms}${digest(part.digest)}</Reference>`;
}

/** ECMA-376-2 §13.2.4, [MS-OFFCRYPTO] §2.5.2.4: what is signed of the package, and when. */
function packageObject(named: Named, parts: readonly ManifestPart[], signedAtMs: number): string {
  return (
    `<Object Id="${named('idPackageObject')}"><Manifest>${parts.map(manifestReference).join('')}</Manifest>` +
    property(
      named,
      'idSignatureTime',
      `<mdssi:SignatureTime${OPC_DECLARATION}>` +
        '<mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format>' +
        `<mdssi:Value>${dateTime(signedAtMs)}</mdssi:Value></mdssi:SignatureTime>`,
    ) +
    '</Object>'
  );
}

/**
 * Word wants facts about the signer's computer too. They are the same for everybody: nothing is told
 * of a computer, and the same request gives the same signature.
 */
const COMPUTER =
  '<WindowsVersion>10.0</WindowsVersion><OfficeVersion>16.0</OfficeVersion>' +
  '<ApplicationVersion>16.0</ApplicationVersion><Monitors>1</Monitors>' +
  '<HorizontalResolution>1366</HorizontalResolution><VerticalResolution>768</VerticalResolution>' +
  '<ColorDepth>32</ColorDepth>';

/** [MS-OFFCRYPTO] §2.5.2.5. No ManifestHashAlgorithm: LibreOffice refuses it. */
function officeObject(named: Named, statement: string, line: SignedLine | undefined): string {
  const image = line?.imagePng === undefined ? '' : base64(line.imagePng);
  return (
    `<Object Id="${named('idOfficeObject')}">` +
    property(
      named,
      'idOfficeV1Details',
      `<SignatureInfoV1 xmlns="${NAMESPACES.office}">` +
        `<SetupID>${text(line?.setupId ?? '')}</SetupID>` +
        `<SignatureText>${text(cut(line?.signedName ?? '', LONGEST_SIGNED_NAME))}</SignatureText>` +
        `<SignatureImage>${image}</SignatureImage>` +
        `<SignatureComments>${text(cut(statement, LONGEST_COMMENTS))}</SignatureComments>` +
        COMPUTER +
        '<SignatureProviderId>{00000000-0000-0000-0000-000000000000}</SignatureProviderId>' +
        '<SignatureProviderUrl></SignatureProviderUrl>' +
        '<SignatureProviderDetails>9</SignatureProviderDetails>' +
        // 2: a signature line is signed; 1: none is.
        `<SignatureType>${line === undefined ? 1 : 2}</SignatureType></SignatureInfoV1>`,
    ) +
    '</Object>'
  );
}

const APPROVAL = 'http://uri.etsi.org/01903/v1.2.2#ProofOfApproval';

/** XAdES §7.2.6: that the signer approves, in the signer's own words. */
const commitment = (statement: string): string =>
  statement === ''
    ? ''
    : '<xd:SignedDataObjectProperties><xd:CommitmentTypeIndication>' +
      `<xd:CommitmentTypeId><xd:Identifier>${APPROVAL}</xd:Identifier></xd:CommitmentTypeId>` +
      '<xd:AllSignedDataObjects></xd:AllSignedDataObjects><xd:CommitmentTypeQualifiers>' +
      `<xd:CommitmentTypeQualifier>${text(statement)}</xd:CommitmentTypeQualifier>` +
      '</xd:CommitmentTypeQualifiers></xd:CommitmentTypeIndication></xd:SignedDataObjectProperties>';

const claimedRole = (role: string): string =>
  role === ''
    ? ''
    : `<xd:SignerRole><xd:ClaimedRoles><xd:ClaimedRole>${text(role)}</xd:ClaimedRole>` +
      '</xd:ClaimedRoles></xd:SignerRole>';

/** XAdES §7.1–7.2 with an implied policy, the profile EPES ([MS-OFFCRYPTO] §2.5.2.6). */
function signedProperties(
  named: Named,
  { signer, signedAtMs, role, statement }: SigningRequest,
): string {
  const { issuer, serialNumber } = certificateNames(signer.certificateDer);
  return (
    `<xd:SignedProperties Id="${named('idSignedProperties')}"><xd:SignedSignatureProperties>` +
    `<xd:SigningTime>${dateTime(signedAtMs)}</xd:SigningTime>` +
    '<xd:SigningCertificate><xd:Cert>' +
    `<xd:CertDigest>${digest(sha256(signer.certificateDer))}</xd:CertDigest>` +
    `<xd:IssuerSerial><X509IssuerName>${text(issuer)}</X509IssuerName>` +
    `<X509SerialNumber>${serialNumber}</X509SerialNumber></xd:IssuerSerial>` +
    '</xd:Cert></xd:SigningCertificate>' +
    '<xd:SignaturePolicyIdentifier><xd:SignaturePolicyImplied></xd:SignaturePolicyImplied>' +
    `</xd:SignaturePolicyIdentifier>${claimedRole(role)}</xd:SignedSignatureProperties>` +
    `${commitment(statement)}</xd:SignedProperties>`
  );
}

/**
 * What Word shows in place of the line ([MS-OFFCRYPTO] §2.5.2): while it holds, and once it does
 * not. Word and LibreOffice find them by these very ids, so they have an ending only from the third
 * signature on, which LibreOffice would call invalid otherwise: a picture that is not shown is
 * the lesser evil.
 */
function lineImages(
  named: Named,
  number: number,
  image: Uint8Array | undefined,
): readonly (readonly [id: string, xml: string])[] {
  if (image === undefined) return [];
  const object = (id: string, bytes: Uint8Array): readonly [string, string] => {
    const own = number < 3 ? id : named(id);
    return [own, `<Object Id="${own}">${base64(bytes)}</Object>`];
  };
  return [object('idValidSigLnImg', image), object('idInvalidSigLnImg', invalidLinePng(image))];
}

function reference(id: string, type: string, canonical: string, transforms: string): string {
  return `<Reference Type="${type}" URI="#${id}">${transforms}${digest(sha256(canonical))}</Reference>`;
}

/** A signature that lacks nothing but its value. */
export interface UnsignedSignature {
  /** What is to be signed. */
  readonly data: Uint8Array;
  readonly withValue: (value: Uint8Array) => string;
}

/**
 * Writes a signature over these parts (ECMA-376-2 §13.2.4, [MS-OFFCRYPTO] §2.5.2), the `number`th of
 * its package, counted from 1.
 */
export function signatureXml(
  request: SigningRequest,
  parts: readonly ManifestPart[],
  number: number,
): UnsignedSignature {
  const named = naming(number);
  const { signer, signedAtMs, statement, signatureLine } = request;
  const properties = signedProperties(named, request);
  const objects: readonly (readonly [id: string, xml: string])[] = [
    [named('idPackageObject'), packageObject(named, parts, signedAtMs)],
    [named('idOfficeObject'), officeObject(named, statement, signatureLine)],
    ...lineImages(named, number, signatureLine?.imagePng),
  ];
  const references = [
    ...objects.map(([id, xml]) => reference(id, OBJECT_TYPE, apex(xml, DSIG_DECLARATION), '')),
    reference(
      named('idSignedProperties'),
      SIGNED_PROPERTIES_TYPE,
      apex(properties, DSIG_DECLARATION + XADES_DECLARATION),
      `<Transforms>${method('Transform', INCLUSIVE_C14N)}</Transforms>`,
    ),
  ];
  const signedInfo =
    `<SignedInfo>${method('CanonicalizationMethod', INCLUSIVE_C14N)}` +
    `${method('SignatureMethod', SIGNING_METHODS[signer.algorithm])}` +
    `${references.join('')}</SignedInfo>`;
  const certificates = [signer.certificateDer, ...signer.chainDer]
    .map((der) => `<X509Certificate>${base64(der)}</X509Certificate>`)
    .join('');
  return {
    data: Buffer.from(apex(signedInfo, DSIG_DECLARATION)),
    withValue: (value) =>
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      `<Signature${DSIG_DECLARATION} Id="${named(SIGNATURE_ID)}">${signedInfo}` +
      `<SignatureValue>${base64(value)}</SignatureValue>` +
      `<KeyInfo><X509Data>${certificates}</X509Data></KeyInfo>` +
      objects.map(([, xml]) => xml).join('') +
      `<Object><xd:QualifyingProperties${XADES_DECLARATION} Target="#${named(SIGNATURE_ID)}">` +
      `${properties}</xd:QualifyingProperties></Object></Signature>`,
  };
}
