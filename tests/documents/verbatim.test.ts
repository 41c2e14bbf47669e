import { expect, it } from 'vitest';

import { allText, exported, runsOf } from './docx.ts';
import type { InlineNode, Mark } from '../../src/shared/document/rich-text.ts';
import { agendaItem, emptyRecord, paragraph, statement, words } from './records.ts';

const exactly = (text: string, ...marks: Mark[]): InlineNode =>
  words(text, { type: 'verbatim' }, ...marks);

const saying = async (...content: readonly (string | InlineNode)[]) =>
  exported({
    ...emptyRecord(),
    blocks: [agendaItem('Acara'), statement([paragraph(...content)])],
  });

it('prints words that were said exactly so in quotation marks, without touching spaces', async () => {
  const file = await saying('Ketua berkata ', exactly('hak pilih dijaga '), 'lalu menutup.');
  expect(allText(file)).toContain('Ketua berkata “hak pilih dijaga” lalu menutup.');
});

it('quotes a run of several looks once', async () => {
  const file = await saying(
    exactly('hak '),
    exactly('pilih', { type: 'bold' }),
    exactly(' dijaga'),
  );
  expect(allText(file)).toContain('“hak pilih dijaga”');
  expect(runsOf(file, 'pilih')[0]).toContain('w:b');
});

it('leaves alone what stands in quotation marks already', async () => {
  expect(allText(await saying('Katanya: ', exactly('"hak pilih"'), '.'))).toContain(
    'Katanya: "hak pilih".',
  );
  expect(allText(await saying('Katanya: “', exactly('hak pilih'), '”.'))).toContain(
    'Katanya: “hak pilih”.',
  );
  expect(allText(await saying("Jum'at ", exactly("'Asyura"), '.'))).toContain("Jum'at “'Asyura”.");
});
