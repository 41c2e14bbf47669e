import { expect, it } from 'vitest';

import {
  nextUnsigned,
  signingList,
} from '../../../../../src/renderer/features/marks/hand-around/signing-list.ts';
import type { Mark } from '../../../../../src/shared/contract/marks.ts';
import { dayIdSchema, markIdSchema } from '../../../../../src/shared/ids.ts';
import { attendeeKey } from '../../../../../src/shared/official/signatories.ts';
import { attendee } from '../../../../documents/records.ts';

const dayId = dayIdSchema.parse('id-1');
const ani = attendee('ani', 'Ani Contoh', { day: { presence: 'hadir' }, position: 'Ketua' });
const budi = attendee('budi', 'Budi Contoh');
const caca = attendee('caca', 'Caca Contoh', {
  day: { presence: 'diwakili', representedBy: 'Dedi Misal' },
});
const all = [
  ani,
  budi,
  caca,
  attendee('izin', 'Eka Contoh', { day: { presence: 'izin' } }),
  attendee('daring', 'Fitri Contoh', { day: { presence: 'daring' } }),
  attendee('kelompok', 'Warga', { type: 'group', day: { presence: 'hadir' } }),
];
const markOf = (line: typeof ani, signerKey = attendeeKey(line, dayId)): Mark => ({
  id: markIdSchema.parse(`m-${line.id}`),
  target: { type: 'attendance', attendanceId: line.id, dayId },
  signerKey,
  signerName: '',
  method: 'drawn',
  widthPx: 1,
  heightPx: 1,
  atMs: 0,
  actor: '',
  reusedFrom: null,
});

it('lists who is there in person, and who came instead', () => {
  expect(signingList(all, [markOf(ani)], dayId)).toEqual([
    {
      attendanceId: ani.id,
      name: 'Ani Contoh',
      position: 'Ketua',
      represents: null,
      isSigned: true,
    },
    { attendanceId: budi.id, name: 'Budi Contoh', position: '', represents: null, isSigned: false },
    {
      attendanceId: caca.id,
      name: 'Dedi Misal',
      position: '',
      represents: 'Caca Contoh',
      isSigned: false,
    },
  ]);
});

it('takes the signature of somebody else for none', () => {
  const [, , third] = signingList(all, [markOf(caca, 'nama:Caca Contoh')], dayId);
  expect(third?.isSigned).toBe(false);
});

it('goes on after the one who signed, once around', () => {
  const list = signingList(all, [], dayId);
  expect(nextUnsigned(list, null)?.attendanceId).toBe(ani.id);
  expect(nextUnsigned(list, ani.id)?.attendanceId).toBe(budi.id);
  expect(nextUnsigned(list, caca.id)?.attendanceId).toBe(ani.id);
  const last = signingList(all, [markOf(ani), markOf(budi)], dayId);
  expect(nextUnsigned(last, caca.id)).toBeNull();
});
