/** Abbreviations that have a vowel; others are known by having none. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'KPU KIP RI UU PKPU DIY APBD APBN ASN TNI POLRI PNS PAW PSU DOB KTP NIK BPS BIN LO PIC IT SOP OPD UPT SK NU UI UGM SMA SMK SD SMP MA PTUN'.split(
    ' ',
  ),
);
const SMALL =
  /^(?:dan|di|ke|dari|pada|dengan|untuk|yang|oleh|tentang|dalam|serta|atau|bagi|antara|terhadap|se)$/iu;
const ROMAN = /^[IVXLC]+$/u;

function wordInLetters(word: string, index: number): string {
  const [, before = '', letters = '', after = ''] =
    /^([^\p{L}]*)([\p{L}'’]+)(.*)$/u.exec(word) ?? [];
  if (letters === '') return word;
  const isAbbreviation =
    ABBREVIATIONS.has(letters) ||
    ROMAN.test(letters) ||
    (letters.length <= 5 && !/[AEIOU]/u.test(letters));
  if (isAbbreviation) return word;
  const small = letters.toLowerCase();
  const written =
    index > 0 && SMALL.test(letters) ? small : small.charAt(0).toUpperCase() + small.slice(1);
  return `${before}${written}${after}`;
}

/** Words in capitals alone as they are written in a sentence's title; anything else stays as it is. */
export function inLetters(text: string): string {
  if (text !== text.toUpperCase() || !/\p{L}{3}/u.test(text)) return text;
  return text
    .split(' ')
    .map((word, index) =>
      word
        .split('-')
        .map((part) => wordInLetters(part, index))
        .join('-'),
    )
    .join(' ');
}
