type IsWord = (word: string) => boolean;

/** Particles and "-nya", which any word may take. */
const CLITICS = ['nya', 'lah', 'kah', 'nyalah', 'nyakah'] as const;

/** Bound forms that are written together with the word after them (EYD V). */
const BOUND_FORMS =
  /^(?:adi|aero|agro|antar|anti|audio|bio|catur|dasa|de|dwi|eka|ekstra|geo|hiper|infra|inter|intra|kilo|ko|kontra|makro|manca|mega|meta|mikro|mono|multi|nano|neo|nir|non|oto|pan|panca|pari|para|pasca|poli|pra|pramu|pro|proto|purna|re|sapta|semi|sub|super|supra|swa|tele|trans|tri|tuna|ultra|uni)(?=\p{L}{4})/u;

/** "kirim" as it begins after "me-": "mengirim", or "verifikasi" in "memverifikasi". */
function afterNasal(stem: string): readonly string[] {
  const rest = stem.slice(1);
  switch (stem.charAt(0)) {
    case 'p':
      return [`mem${rest}`, `mem${stem}`];
    case 'b':
    case 'f':
    case 'v':
      return [`mem${stem}`];
    case 't':
      return [`men${rest}`, `men${stem}`];
    case 'c':
    case 'd':
    case 'j':
    case 'z':
      return [`men${stem}`];
    case 's':
      return [`meny${rest}`, `men${stem}`];
    case 'k':
      return [`meng${rest}`, `meng${stem}`];
    case 'l':
    case 'm':
    case 'n':
    case 'r':
    case 'w':
    case 'y':
      return [`me${stem}`];
    default:
      return [`meng${stem}`];
  }
}

/** What "me-" and "pe-" may have been put before; the sound that went comes back. */
function beforeNasal(word: string): readonly string[] {
  const match = /^[mp]e(ng|ny|n|m|)(.+)$/u.exec(word);
  if (!match) return [];
  const [, nasal = '', rest = ''] = match;
  const lost = { ng: ['', 'k'], ny: ['s'], n: ['', 't'], m: ['', 'p'] }[nasal] ?? [''];
  // These sounds go: "memimpin" is right, "mempimpin" is not.
  const stems = lost.filter((sound) => sound !== '' || !/^[ptks]/u.test(rest));
  // "memutakhirkan": the m is the word's own.
  const own = nasal === 'm' || nasal === 'n' ? [`${nasal}${rest}`] : [];
  return [...stems.map((sound) => `${sound}${rest}`), ...own];
}

/**
 * Forms that every reader of Indonesian knows, though the dictionary lists them for some words only:
 * it has "memverifikasi" and not "diverifikasi", "data" and not "datanya". Only forms that follow
 * from another one that it knows are taken, so that "dirumah" stays wrong.
 */
export function createIndonesianCheck(isForm: IsWord): IsWord {
  const isLong = (length: number) => (word: string) => word.length >= length && isForm(word);

  /** "memverifikasi" from "verifikasi": borrowed words of this ending are things that are done. */
  const isActive = (word: string): boolean =>
    isForm(word) || (/^me.*si$/u.test(word) && beforeNasal(word).some(isLong(6)));

  /** "di-" and "ter-" go with a verb: what has a form with "me-" is one. */
  function isPassive(word: string): boolean {
    const stem = /^(?:di|ter)(\p{L}{3,})$/u.exec(word)?.[1];
    return stem !== undefined && afterNasal(stem).some(isActive);
  }

  /** "Sertakan", "tandai": a verb that asks for something goes without "me-". */
  const isRequest = (word: string): boolean =>
    /.{3}(?:kan|i)$/u.test(word) && afterNasal(word).some(isForm);

  /** "pemutakhiran", "memutakhirkan", "dimutakhirkan": a known word between known ends. */
  function isDerived(word: string): boolean {
    const passive = /^(?:di|ter)(\p{L}{4,})kan$/u.exec(word)?.[1];
    if (passive !== undefined && isForm(passive)) return true;
    return ['kan', 'an'].some(
      (end) => word.endsWith(end) && beforeNasal(word.slice(0, -end.length)).some(isLong(4)),
    );
  }

  function isSimple(word: string): boolean {
    if (isActive(word) || isPassive(word) || isRequest(word) || isDerived(word)) return true;
    const bound = BOUND_FORMS.exec(word)?.[0];
    return bound !== undefined && isForm(word.slice(bound.length));
  }

  return (word) =>
    isSimple(word) ||
    CLITICS.some((clitic) => {
      const stem = word.endsWith(clitic) ? word.slice(0, -clitic.length) : '';
      return stem.length >= 3 && isSimple(stem);
    });
}
