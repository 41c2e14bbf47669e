import { describe, expect, it } from 'vitest';

import { officialHtml } from '../../../../src/main/export/html/official-html.ts';
import { verificationSheet } from '../../../../src/main/export/sheet/verification-sheet.ts';
import type { FileReport } from '../../../../src/shared/signing/verification.ts';
import { certificate, checkedSignature, fileReport } from '../../../fixtures/file-reports.ts';

const sheetOf = (report: Partial<FileReport>, checkedBy = { name: '', office: '' }) =>
  officialHtml(
    verificationSheet({ report: fileReport(report), checkedBy, programVersion: '1.2.3' }),
  );

/** What is read on the sheet, one line for each paragraph. */
function linesOf(report: Partial<FileReport>, checkedBy?: { name: string; office: string }) {
  return sheetOf(report, checkedBy)
    .html.replace(/^.*<body>/s, '')
    .replace(/<\/(?:p|h\d)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== ':');
}
const textOf = (...given: Parameters<typeof linesOf>): string => linesOf(...given).join('\n');

describe('the sheet of a check', () => {
  it('names the file to the letter, when it was checked, by whom and with what', () => {
    const lines = linesOf({}, { name: 'Wati Contoh, S.IP.', office: 'KPU Kota Contoh' });
    expect(lines.slice(0, 2)).toEqual(['LEMBAR PEMERIKSAAN', 'TANDA TANGAN ELEKTRONIK']);
    expect(lines).toContain('Notula Rapat Pleno.docx');
    expect(lines).toContain('123.456 byte');
    expect(lines.join('\n')).toContain('9F86 D081 884C 7D65 9A2F');
    expect(lines).toContain('Wati Contoh, S.IP., KPU Kota Contoh');
    expect(lines).toContain('Notula 1.2.3');
    expect(lines.some((line) => line.startsWith('22 November 2026 pukul '))).toBe(true);
  });

  it.each([
    [{}, 'Tanda tangan sah; isi tidak berubah'],
    [{ signatures: [] }, 'Tidak ada tanda tangan digital'],
    [
      { signatures: [checkedSignature('Budi Contoh', { result: 'changed' })] },
      'Isi berubah sesudah ditandatangani',
    ],
    [
      { signatures: [checkedSignature('Budi Contoh', { result: 'forged' })] },
      'Tanda tangan tidak cocok dengan sertifikatnya',
    ],
    [{ uncoveredParts: ['/word/comments.xml'] }, 'Sebagian isi tidak tercakup tanda tangan'],
    [
      { signatures: [checkedSignature('Budi Contoh', { trust: 'unknown' })] },
      'Isi tidak berubah; penanda tangan belum dikenal kantor ini',
    ],
  ] as const)('comes to a conclusion in words', (report, conclusion) => {
    const lines = linesOf(report);
    expect(lines[lines.indexOf('Kesimpulan') + 1]).toBe(conclusion);
  });

  it('tells of each signature who, when, as what, with which certificate and how it stands', () => {
    const lines = linesOf({
      signatures: [
        checkedSignature('Budi Contoh'),
        checkedSignature('Siti Contoh', {
          role: '',
          statement: '',
          trust: 'self-signed',
          certificate: certificate('Siti Contoh', {
            isSelfSigned: true,
            issuerName: 'Siti Contoh',
          }),
        }),
      ],
    });
    const first = lines.slice(lines.indexOf('1.Budi Contoh'), lines.indexOf('2.Siti Contoh'));
    expect(first).toEqual(
      expect.arrayContaining([
        'Utuh: yang ditandatangani tidak berubah',
        'Pimpinan Rapat',
        'Saya menyetujui isi notula ini.',
        'Dikenal kantor ini',
        'Berlaku',
        'CA Contoh',
        'CN=Budi Contoh, O=KPU Kota Contoh, C=ID',
        '1 Januari 2026 sampai 1 Januari 2028',
        'RSA 2048 bit',
        '4F2A9C7D10B84E56',
      ]),
    );
    const second = lines.slice(lines.indexOf('2.Siti Contoh'));
    expect(second).toContain('Dibuat sendiri oleh pemiliknya (tidak tersertifikasi)');
    expect(second).toContain('Siti Contoh (dibuat sendiri)');
    expect(second).not.toContain('Bertindak sebagai');
  });

  it('names what changed, what no signature covers and which lines still wait', () => {
    const text = textOf({
      signatures: [
        checkedSignature('Budi Contoh', {
          result: 'changed',
          changedParts: ['/word/media/image1.png', '/word/document.xml'],
        }),
      ],
      uncoveredParts: [
        '/word/comments.xml',
        ...Array.from({ length: 30 }, (_, index) => `/customXml/item${index + 1}.xml`),
      ],
      openLines: [
        { setupId: '{1}', suggestedSigner: 'Ketua Contoh', suggestedTitle: 'Ketua' },
        { setupId: '{2}', suggestedSigner: '', suggestedTitle: '' },
      ],
    });
    expect(text).toContain('Isi dokumen: word/document.xml\nGambar: word/media/image1.png');
    expect(text).toContain('Komentar: word/comments.xml');
    expect(text).toContain('customXml/item12.xml, dan 18 lainnya');
    expect(text).toContain('Menunggu tanda tangan\nKetua Contoh, Ketua\nTanpa nama');
  });

  it('says what is not proven of a signature that does not belong to its certificate', () => {
    const text = textOf({ signatures: [checkedSignature('Budi Contoh', { result: 'forged' })] });
    expect(text).toContain('keterangan berikut tidak terbukti');
  });

  it('stands without a certificate too', () => {
    const text = textOf({
      signatures: [
        checkedSignature('', {
          result: 'unreadable',
          unreadable: 'no-certificate',
          certificate: null,
          signedAtMs: null,
        }),
      ],
    });
    expect(text).toContain('1.Penanda tangan tidak diketahui');
    expect(text).toContain('tidak ada sertifikat yang dapat dibaca di dalamnya');
    expect(text).toContain('Tidak disebut');
  });

  it('says whether the archive gave it out, and of which version', () => {
    const { known } = fileReport();
    if (known === null) throw new Error('it is known');
    expect(textOf({})).toContain(
      'Isi berkas ini sama dengan Notula sesi “Rapat Pleno”, versi final,',
    );
    expect(
      textOf({ known: { ...known, version: 2, isNewestVersion: false, match: 'text' } }),
    ).toMatch(/versi final dengan adendum 1 sampai 2, .*bukan versi terbaru/);
    expect(textOf({ known: null })).toContain('Bukan berkas yang dikeluarkan arsip');
  });

  it('prints the sentence of BSrE only where a certificate of BSrE made a valid signature', () => {
    const sentence = 'Balai Besar Sertifikasi Elektronik (BSrE)';
    const signed = (known: Parameters<typeof checkedSignature>[1]) =>
      textOf({ signatures: [checkedSignature('Budi Contoh', known)] });
    expect(signed({ isBsre: true })).toContain(sentence);
    expect(signed({ isBsre: true, result: 'changed' })).not.toContain(sentence);
    expect(signed({})).not.toContain(sentence);
  });

  it('says what the check means and what it does not', () => {
    expect(textOf({})).toMatch(/Arti lembar ini\n.*tidak membuktikan bahwa isinya benar/);
  });

  it('lets nothing of a file become part of the page', () => {
    const hostile = '</p><script>alert(1)</script>';
    const { html, footerHtml } = sheetOf({
      fileName: hostile,
      uncoveredParts: [hostile],
      signatures: [checkedSignature(hostile, { role: hostile, statement: hostile })],
    });
    expect(html + footerHtml).not.toContain('<script');
  });
});
