import i18next from 'i18next';
import { beforeEach, describe, expect, test } from 'vitest';

import { certificateTexts } from '../../../../src/renderer/api/certificate-texts.ts';
import {
  knownInWords,
  partsInWords,
} from '../../../../src/renderer/features/checking/describe-report.ts';
import { reportText } from '../../../../src/renderer/features/checking/report-text.ts';
import { texts } from '../../../../src/renderer/features/checking/texts.ts';
import type { SessionId } from '../../../../src/shared/ids.ts';
import type {
  CheckedSignature,
  FileReport,
  KnownDocument,
} from '../../../../src/shared/signing/verification.ts';

const resources = (language: 'id' | 'en') => ({
  checking: texts[language],
  certificates: certificateTexts[language],
});

beforeEach(async () => {
  await i18next.init({
    lng: 'id',
    interpolation: { escapeValue: false },
    resources: { id: resources('id'), en: resources('en') },
  });
});

const SIGNED_AT = Date.UTC(2026, 10, 22, 3, 0);

const signature: CheckedSignature = {
  result: 'valid',
  unreadable: null,
  changedParts: [],
  signedAtMs: SIGNED_AT,
  wasInForce: true,
  role: 'Pimpinan Rapat',
  statement: 'Saya menyatakan isi dokumen ini benar.',
  certificate: {
    sha256: 'ab'.repeat(32),
    subjectName: 'Budi Contoh',
    subject: 'CN=Budi Contoh,O=KPU Kota Contoh',
    issuerName: 'Budi Contoh',
    issuer: 'CN=Budi Contoh,O=KPU Kota Contoh',
    serialNumber: '0a1b',
    validFromMs: Date.UTC(2026, 0, 1),
    validUntilMs: Date.UTC(2031, 0, 1),
    keyType: 'ec-p256',
    keyBits: 256,
    isSelfSigned: true,
  },
  trust: 'self-signed',
  isBsre: false,
  isWeak: false,
};

const report: FileReport = {
  fileName: 'Notula.docx',
  sizeBytes: 48_200,
  sha256: '12'.repeat(32),
  checkedAtMs: SIGNED_AT,
  signatures: [signature],
  uncoveredParts: [],
  openLines: [],
  known: null,
};

const known: KnownDocument = {
  sessionId: 's1' as SessionId,
  title: 'Rapat Contoh',
  kind: 'notula',
  version: 0,
  isNewestVersion: true,
  issuedAtMs: SIGNED_AT,
  match: 'content',
};

describe('a report as text', () => {
  test('says what it comes to, then who signed with which certificate, then the file', () => {
    const text = reportText(report);
    expect(text.indexOf('Isi tidak berubah; penanda tangan belum dikenal')).toBeLessThan(
      text.indexOf('1. Budi Contoh'),
    );
    for (const words of [
      'Hasil pemeriksaan berkas “Notula.docx”',
      'Utuh: yang ditandatangani tidak berubah',
      'Bertindak sebagai: Pimpinan Rapat',
      'Pernyataan: Saya menyatakan isi dokumen ini benar.',
      'Saat ditandatangani: Sertifikat berlaku',
      'Status sertifikat: Dibuat sendiri (tidak tersertifikasi)',
      'Kunci: Kurva P-256',
      'Sidik jari (SHA-256): ABAB ABAB',
      'Ukuran: 48 kB',
      'SHA-256: 1212 1212',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/palsu|undefined|null|\{\{|checking:|certificates:/);
  });

  test('names what changed and what no signature covers in words people know', () => {
    const text = reportText({
      ...report,
      signatures: [{ ...signature, result: 'changed', changedParts: ['word/document.xml'] }],
      uncoveredParts: ['word/media/image2.png', 'word/media/image1.png', 'word/comments.xml'],
      openLines: [{ setupId: '1', suggestedSigner: 'Ani Contoh', suggestedTitle: 'Notulis' }],
    });
    expect(text).toContain('Isi berubah sesudah ditandatangani');
    expect(text).toContain('- Isi dokumen: word/document.xml');
    expect(text).toContain('Bagian yang tidak tercakup tanda tangan (3)');
    expect(text).toContain('- Komentar: word/comments.xml');
    expect(text).toContain('- Gambar (2): word/media/image1.png, word/media/image2.png');
    expect(text).toContain('- Ani Contoh, Notulis');
  });

  test('says nothing good of a certificate that did not make the signature', () => {
    const text = reportText({
      ...report,
      signatures: [{ ...signature, result: 'forged', trust: 'trusted' }],
    });
    expect(text).toContain('tidak terbukti');
    expect(text).not.toContain('Dikenal kantor ini');
    expect(text).not.toContain('Sertifikat berlaku');
  });

  test('prints the sentence of BSrE only where the signature is valid and its certificate of BSrE', () => {
    const sentence = 'Balai Besar Sertifikasi Elektronik';
    const of = (change: Partial<CheckedSignature>): string =>
      reportText({ ...report, signatures: [{ ...signature, ...change }] });
    expect(of({})).not.toContain(sentence);
    expect(of({ isBsre: true })).toContain(sentence);
    expect(of({ isBsre: true, result: 'changed' })).not.toContain(sentence);
  });

  test('is whole in English too, and where nothing can be read of a signature', async () => {
    await i18next.changeLanguage('en');
    const text = reportText({
      ...report,
      known,
      signatures: [
        {
          ...signature,
          result: 'unreadable',
          unreadable: 'algorithm',
          certificate: null,
          signedAtMs: null,
          wasInForce: null,
          role: '',
          statement: '',
        },
      ],
    });
    expect(text).toContain('Cannot be checked. It was made in a way that Notula does not know.');
    expect(text).toContain('The content is that of Notula of the session “Rapat Contoh”');
    expect(text).not.toMatch(/undefined|null|\{\{|checking:|certificates:/);
  });
});

describe('whether this archive gave a file out', () => {
  test('names session, version and how much is the same', () => {
    expect(knownInWords(known)).toContain(
      'Isi berkas ini sama dengan Notula sesi “Rapat Contoh”, versi final, yang diekspor pada 22 November 2026',
    );
    expect(knownInWords({ ...known, version: 1 })).toContain('versi final dengan adendum 1,');
    expect(knownInWords({ ...known, version: 3, match: 'text' })).toMatch(
      /^Kata-katanya sama .* adendum 1 sampai 3, .* disimpan ulang oleh program lain; gambar dan tampilannya tidak dibandingkan\.$/,
    );
    expect(knownInWords({ ...known, isNewestVersion: false })).toContain('bukan versi terbaru');
    expect(knownInWords(null)).toBe(
      'Bukan berkas yang dikeluarkan arsip ini, atau isinya sudah berubah.',
    );
  });
});

test('thirty parts are a few lines', () => {
  const names = Array.from({ length: 30 }, (_, index) => `word/media/image${index + 1}.png`);
  expect(partsInWords([...names, 'word/header1.xml']).map(({ label }) => label)).toEqual([
    'Kepala halaman',
    'Gambar (30)',
  ]);
});
