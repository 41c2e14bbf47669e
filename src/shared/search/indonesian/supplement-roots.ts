/** Flags of a verb that takes all common affixes, as the dictionary id_ID writes them. */
const VERB = 'D0DkM0MkP0PaT0Tka0k0';
/** Flags of something that one can be, have and make: "kesekretariatan", "bersinergi". */
const NOUN = 'B0DkKaMk';

const VERBS =
  'ajudikasi asesmen coklit diseminasi edukasi evaluasi fasilitasi instal instruksi input klik kolaborasi koordinasi mitigasi moderasi rekap rekapitulasi revisi reviu rinci sosialisasi supervisi tabulasi unduh unggah validasi verifikasi viral ketik skors';
const NOUNS =
  'aksesibel akuntabel disabilitas elektoral hibrida inklusi kerjasama klaster kontestasi literasi mutakhir partisipatif pemilu politisi relawan sepaham siapsiaga';
/** Words of which no affixes are named; some look as if they had one. */
const WHOLE_WORDS =
  'bacaleg bansos bawaslu bimtek caleg dapil difabel gakkumdu hoaks kesbangpol luring milenial misinformasi panwascam panwaslu pantarlih parpol paslon pilkada ponsel sidalih sirekap satker stakeholder verifikator webinar';
/** Places that "se-" goes with: "sekabupaten", all of it. */
const PLACES = 'desa distrik indonesia jawa kabupaten kampung kelurahan kota nagari papua sumatera';

const each = (words: string, flags: string): readonly (readonly [string, string])[] =>
  words.split(' ').map((word) => [word, flags]);

/**
 * Roots that the dictionary lacks, or of which it names too few affixes: later words of the Kamus
 * Besar and terms of elections.
 */
export const SUPPLEMENT_ROOTS: readonly (readonly [word: string, flags: string])[] = [
  ...each(VERBS, VERB),
  ...each(NOUNS, NOUN),
  ...each(WHOLE_WORDS, ''),
  ...each(PLACES, 'S0'),
];
