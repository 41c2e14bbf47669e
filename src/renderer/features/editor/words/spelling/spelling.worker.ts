import { readDictionary } from './affix-rules.ts';
import type { Speller } from './speller.ts';
import { createSpeller } from './speller.ts';
import type { SpellingAnswer, SpellingRequest } from './spelling-messages.ts';

const answer = (message: SpellingAnswer): void => self.postMessage(message);

/** The app serves the dictionary beside its pages, from files that can be exchanged. */
async function fileText(name: string): Promise<string> {
  const response = await fetch(new URL(`/dictionaries/${name}`, self.location.href));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new TextDecoder('iso-8859-1').decode(await response.arrayBuffer());
}

const loading: Promise<Speller | null> = Promise.all([
  fileText('id_ID.aff'),
  fileText('id_ID.dic'),
]).then(
  ([affixes, words]) => createSpeller(readDictionary(affixes, words)),
  () => {
    answer({ type: 'unavailable' });
    return null;
  },
);

self.addEventListener('message', ({ data }: MessageEvent<SpellingRequest>) => {
  void loading.then((speller) => {
    if (speller === null) return;
    if (data.type === 'check') {
      const wrong = data.words.filter((word) => !speller.isRight(word));
      answer({ type: 'checked', id: data.id, wrong });
    } else {
      answer({ type: 'suggested', id: data.id, words: speller.suggestions(data.word) });
    }
  });
});
