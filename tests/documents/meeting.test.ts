import { expect, it } from 'vitest';

import type { BlockId, DayId } from '../../src/shared/ids.ts';
import { meetingSentence } from '../../src/shared/minutes/meeting-sentences.ts';
import type { SessionRecord } from '../../src/shared/minutes/record.ts';
import { allText, exported, paragraphs } from './docx.ts';
import { narration, recordOf } from './records.ts';

const at = (time: string): number => Date.parse(`2026-11-23T${time}:00+07:00`);
const sentence = (event: 'dibuka' | 'diskors' | 'ditutup', time: string): string =>
  meetingSentence(event, {
    kind: 'Rapat Pleno',
    title: 'Rapat Contoh',
    place: '',
    zone: 'WIB',
    atMs: at(time),
    chair: null,
  });

function meeting(times: { readonly opened: string | null; readonly closed: string | null }) {
  const record = recordOf({
    title: 'Rapat Contoh',
    days: [{ date: '2026-11-23', start: '09:00', end: 'selesai' }],
  });
  const dayId = record.session.days[0]?.id ?? ('' as DayId);
  const session = { ...record.session, meeting: { marks: [], days: [{ dayId, ...times }] } };
  return { ...record, session } satisfies SessionRecord;
}

it('prints the official sentences as they stand, with the time once', async () => {
  const record = meeting({ opened: null, closed: null });
  const blocks: SessionRecord['blocks'] = [
    narration(sentence('dibuka', '09:12')),
    {
      type: 'break',
      attrs: { id: 'b' as BlockId, dayId: null, spokenAtMs: at('12:05') },
      content: [{ type: 'text', text: sentence('diskors', '12:05') }],
    },
    {
      type: 'break',
      attrs: { id: 'c' as BlockId, dayId: null, spokenAtMs: at('14:00') },
      content: [{ type: 'text', text: 'Istirahat' }],
    },
    narration(sentence('ditutup', '15:40')),
  ];
  const lines = paragraphs(exported({ ...record, blocks }));
  expect(lines).toContain('Rapat dibuka pada pukul 09.12 WIB.');
  expect(lines).toContain('— Rapat diskors pukul 12.05 WIB. —');
  expect(lines.find((line) => line.includes('Istirahat'))).toBe('— Istirahat (pukul 14.00 WIB) —');
  expect(lines).toContain('Rapat ditutup pukul 15.40 WIB.');
});

it('tells planned and real times apart', async () => {
  const text = async (opened: string | null, closed: string | null) =>
    allText(exported(meeting({ opened, closed })));
  const planned = 'pukul 09.00 WIB s.d. selesai';
  expect(await text('09:12', '15:40')).toContain(
    `${planned} (dibuka pukul 09.12 WIB, ditutup pukul 15.40 WIB)`,
  );
  expect(await text('09:00', null)).not.toContain('dibuka');
  expect(await text(null, null)).not.toContain('ditutup');
});

it('prints the real times alone where no others were given', async () => {
  const record = meeting({ opened: '09:12', closed: '15:40' });
  const days = record.session.days.map((day) => ({ ...day, start: null, end: null }));
  const session = { ...record.session, days };
  expect(allText(exported({ ...record, session }))).toContain('pukul 09.12 s.d. 15.40 WIB');
});
