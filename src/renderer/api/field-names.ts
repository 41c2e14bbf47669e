/** What people call the fields of calls, for sentences about a field. */
const FIELD_NAMES: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  address: { id: 'Alamat', en: 'Address' },
  documentNumber: { id: 'Nomor dokumen', en: 'Document number' },
  groupName: { id: 'Nama kelompok', en: 'Group name' },
  href: { id: 'Tautan', en: 'Link' },
  invitation: { id: 'Surat undangan', en: 'Invitation' },
  kind: { id: 'Jenis', en: 'Kind' },
  link: { id: 'Tautan', en: 'Link' },
  name: { id: 'Nama', en: 'Name' },
  nip: { id: 'NIP', en: 'NIP' },
  notulisName: { id: 'Nama notulis', en: 'Minute taker' },
  officeName: { id: 'Nama kantor', en: 'Office' },
  organizationName: { id: 'Lembaga', en: 'Organization' },
  phone: { id: 'Telepon', en: 'Phone' },
  place: { id: 'Tempat', en: 'Place' },
  position: { id: 'Jabatan', en: 'Position' },
  purpose: { id: 'Tujuan', en: 'Purpose' },
  rank: { id: 'Pangkat', en: 'Rank' },
  representedBy: { id: 'Diwakili oleh', en: 'Represented by' },
  responsible: { id: 'Penanggung jawab', en: 'Responsible' },
  role: { id: 'Peran', en: 'Role' },
  seriesTitle: { id: 'Nama seri', en: 'Series' },
  shortName: { id: 'Nama singkat', en: 'Short name' },
  text: { id: 'Pencarian', en: 'Search' },
  theme: { id: 'Tema', en: 'Theme' },
  title: { id: 'Judul', en: 'Title' },
  titleAfter: { id: 'Gelar belakang', en: 'Title after the name' },
  titleBefore: { id: 'Gelar depan', en: 'Title before the name' },
};

/** The name of a field by its path in a call ("entries.3.person.name"); null for an unknown one. */
export function fieldName(path: string, language: 'id' | 'en'): string | null {
  const last = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  return FIELD_NAMES[last]?.[language] ?? null;
}
