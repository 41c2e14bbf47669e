import { describe, expect, it } from 'vitest';

import { plainInput } from '../../../../src/main/export/document-input.ts';
import { signatureBlock, signaturesPiece } from '../../../../src/main/export/parts/signatures.ts';
import type {
  OfficeSettings,
  SignatureSetting,
} from '../../../../src/shared/official/office-settings.ts';
import {
  DEFAULT_OFFICE_SETTINGS,
  DEFAULT_SIGNATURES,
  signatureSetting,
} from '../../../../src/shared/official/office-settings.ts';
import { NOW_MS, emptyRecord, fullRecord } from '../../../documents/records.ts';

const setting = (changes: Partial<SignatureSetting> = {}): SignatureSetting =>
  signatureSetting({ signer: 'pimpinan', ...changes });
const always: Partial<SignatureSetting> = {
  signer: 'tertentu',
  name: 'Rina Contoh, S.E.',
  nip: '19850101 201001 2 001',
  rank: 'Pembina (IV/a)',
};
const input = (changes: Partial<OfficeSettings> = {}) => ({
  ...plainInput(fullRecord(1), NOW_MS),
  settings: { ...DEFAULT_OFFICE_SETTINGS, ...changes },
});

describe('one block', () => {
  const record = fullRecord(1);

  it('takes position, name, rank and NIP from who held the role', () => {
    expect(signatureBlock(setting({ signer: 'notulis', capacity: 'Notulis' }), record)).toEqual({
      capacityLines: ['Notulis'],
      position: 'Kasubbag Teknis Sekretariat KPU Kabupaten Contoh,',
      name: 'Siti Contoh, S.IP.',
      rank: 'Penata (III/c)',
      nip: '19900101 201501 2 001',
      image: null,
    });
  });

  it('prints no NIP where the office wants none', () => {
    const block = signatureBlock(setting({ signer: 'notulis', hasNip: false }), record);
    expect(block).toMatchObject({ rank: 'Penata (III/c)', nip: '' });
  });

  it('puts one comma after what stands last over the room to sign', () => {
    const alone = signatureBlock(setting({ capacity: 'Sekretaris', signer: 'sekretaris' }), record);
    expect(alone).toEqual({
      capacityLines: ['Sekretaris,'],
      position: '',
      name: '',
      rank: '',
      nip: '',
      image: null,
    });
  });

  it.each(['a.n.', 'u.b.'] as const)('names in whose name it is signed (%s)', (onBehalf) => {
    const block = signatureBlock(
      setting({ ...always, onBehalf, onBehalfOf: 'Ketua KPU Kota Contoh', position: 'Sekretaris' }),
      record,
    );
    expect(block.capacityLines).toEqual([`${onBehalf} Ketua KPU Kota Contoh,`]);
    expect(block.position).toBe('Sekretaris,');
    expect(block.name).toBe('Rina Contoh, S.E.');
  });

  it('names nobody in whose name it would be signed where nothing was set', () => {
    const block = signatureBlock(setting({ ...always, onBehalf: 'a.n.' }), record);
    expect(block.capacityLines).toEqual([]);
  });

  it('falls back to the secretary of the profile', () => {
    const plain = { ...emptyRecord(), notulisName: 'Budi Contoh' };
    expect(signatureBlock(setting({ signer: 'notulis' }), plain).name).toBe('Budi Contoh');
  });
});

describe('the blocks of a document', () => {
  it('are the usual ones where the office has set none, with a blank for the date', () => {
    const piece = signaturesPiece('notula', input({ town: 'Prabumulih' }));
    expect(piece.blocks.map(({ capacityLines }) => capacityLines)).toEqual([
      ['Notulis'],
      ['Pimpinan Sidang/Rapat'],
    ]);
    expect(piece.placeAndDate).toEqual(['Prabumulih, ……………………………']);
    expect(piece.acknowledged).toBeNull();
  });

  it('stand in the order that the office has set, who acknowledges under them', () => {
    const usual = DEFAULT_SIGNATURES.notula.blocks;
    const blocks = [setting({ ...always, isAcknowledging: true }), ...usual];
    const piece = signaturesPiece(
      'notula',
      input({ signatures: { notula: { blocks, side: 'kiri' } } }),
    );
    expect(piece.blocks).toHaveLength(2);
    expect(piece.acknowledged).toMatchObject({
      capacityLines: ['Mengetahui,'],
      name: 'Rina Contoh, S.E.',
    });
  });

  it('leave nobody out where two acknowledge, as a file from elsewhere can have it', () => {
    const blocks = ['Rina Contoh', 'Dedi Contoh'].map((name) =>
      setting({ ...always, name, isAcknowledging: true }),
    );
    const piece = signaturesPiece(
      'notula',
      input({ signatures: { notula: { blocks, side: 'kanan' } } }),
    );
    expect(piece.blocks.map(({ name }) => name)).toEqual(['Dedi Contoh']);
    expect(piece.acknowledged?.name).toBe('Rina Contoh');
  });

  it('keep the one who acknowledges where nobody else signs', () => {
    const blocks = [setting({ ...always, isAcknowledging: true })];
    const piece = signaturesPiece(
      'notula',
      input({ signatures: { notula: { blocks, side: 'kiri' } } }),
    );
    expect(piece.blocks).toMatchObject([{ name: 'Rina Contoh, S.E.' }]);
    expect(piece.acknowledged).toBeNull();
  });
});
