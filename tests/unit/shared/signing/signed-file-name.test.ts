import { expect, it } from 'vitest';

import { signedFileName } from '../../../../src/shared/signing/signed-file-name.ts';

it('counts the signatures of a file behind its name, once', () => {
  expect(signedFileName('Notula Rapat.docx', 1)).toBe('Notula Rapat (ttd).docx');
  expect(signedFileName('Notula Rapat (ttd).docx', 2)).toBe('Notula Rapat (ttd 2).docx');
  expect(signedFileName('Notula Rapat (ttd 2).DOCX', 3)).toBe('Notula Rapat (ttd 3).docx');
  expect(signedFileName('Daftar (ttd basah).docx', 1)).toBe('Daftar (ttd basah) (ttd).docx');
});
