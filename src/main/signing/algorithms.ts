import type { SigningAlgorithm } from './types.ts';

/** Names of algorithms, as XML Signature, RFC 4051, RFC 6931 and OPC give them. */
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const DSIG_MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const XMLENC = 'http://www.w3.org/2001/04/xmlenc#';

export const NAMESPACES = {
  dsig: DSIG,
  opc: 'http://schemas.openxmlformats.org/package/2006/digital-signature',
  office: 'http://schemas.microsoft.com/office/2006/digsig',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
} as const;

/** What a Reference is to (XML Signature §4.4.3, XAdES §6.3.1). */
export const OBJECT_TYPE = `${DSIG}Object`;
export const SIGNED_PROPERTIES_TYPE = 'http://uri.etsi.org/01903#SignedProperties';

export const INCLUSIVE_C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
export const RELATIONSHIP_TRANSFORM =
  'http://schemas.openxmlformats.org/package/2006/RelationshipTransform';

export const ORIGIN_TYPE =
  'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin';
export const SIGNATURE_TYPE =
  'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature';
export const ORIGIN_CONTENT_TYPE =
  'application/vnd.openxmlformats-package.digital-signature-origin';
export const SIGNATURE_CONTENT_TYPE =
  'application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml';

export type Hash = 'sha1' | 'sha256' | 'sha384' | 'sha512';

export const SHA256 = `${XMLENC}sha256`;

const HASHES: ReadonlyMap<string, Hash> = new Map([
  [`${DSIG}sha1`, 'sha1'],
  [SHA256, 'sha256'],
  [`${DSIG_MORE}sha384`, 'sha384'],
  [`${XMLENC}sha512`, 'sha512'],
]);

/** The hash of a DigestMethod; null for one that is not known here. */
export const hashNamed = (algorithm: string): Hash | null => HASHES.get(algorithm) ?? null;

export interface SignatureMethod {
  readonly name: string;
  readonly keyType: 'rsa' | 'ec';
  readonly hash: Hash;
}

const method = (keyType: 'rsa' | 'ec', hash: Hash): SignatureMethod => ({
  name: `${keyType === 'ec' ? 'ecdsa' : keyType}-${hash}`,
  keyType,
  hash,
});

const SIGNATURE_METHODS: ReadonlyMap<string, SignatureMethod> = new Map([
  [`${DSIG}rsa-sha1`, method('rsa', 'sha1')],
  [`${DSIG_MORE}rsa-sha256`, method('rsa', 'sha256')],
  [`${DSIG_MORE}rsa-sha384`, method('rsa', 'sha384')],
  [`${DSIG_MORE}rsa-sha512`, method('rsa', 'sha512')],
  [`${DSIG_MORE}ecdsa-sha1`, method('ec', 'sha1')],
  [`${DSIG_MORE}ecdsa-sha256`, method('ec', 'sha256')],
  [`${DSIG_MORE}ecdsa-sha384`, method('ec', 'sha384')],
  [`${DSIG_MORE}ecdsa-sha512`, method('ec', 'sha512')],
]);

/** How a signature value is made; null for a method that is not known here. */
export const signatureMethod = (algorithm: string): SignatureMethod | null =>
  SIGNATURE_METHODS.get(algorithm) ?? null;

/** The name of a SignatureMethod that Notula signs with. */
export const SIGNING_METHODS = {
  'rsa-sha256': `${DSIG_MORE}rsa-sha256`,
  'ecdsa-p256-sha256': `${DSIG_MORE}ecdsa-sha256`,
  'ecdsa-p384-sha384': `${DSIG_MORE}ecdsa-sha384`,
} as const satisfies Record<SigningAlgorithm, string>;

const CANONICALIZATIONS: ReadonlyMap<
  string,
  { readonly isExclusive: boolean; readonly hasComments: boolean }
> = new Map([
  [INCLUSIVE_C14N, { isExclusive: false, hasComments: false }],
  [`${INCLUSIVE_C14N}#WithComments`, { isExclusive: false, hasComments: true }],
  ['http://www.w3.org/2001/10/xml-exc-c14n#', { isExclusive: true, hasComments: false }],
  ['http://www.w3.org/2001/10/xml-exc-c14n#WithComments', { isExclusive: true, hasComments: true }],
]);

/** A canonicalization by its name; null for one that is not known here. */
export const canonicalizationNamed = (
  algorithm: string,
): { readonly isExclusive: boolean; readonly hasComments: boolean } | null =>
  CANONICALIZATIONS.get(algorithm) ?? null;
