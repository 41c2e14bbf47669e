import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';

import { parseXmlPart } from '../../../../src/main/opc/xml.ts';
import type { SignatureLineShape } from '../../../../src/main/signing/signature-line.ts';
import {
  setupIdOf,
  signatureLines,
  signatureLineShape,
} from '../../../../src/main/signing/signature-line.ts';
import { SETUP_IDS } from '../../../fixtures/signed-package.ts';
import { replaced, withFiles, wordPackage } from '../../../fixtures/word-package.ts';

const line: SignatureLineShape = {
  setupId: SETUP_IDS[0],
  suggestedSigner: 'Budi "B" Contoh, S.H. & <rekan>',
  suggestedTitle: 'Ketua\nKPU',
  instructions: '',
  imageRelationshipId: 'rId7',
  shapeId: 'notula-ttd-1',
  description: 'Tempat tanda tangan',
  widthPt: 192,
  heightPt: 96,
};

const NAMESPACES =
  'xmlns:w="urn:w" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="urn:r"' +
  ' xmlns:o="urn:schemas-microsoft-com:office:office"';

const withText = (xml: string, part = 'word/document.xml'): Uint8Array =>
  replaced(wordPackage(), part, /<w:p>/, `<w:p><w:r>${xml}</w:r></w:p><w:p>`);

describe('a signature line', () => {
  it('is well-formed, and read back as it was written', () => {
    const shape = signatureLineShape(line);
    expect(parseXmlPart(strToU8(`<x ${NAMESPACES}>${shape}</x>`)).documentElement).not.toBeNull();
    expect(signatureLines(withText(shape))).toEqual([
      {
        setupId: SETUP_IDS[0],
        suggestedSigner: 'Budi "B" Contoh, S.H. & <rekan>',
        suggestedTitle: 'Ketua KPU',
      },
    ]);
  });

  it('carries instructions where there are some', () => {
    const shape = signatureLineShape({ ...line, instructions: 'Baca dahulu' });
    expect(shape).toContain('signinginstructionsset="t" signinginstructions="Baca dahulu"');
  });

  it('has an id as Word compares it', () => {
    expect(setupIdOf('11111111-aaaa-4bbb-8ccc-000000000001')).toBe(SETUP_IDS[0]);
    expect(() => setupIdOf('bukan-uuid')).toThrow(RangeError);
    expect(() => signatureLineShape({ ...line, setupId: 'x' })).toThrow(RangeError);
  });
});

describe('the lines of a document', () => {
  it('are found in its text and at the edges of its pages, each once, however they are written', () => {
    const inText = withText(
      `<o:signatureline v:ext='edit' id='${SETUP_IDS[1].toLowerCase()}' o:suggestedsigner='Siti &#67;ontoh'/>`,
    );
    const both = replaced(
      inText,
      'word/header1.xml',
      '<w:p>',
      `<w:p>${signatureLineShape(line)}${signatureLineShape(line)}</w:p><w:p>`,
    );
    expect(signatureLines(both)).toEqual([
      { setupId: SETUP_IDS[1], suggestedSigner: 'Siti Contoh', suggestedTitle: '' },
      expect.objectContaining({ setupId: SETUP_IDS[0] }),
    ]);
  });

  it('are none in a document without, or where their ids are none', () => {
    expect(signatureLines(wordPackage())).toEqual([]);
    expect(signatureLines(withText('<o:signatureline id="1"/>'))).toEqual([]);
    const unreadable = withFiles(wordPackage(), (files) => {
      files['word/document.xml'] = Uint8Array.of(0xff, 0x00);
    });
    expect(signatureLines(unreadable)).toEqual([]);
  });
});
