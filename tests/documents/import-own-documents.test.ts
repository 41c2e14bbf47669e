import { describe, expect, it } from 'vitest';

import { documentBytes } from '../../src/main/export/document-bytes.ts';
import { plainInput } from '../../src/main/export/document-input.ts';
import { readBytes } from '../../src/main/imports/read/read-bytes.ts';
import { recognise } from '../../src/main/imports/recognise/recognise.ts';
import type { MinutesGuess } from '../../src/shared/imports/guess.ts';
import type { SessionRecord } from '../../src/shared/minutes/record.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { DocumentKind } from '../../src/shared/official/document-kinds.ts';
import { exampleEntries, NOW_MS, recordOf } from './records.ts';

async function guessOf(record: SessionRecord, kind: DocumentKind): Promise<MinutesGuess> {
  const bytes = documentBytes(kind, plainInput(record, NOW_MS));
  return recognise((await readBytes(bytes, `${kind}.docx`)).document);
}

const records = exampleEntries().map((entry) => [entry.id, recordOf(entry)] as const);

const KINDS = ['notula', 'notulen', 'risalah'] as const;

describe.each(records)('minutes of Notula itself (%s)', (_id, record) => {
  it.each(KINDS)('are recognised again (%s)', async (kind) => {
    const guess = await guessOf(record, kind);
    // A risalah names the kind before the title, all in capitals.
    expect(guess.title?.value.toLowerCase()).toContain(record.session.title.toLowerCase());
    expect(guess.days.map(({ value }) => value.date)).toEqual(
      record.session.days.flatMap(({ date }) => date ?? []),
    );
    expect(guess.place?.value ?? '').toBe(record.session.place);
    const named = guess.attendance.filter(({ isListed }) => isListed);
    expect(named.map(({ name }) => name)).toEqual(record.attendance.map((line) => line.name));
    const statements = record.blocks.filter(({ type }) => type === 'statement');
    const found = guess.blocks.filter(({ type }) => type === 'statement');
    expect(found.length).toBe(statements.length);
    const decisions = record.blocks.filter(({ type }) => type === 'decision');
    expect(guess.blocks.filter(({ type }) => type === 'decision').length).toBeGreaterThanOrEqual(
      decisions.length,
    );
    const words = guess.blocks
      .flatMap((block) => (block.type === 'agendaItem' ? [block.text] : block.paragraphs))
      .join('\n');
    for (const statement of statements) {
      const [line = ''] = blockPlainText(statement).split('\n');
      expect(words).toContain(line);
    }
  });
});
