const id = {
  noExpansion: 'Kata sebelum kursor bukan singkatan yang dikenal.',
};

const en: Readonly<Record<keyof typeof id, string>> = {
  noExpansion: 'The word before the caret is no known abbreviation.',
};

export const wordsTexts = { id, en };
