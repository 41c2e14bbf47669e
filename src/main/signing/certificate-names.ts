import { integerOf, isContext, readAsn1, sequenceOf } from '../x509/asn1.ts';
import { comparedName, readName } from '../x509/names.ts';

/** What a signature states of a certificate (XML Signature §4.5.4.1, XAdES §7.2.2). */
export interface CertificateNames {
  /** As RFC 4514 writes them, the nearest first, joined by ", ". */
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
}

/** The names in a certificate (RFC 5280 §4.1), from its DER. Throws Asn1Error for other bytes. */
export function certificateNames(certificateDer: Uint8Array): CertificateNames {
  const [body] = sequenceOf(readAsn1(certificateDer));
  const fields = sequenceOf(body);
  // The version is left out by certificates of version 1.
  const [serial, , issuer, , subject] = fields.slice(isContext(fields[0], 0) ? 1 : 0);
  const digits = Buffer.from(integerOf(serial)).toString('hex');
  return {
    serialNumber: BigInt.asIntN(digits.length * 4, BigInt(`0x0${digits}`)).toString(),
    issuer: comparedName(readName(issuer)),
    subject: comparedName(readName(subject)),
  };
}
