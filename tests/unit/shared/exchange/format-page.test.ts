import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

import { expect, test } from 'vitest';
import { z } from 'zod';

import { readSessionText } from '../../../../src/main/exchange/file.ts';
import {
  DEEPEST_EXCHANGE,
  EXCHANGE_VERSION,
  LARGEST_EXCHANGE_LETTERS,
  sessionExchangeSchema,
} from '../../../../src/shared/exchange/session-exchange.ts';
import { exchangeExample } from '../../../fixtures/exchange-example.ts';

const PAGE = '../../../../docs/format-json.md';
const EXAMPLE = /```json\n([\s\S]*?)\n```/;

const SCHEMA = '../../../../resources/schema/notula-sesi.schema.json';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const page = (): string => read(PAGE);

/** What a file should be: as it is where it says the same, however its lines are set. */
function asItStands(present: string, json: string, wanted: object, renew: () => string): string {
  try {
    return isDeepStrictEqual(JSON.parse(json), JSON.parse(JSON.stringify(wanted)))
      ? present
      : renew();
  } catch {
    return renew();
  }
}

// `npx vitest run tests/unit/shared/exchange/format-page.test.ts -u` writes the example and the schema anew.
test('docs/format-json.md shows a file that Notula reads', async () => {
  const text = JSON.stringify(exchangeExample(), null, 2);
  expect(readSessionText(text)).toEqual({ ok: true, exchange: exchangeExample() });
  const shown = asItStands(page(), EXAMPLE.exec(page())?.[1] ?? '', exchangeExample(), () =>
    page().replace(EXAMPLE, () => `\`\`\`json\n${text}\n\`\`\``),
  );
  await expect(shown).toMatchFileSnapshot(PAGE);
});

test('the page names every field, and the limits that count', () => {
  const text = page();
  const fields = [
    ...Object.keys(sessionExchangeSchema.shape),
    ...Object.keys(sessionExchangeSchema.shape.session.shape),
    ...Object.keys(sessionExchangeSchema.shape.speakers.shape),
    ...Object.keys(sessionExchangeSchema.shape.attendance.element.shape),
    ...Object.keys(sessionExchangeSchema.shape.persons.element.shape),
    ...Object.keys(sessionExchangeSchema.shape.organizations.element.shape),
  ];
  expect(fields.filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
  expect(text).toContain(`${LARGEST_EXCHANGE_LETTERS / 1024 / 1024} MB`);
  expect(text).toContain(`${DEEPEST_EXCHANGE} tingkat`);
  expect(text).toContain(`**versi ${EXCHANGE_VERSION}**`);
});

test('resources/schema/notula-sesi.schema.json is the schema that the app checks by', async () => {
  const schema = {
    title: 'notula-sesi',
    ...z.toJSONSchema(sessionExchangeSchema, { io: 'input' }),
  };
  const present = read(SCHEMA);
  const wanted = asItStands(present, present, schema, () => JSON.stringify(schema, null, 2));
  await expect(wanted).toMatchFileSnapshot(SCHEMA);
});
