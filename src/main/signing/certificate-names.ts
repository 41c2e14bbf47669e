import { integerOf, isContext, readAsn1, sequenceOf } from '../x509/asn1.ts';
import { comparedName, readName } from '../x509/names.ts';

/** What a signature states of a certificate (XML Signature §4.5.4.1, XAdES §7.2.2). */
export interface CertificateNames {
  readonly subject: string;
  readonly issuer: string;
  /** In decimal. */
  readonly serialNumber: string;
}

/** The names in a certificate (RFC 5280 §4.1), from its DER. Throws Asn1Error for other bytes. */
export function certificateNames(certificateDer: Uint8Array): CertificateNames {
  const fields = sequenceOf(sequenceOf(readAsn1(certificateDer))[0]);
  // The version comes first, and is left out where it is the first one.
  const [serial, , issuer, , subject] = isContext(fields[0], 0) ? fields.slice(1) : fields;
  const octets = integerOf(serial);
  const number = BigInt(`0x0${Buffer.from(octets).toString('hex')}`);
  return {
    serialNumber: BigInt.asIntN(octets.byteLength * 8, number).toString(),
    issuer: comparedName(readName(issuer)),
    subject: comparedName(readName(subject)),
  };
}
