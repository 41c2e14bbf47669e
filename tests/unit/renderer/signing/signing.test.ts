import { describe, expect, test } from 'vitest';

import { strengthOf } from '../../../../src/renderer/features/signing/passphrase-strength.ts';
import { isSameName } from '../../../../src/renderer/features/signing/same-name.ts';
import {
  SIGNED_KINDS,
  signatoriesOf,
} from '../../../../src/renderer/features/signing/signatories.ts';
import { signatureSetting } from '../../../../src/shared/official/office-settings.ts';

describe('the strength of a passphrase', () => {
  test.each([
    ['', 'short'],
    ['tujuh77', 'short'],
    ['12345678', 'weak'],
    ['password1', 'weak'],
    ['Kata Sandi 2026', 'weak'],
    ['bawaslu2026!', 'weak'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['kpukotacontoh', 'fair'],
    ['meja-Biru-47', 'strong'],
    ['empat sapi di sawah', 'strong'],
  ])('%j is %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });
});

describe('two names may be those of one person', () => {
  test.each([
    ['Budi Contoh', 'Dr. H. Budi Contoh, S.H., M.Si.'],
    ['BUDI CONTOH', 'Budi  Contoh'],
    ['Contoh, Budi', 'Budi Contoh'],
  ])('%s and %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
  });

  test.each([
    ['Budi Contoh', 'Ani Contoh'],
    ['', 'Budi Contoh'],
    ['Ir.', 'Dr.'],
  ])('but not %j and %j', (one, other) => {
    expect(isSameName(one, other)).toBe(false);
  });
});

describe('who signs a document', () => {
  const known = { attendance: [], notulisName: 'Ani Contoh', settings: { signatures: {} } };

  test('are the blocks that documents come with, where the office has set none', () => {
    expect(signatoriesOf('notula', known)).toEqual([
      { blockIndex: 0, name: 'Ani Contoh', capacity: 'Notulis', position: '' },
      { blockIndex: 1, name: '', capacity: 'Pimpinan Sidang/Rapat', position: '' },
    ]);
  });

  test('are those of the office, in its order', () => {
    const blocks = [
      signatureSetting({ name: 'Budi Contoh', position: 'Ketua KPU Kota Contoh' }),
      signatureSetting({ signer: 'notulis', capacity: 'Pencatat', isAcknowledging: true }),
    ];
    const settings = { signatures: { laporan: { blocks, side: 'kanan' as const } } };
    expect(signatoriesOf('laporan', { ...known, settings })).toEqual([
      { blockIndex: 0, name: 'Budi Contoh', capacity: '', position: 'Ketua KPU Kota Contoh' },
      { blockIndex: 1, name: 'Ani Contoh', capacity: 'Pencatat', position: '' },
    ]);
  });

  test('nobody in a press release or a blank list, unless the office has set it', () => {
    expect(signatoriesOf('siaran-pers', known)).toEqual([]);
    expect(SIGNED_KINDS).not.toContain('daftar-hadir-kosong');
  });
});
