const id = {
  unknown: '“{{name}}” {{place}} tidak dikenal dan tetap tertulis begitu.',
  unknownNear:
    '“{{name}}” {{place}} tidak dikenal dan tetap tertulis begitu. Maksudnya “{{nearest}}”?',
  unclosed: 'Kurung kurawal {{place}} tidak berpasangan: “{{text}}”.',
  'block-in-text':
    '“{{name}}” {{place}} berdampingan dengan kata lain. Isinya akan ditaruh di bawah paragraf itu; tulis sendirian dalam paragraf bila ingin menggantikannya.',
  'out-of-reach': '“{{text}}” berada dalam bagan, gambar, atau bidang Word, jadi tidak diisi.',
  'no-placeholder': 'Tidak ada penanda di dalamnya, jadi tidak ada yang diisi.',
  'no-draft-mark':
    'Tidak ada penanda {{name}}, jadi dokumen dari sesi yang belum final tidak bertanda “KONSEP”. Taruh di kepala halaman atau tanda air.',
  place_body: 'dalam naskah',
  place_table: 'dalam tabel',
  'place_text-box': 'dalam kotak teks',
  place_header: 'di kepala halaman',
  place_footer: 'di kaki halaman',
  place_notes: 'dalam catatan kaki',
};

export type FindingText = keyof typeof id;

const en: Readonly<Record<FindingText, string>> = {
  unknown: '“{{name}}” {{place}} is not known and stays as it is written.',
  unknownNear:
    '“{{name}}” {{place}} is not known and stays as it is written. Is “{{nearest}}” meant?',
  unclosed: 'Braces {{place}} do not match: “{{text}}”.',
  'block-in-text':
    '“{{name}}” {{place}} has other words beside it. What it stands for comes under that paragraph; write it alone in a paragraph to replace it.',
  'out-of-reach': '“{{text}}” is in a chart, a drawing or a Word field, so it is not filled.',
  'no-placeholder': 'There is no placeholder in it, so nothing is filled.',
  'no-draft-mark':
    'There is no placeholder {{name}}, so documents of a session that is not final are not marked “KONSEP”. Put it into the header or a watermark.',
  place_body: 'in the text',
  place_table: 'in a table',
  'place_text-box': 'in a text box',
  place_header: 'in the header',
  place_footer: 'in the footer',
  place_notes: 'in a footnote',
};

/** What the check of a Word template found; told where templates are kept and where they are filled. */
export const findingTexts = { id, en };
