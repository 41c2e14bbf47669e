import type { SessionId } from '../../src/shared/ids.ts';
import type { CertificateFacts } from '../../src/shared/signing/certificates.ts';
import type { CheckedSignature, FileReport } from '../../src/shared/signing/verification.ts';

// Reports that files rarely give, to see that each stays readable: long names, many signatures, many parts.

const SIGNED_AT = Date.UTC(2026, 10, 22, 3, 5);
const LONG_NAME = 'Prof. Dr. Raden Ajeng Contohningrum Umpamawati Misalkusuma, S.H., M.H.';

const certificate = (
  subjectName: string,
  more: Partial<CertificateFacts> = {},
): CertificateFacts => ({
  sha256: '3f2a9c7d10b84e56'.repeat(4),
  subjectName,
  subject: `CN=${subjectName},OU=Sekretariat,O=KPU Kota Contoh,C=ID`,
  issuerName: 'Penerbit Sertifikat Contoh',
  issuer: 'CN=Penerbit Sertifikat Contoh,O=Contoh,C=ID',
  serialNumber: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  validFromMs: Date.UTC(2025, 0, 1),
  validUntilMs: Date.UTC(2028, 0, 1),
  keyType: 'ec-p256',
  keyBits: 256,
  isSelfSigned: false,
  ...more,
});

const signature = (name: string, more: Partial<CheckedSignature> = {}): CheckedSignature => ({
  result: 'valid',
  unreadable: null,
  changedParts: [],
  signedAtMs: SIGNED_AT,
  wasInForce: true,
  role: 'Pimpinan Rapat',
  statement: 'Saya menyatakan isi dokumen ini benar.',
  certificate: certificate(name),
  trust: 'trusted',
  isBsre: false,
  isWeak: false,
  ...more,
});

const report = (more: Partial<FileReport>): FileReport => ({
  fileName: 'Notula Rapat Pleno Terbuka Penetapan Contoh 2026-11-22.docx',
  sizeBytes: 48_217,
  sha256: '9f86d081884c7d65'.repeat(4),
  checkedAtMs: SIGNED_AT + 60_000,
  signatures: [],
  uncoveredParts: [],
  openLines: [],
  known: null,
  ...more,
});

const selfSigned = (name: string): Partial<CheckedSignature> => ({
  trust: 'self-signed',
  certificate: certificate(name, { isSelfSigned: true, issuerName: name }),
});

const images = Array.from({ length: 22 }, (_, index) => `word/media/image${index + 1}.png`);

export const reports = (sessionId: SessionId) => ({
  valid: report({
    signatures: [signature('Budi Contoh'), signature('Ani Umpama', { role: 'Notulis' })],
    known: {
      sessionId,
      title: 'Rapat Pleno Terbuka Penetapan Contoh',
      kind: 'notula',
      version: 1,
      isNewestVersion: true,
      issuedAtMs: SIGNED_AT - 600_000,
      match: 'content',
    },
  }),
  six: report({
    signatures: [
      signature(LONG_NAME, { isBsre: true }),
      signature('Budi Contoh', selfSigned('Budi Contoh')),
      signature('Ani Umpama', { trust: 'unknown', statement: '', role: '' }),
      signature('Cici Misal', { wasInForce: false }),
      signature('Dedi Andai', { signedAtMs: null, wasInForce: null }),
      signature('Evi Seandainya', { role: 'Saksi', trust: 'unknown' }),
    ],
    openLines: [
      { setupId: '1', suggestedSigner: LONG_NAME, suggestedTitle: 'Ketua' },
      { setupId: '2', suggestedSigner: '', suggestedTitle: 'Sekretaris' },
    ],
  }),
  changed: report({
    signatures: [
      signature('Budi Contoh', {
        result: 'changed',
        changedParts: ['word/document.xml', 'word/header1.xml', 'word/_rels/document.xml.rels'],
      }),
      signature('Ani Umpama', { result: 'forged', trust: 'unknown' }),
      signature('Cici Misal', {
        result: 'unreadable',
        unreadable: 'algorithm',
        certificate: null,
        signedAtMs: null,
        wasInForce: null,
      }),
    ],
  }),
  partly: report({
    signatures: [signature('Budi Contoh')],
    uncoveredParts: [
      ...images,
      'word/comments.xml',
      'word/commentsExtended.xml',
      'word/people.xml',
      'word/embeddings/oleObject1.bin',
      'customXml/item1.xml',
      'customXml/itemProps1.xml',
      'word/header3.xml',
      'docProps/custom.xml',
    ],
  }),
  unsigned: report({}),
});
