/** Where the borrowed noun has gone its own way: "sosialisasi" is not what is social. */
const PARTED: ReadonlySet<string> = new Set([
  'aktif',
  'general',
  'mineral',
  'mobil',
  'modal',
  'natal',
  'natural',
  'real',
  'sosial',
  'spesial',
]);

/** Endings of borrowed nouns, and what the adjective that each is made of ends with. */
const ENDINGS: readonly (readonly [noun: RegExp, adjective: string])[] = [
  [/(?<=(?:al|il|id))itas$/u, ''],
  [/(?<=(?:al|il|id|ern))isasi$/u, ''],
  [/ivitas$/u, 'if'],
  [/ibilitas$/u, 'ibel'],
  [/abilitas$/u, 'abel'],
];

/** The adjective that a borrowed noun is made of: "netral" of "netralitas"; null where none is. */
export function borrowedRoot(word: string, isRoot: (word: string) => boolean): string | null {
  // Nearly all words go here.
  if (!word.endsWith('itas') && !word.endsWith('isasi')) return null;
  for (const [noun, adjective] of ENDINGS) {
    if (!noun.test(word)) continue;
    const root = word.replace(noun, adjective);
    if (root.length > 3 && isRoot(root) && !PARTED.has(root)) return root;
  }
  return null;
}
