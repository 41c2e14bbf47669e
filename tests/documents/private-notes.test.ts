import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';

import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import { exported } from './docx.ts';
import { fullRecord } from './records.ts';

const NOTE = 'rahasiapribadi';

it('leaves private notes out of every part of the document', async () => {
  const record = fullRecord(2);
  const noted = record.blocks.map(
    (block): Block =>
      ({ ...block, attrs: { ...block.attrs, note: NOTE, isImportant: true } }) as Block,
  );
  const file = exported({ ...record, blocks: noted });
  for (const [name, bytes] of Object.entries(unzipSync(file.bytes))) {
    expect({ name, hasNote: strFromU8(bytes).includes(NOTE) }).toEqual({ name, hasNote: false });
  }
  expect(file.bytes).toEqual(exported(record).bytes);
  expect(noted.map(blockPlainText).join('\n')).not.toContain(NOTE);
});
