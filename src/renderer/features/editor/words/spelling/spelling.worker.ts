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

const loading: Promise<Speller> = Promise.all([fileText('id_ID.aff'), fileText('id_ID.dic')]).then(
  ([affixes, words]) => {
    const dictionary = readDictionary(affixes, words);
    // What is no dictionary, as the page that a development server gives for anything, would make
    // every word a wrong one.
    if (dictionary.prefixes.size === 0) throw new Error('no dictionary');
    return createSpeller(dictionary);
  },
);
loading.catch(() => answer({ type: 'unavailable' }));

self.addEventListener('message', ({ data }: MessageEvent<SpellingRequest>) => {
  // Without a dictionary there is nothing to answer; that was said once.
  loading.then(
    (speller) => {
      if (data.type === 'check') {
        const wrong = data.words.filter((word) => !speller.isRight(word));
        answer({ type: 'checked', id: data.id, wrong });
      } else {
        answer({ type: 'suggested', id: data.id, words: speller.suggestions(data.word) });
      }
    },
    () => undefined,
  );
});
