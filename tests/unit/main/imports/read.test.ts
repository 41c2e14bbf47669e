import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { readBytes } from '../../../../src/main/imports/read/read-bytes.ts';
import { refusalOf } from '../../../../src/main/imports/read/reading-error.ts';
import { documentText, pieceText } from '../../../../src/shared/imports/document.ts';
import type { Refusal } from '../../../../src/shared/imports/reading.ts';
import { pdfFile } from '../../../fixtures/import/making/pdf.ts';
import { boldLine, grid, line, said, wordFile } from '../../../fixtures/import/making/word.ts';

const refusal = async (bytes: Uint8Array, name: string): Promise<Refusal | 'read'> => {
  try {
    await readBytes(bytes, name);
    return 'read';
  } catch (error) {
    return refusalOf(error);
  }
};

/** A Word file whose main part was changed by hand. */
async function altered(change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await wordFile([line('Rapat koordinasi persiapan pemilu di Contoh.')]));
  const main = parts['word/document.xml'] ?? new Uint8Array();
  return zipSync({ ...parts, 'word/document.xml': strToU8(change(strFromU8(main))) });
}

describe('reading files of old minutes', () => {
  it('tells headings in bold, who speaks in bold, and the cells of tables', async () => {
    const bytes = await wordFile([
      boldLine('Pembahasan rapat'),
      said('Budi Contoh:', ' Jadwal disepakati.'),
      grid([
        ['No', 'Nama'],
        ['1', 'Siti Misal'],
      ]),
    ]);
    const { document } = await readBytes(bytes, 'a.docx');
    expect(document.pieces.map(pieceText)).toEqual([
      'Pembahasan rapat',
      'Budi Contoh: Jadwal disepakati.',
      'No\tNama',
      '1\tSiti Misal',
    ]);
    expect(document.pieces.map((piece) => piece.index)).toEqual([0, 1, 2, 3]);
    expect(
      document.pieces.flatMap((piece) => (piece.type === 'paragraph' ? piece.boldLength : [])),
    ).toEqual(['Pembahasan rapat'.length, 'Budi Contoh:'.length]);
  });

  it('keeps the words of fields and of text boxes that only new programs draw', async () => {
    const bytes = await altered((xml) =>
      xml.replace(
        '</w:p>',
        '<w:fldSimple w:instr="TITLE"><w:r><w:t>Judul dalam kolom isian</w:t></w:r></w:fldSimple>' +
          '<w:r><w:drawing><wps:txbx xmlns:wps="urn:contoh"><w:txbxContent><w:p><w:r>' +
          '<w:t>Kata dalam kotak teks</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></w:r></w:p>',
      ),
    );
    const text = documentText((await readBytes(bytes, 'a.docx')).document);
    expect(text).toContain('Judul dalam kolom isian');
    expect(text).toContain('Kata dalam kotak teks');
  });

  it('reads a table of a PDF by the gutters between its columns', async () => {
    const row = (y: number, texts: readonly string[]): { text: string; x: number; y: number }[] =>
      texts.map((text, index) => ({ text, x: 72 + index * 150, y }));
    const bytes = pdfFile([
      [
        { text: 'Daftar Hadir Rapat Koordinasi', x: 72, y: 770 },
        ...row(730, ['No', 'Nama', 'Jabatan']),
        ...row(714, ['1', 'Budi Contoh', 'Ketua']),
        ...row(698, ['2', 'Siti Misal', 'Anggota']),
      ],
    ]);
    const { document } = await readBytes(bytes, 'a.pdf');
    expect(document.pieces.map(pieceText)).toEqual([
      'Daftar Hadir Rapat Koordinasi',
      'No\tNama\tJabatan',
      '1\tBudi Contoh\tKetua',
      '2\tSiti Misal\tAnggota',
    ]);
  });

  it('refuses what declares entities, what is cut and what is no document, each with its reason', async () => {
    const declared = await altered((xml) =>
      xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document'),
    );
    const whole = await wordFile([line('Rapat koordinasi persiapan pemilu di Contoh.')]);
    expect(await refusal(declared, 'a.docx')).toBe('too-large');
    expect(await refusal(whole.subarray(0, whole.byteLength / 2), 'a.docx')).toBe('broken');
    expect(await refusal(strToU8('Bukan berkas Word sama sekali'), 'a.docx')).toBe('broken');
    expect(await refusal(strToU8('Bukan berkas Word sama sekali'), 'a.doc')).toBe('unknown-type');
    expect(await refusal(pdfFile([[]], { hasPicture: true }), 'a.pdf')).toBe('no-text');
    expect(await refusal(pdfFile([[]], { isEncrypted: true }), 'a.pdf')).toBe('encrypted');
  });
});
