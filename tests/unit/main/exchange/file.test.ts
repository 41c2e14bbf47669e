import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import {
  readSessionFile,
  readSessionText,
  sessionFileText,
} from '../../../../src/main/exchange/file.ts';
import type { SessionExchange } from '../../../../src/shared/exchange/session-exchange.ts';
import { attachmentIdSchema, dayIdSchema } from '../../../../src/shared/ids.ts';
import { exchangeOf } from '../../../fixtures/exchange.ts';
import { everyContentRecord } from '../../../fixtures/records/every-content.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-berkas-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const WHOLE = exchangeOf(everyContentRecord());
const whole = (): SessionExchange => WHOLE;

function withImage(change: (image: SessionExchange['images'][number]) => object) {
  const file = whole();
  const [first, ...rest] = file.images;
  if (first === undefined) throw new Error('no image');
  return readSessionText(
    JSON.stringify({ ...file, images: [{ ...first, ...change(first) }, ...rest] }),
  );
}
const REFUSED = {
  ok: false,
  problems: [{ type: 'field', path: 'images[1]', fault: { type: 'image' } }],
};

it('reads what was written', () => {
  const read = readSessionText(sessionFileText(whole()));
  expect(read).toEqual({ ok: true, exchange: whole() });
});

it('takes only images that are what they say', () => {
  expect(withImage(() => ({})).ok).toBe(true);
  expect(withImage(() => ({ mediaType: 'image/jpeg' }))).toEqual(REFUSED);
  expect(withImage(() => ({ id: attachmentIdSchema.parse('f'.repeat(64)) }))).toEqual(REFUSED);
  expect(withImage(({ base64 }) => ({ base64: `${base64}!!` }))).toEqual(REFUSED);
  expect(withImage(() => ({ base64: Buffer.from('<svg/>').toString('base64') }))).toEqual(REFUSED);
});

it('says of a file that it cannot be read, or holds no text', async () => {
  const problem = async (path: string) => {
    const read = await readSessionFile(path);
    return read.ok ? null : read.problems[0];
  };
  expect(await problem(join(folder, 'hilang.json'))).toEqual({ type: 'unreadable' });
  expect(await problem(folder)).toEqual({ type: 'unreadable' });
  const file = join(folder, 'sesi.json');
  writeFileSync(file, Buffer.from([0xff, 0xfe, 0x7b, 0x00]));
  expect(await problem(file)).toEqual({ type: 'not-json', line: null });
  writeFileSync(file, sessionFileText(whole()));
  expect((await readSessionFile(file)).ok).toBe(true);
});

it('writes nothing that it could not read back', () => {
  const file = whole();
  const days = [{ ...file.session.days[0], id: dayIdSchema.parse('lain') }];
  const broken = { ...file, session: { ...file.session, days } } as SessionExchange;
  expect(() => sessionFileText(broken)).toThrow('cannot be read back');
});
