import type { Section } from './sections.ts';

const OFFICES =
  /^(?:mengetahui|menyetujui|mengesahkan|notulis|notulen|pencatat|pembuat notul\p{L}*|yang membuat(?: notul\p{L}*)?|pimpinan (?:rapat|sidang)(?:\/\p{L}+)?|ketua (?:rapat|sidang)|a\.?n\.? .{3,60}|tertanda|hormat kami|pelapor|penyusun)\s*[,:]?$/iu;
/** "Contoh, 9 Juli 2025" */
const PLACE_AND_DATE = /^\p{Lu}[\p{L} .]{2,40},\s*(?:tanggal\s*)?\d{1,2}\s+\p{L}+\s+\d{4}$/u;
/** Two who sign side by side: "Notulis, Pimpinan Rapat". */
const SIDE_BY_SIDE =
  /^(?:mengetahui|notulis|notulen|pencatat|pimpinan (?:rapat|sidang)(?: ?\/ ?rapat)?)\s*,?\s+(?:notulis|notulen|pencatat|pimpinan|ketua|mengetahui)/iu;
/** A place and a date to be filled in by hand. */
const BLANK_PLACE = /^[…._\s]+,\s*[…._\s]+/u;
const MADE_AT = /^(?:dibuat|ditetapkan) di\b/iu;
const NIP = /^nip\b/iu;

/** Whether a line begins what is signed at the end of minutes. */
export function isSignature(text: string, section: Section | null): boolean {
  const line = text.trim();
  if (line.length > 90) return false;
  if (MADE_AT.test(line)) return true;
  if (section === null) return false;
  return (
    OFFICES.test(line) ||
    SIDE_BY_SIDE.test(line) ||
    BLANK_PLACE.test(line) ||
    PLACE_AND_DATE.test(line) ||
    NIP.test(line)
  );
}
