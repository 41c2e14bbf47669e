import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRootFinder } from '../../../../../src/shared/search/indonesian/root-finder.ts';
import { readRootWords } from '../../../../../src/shared/search/indonesian/root-words.ts';

const list = new URL('../../../../../resources/dictionaries/id_ID.dic', import.meta.url);
const { rootOf } = createRootFinder(readRootWords(readFileSync(list, 'latin1')));

describe('rootOf', () => {
  it.each([
    [
      'koordinasi',
      'mengoordinasikan mengkoordinasikan berkoordinasi dikoordinasikan pengoordinasian',
    ],
    ['pilih', 'pemilih memilih pemilihan dipilih terpilih pilihan pilihlah'],
  ])('%s: %s', (root, forms) => {
    for (const form of [root, ...forms.split(' ')])
      expect([form, rootOf(form)]).toEqual([form, root]);
  });
});
