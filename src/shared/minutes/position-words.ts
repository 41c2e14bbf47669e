import { cleanLine } from './titles.ts';

/** Words that begin the name of an office, company, party, school or other body. */
const ORGANIZATION =
  /^(?:kpu|kip|kpud|bawaslu|panwaslu|panwascam|panwaslih|dkpp|ppk|pps|kppsln?|pantarlih|badan|dinas|kantor|kementerian|kemendagri|kemenag|kemenkumham|kejaksaan|kejari|kejati|pengadilan|mahkamah|mk|ptun|polda|polres|polresta|polrestabes|polsek|polri|kodim|koramil|korem|kodam|tni|pemerintah|pemkab|pemkot|pemprov|pemda|setda|sekretariat|sekda|dprd?|dpd|dpc|dpw|dpp|mpr|kesbangpol|bakesbangpol|badan|disdukcapil|dukcapil|diskominfo|kominfo|satpol|bpbd|bps|bpn|bkd|bkpsdm|inspektorat|kecamatan|kelurahan|desa|universitas|univ|institut|politeknik|sekolah|stie|stih|stai|iain|uin|fakultas|fisip|partai|pdip|pdi|golkar|gerindra|nasdem|pkb|pks|pan|ppp|psi|hanura|perindo|lsm|lembaga|yayasan|ormas|organisasi|perkumpulan|persatuan|ikatan|himpunan|aliansi|forum|komunitas|jaringan|koalisi|karang|nu|pcnu|pwnu|muhammadiyah|aisyiyah|muslimat|fatayat|gp|mui|fkub|hmi|pmii|gmni|imm|bem|pwi|aji|ijti|rri|tvri|radio|redaksi|harian|koran|pt|cv|rsud|rumah|puskesmas|lapas|rutan|perludem|jppr|kipp|netgrit|komnas|ombudsman|komisi)(?![\p{L}\p{N}])/iu;

/** Words that begin what somebody is. */
const POSITION =
  /^(?:plt|plh|pj|pjs|mantan|wakil|ketua|anggota|sekretaris|bendahara|komisioner|kepala|kabag|kasubbag|kasubag|kabid|kasi|kasie|kadis|kaban|koordinator|kordiv|koordiv|divisi|direktur|deputi|manajer|manager|staf|staff|pelaksana|operator|fasilitator|ajudan|asisten|dosen|guru|rektor|dekan|mahasiswa|mahasiswi|peneliti|pengamat|akademisi|wartawan|jurnalis|reporter|pemantau|penyuluh|ppid|camat|lurah|kades|bupati|wali\s?kota|gubernur|kapolres|kapolresta|kapolsek|kapolda|wakapolres|kasat|kanit|dandim|wadandim|danramil|pasi|danki|kajari|kajati|kasipidum|jaksa|hakim|panitera|perwakilan|utusan|tokoh|pengurus|pimpinan|pembina|penasihat|humas|notulis|moderator|tenaga|analis|pranata|pengawas|pengelola|penata|verifikator|lo|liaison)(?![\p{L}\p{N}])/iu;

export interface PositionAndOrganization {
  readonly position: string;
  readonly organization: string;
  /** False where no word says which of the two it is; it is then taken for the organization. */
  readonly isCertain: boolean;
}

export const isOrganizationText = (text: string): boolean => ORGANIZATION.test(text);
export const isPositionText = (text: string): boolean => POSITION.test(text);

/** Splits "Ketua KPU Kota Contoh" into the position "Ketua" and the organization "KPU Kota Contoh". */
export function splitPosition(typed: string): PositionAndOrganization {
  const text = cleanLine(typed);
  if (text === '') return { position: '', organization: '', isCertain: true };
  if (isOrganizationText(text)) return { position: '', organization: text, isCertain: true };
  if (!isPositionText(text)) return { position: '', organization: text, isCertain: false };
  const separated = /^(.*?)\s*(?:,|\s[-–—/]\s|\bpada\b|\bdi\b)\s*(\S.*)$/u.exec(text);
  if (separated?.[1] && separated[2] && isOrganizationText(separated[2])) {
    return { position: separated[1], organization: separated[2], isCertain: true };
  }
  for (const space of text.matchAll(/\s+/gu)) {
    const rest = text.slice(space.index).trim();
    if (isOrganizationText(rest)) {
      return { position: text.slice(0, space.index), organization: rest, isCertain: true };
    }
  }
  return { position: text, organization: '', isCertain: true };
}
