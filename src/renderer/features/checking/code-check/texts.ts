const id = {
  heading: 'Kode di kaki halaman cetakan',
  hint: 'Ketik kodenya, atau pilih, tempel, atau lepaskan foto kode QR-nya.',
  code: 'Kode',
  placeholder: 'NTL-0-3F2A 9C7D 10B8 4E56',
  check: 'Periksa kode',
  choosePicture: 'Pilih foto …',
  reading: 'Mencari kode QR dalam gambar …',
  cancelReading: 'Batalkan',

  found: 'Kode ini ada di arsip ini',
  foundOlder: 'Kode ini ada di arsip ini, tetapi bukan versi terbaru',
  compare:
    'Cocokkan judul, nomor, dan isi cetakan dengan sesi ini. Kode menunjuk ke sesinya; ia tidak menyegel kertasnya.',
  older: 'Sesudah versi ini sesi tersebut mendapat adendum lagi.',
  title: 'Sesi',
  untitled: 'Tanpa judul',
  number: 'Nomor',
  noNumber: 'Tidak bernomor',
  version: 'Versi',
  version_final: 'Final',
  version_one: 'Final dengan adendum 1',
  version_many: 'Final dengan adendum 1 sampai {{number}}',
  newest: '{{version}} (terbaru)',
  date: 'Tanggal versi',
  hash: 'SHA-256',
  openSession: 'Buka sesi',

  nothing: 'Kode ini tidak ada di arsip ini',
  nothingText:
    'Mungkin cetakannya dari kantor lain, atau kodenya salah ketik. Tidak ada yang diubah.',

  noCode: 'Tidak ada kode QR yang terbaca dalam gambar itu',
  noCodeText: 'Foto lebih dekat, tegak, dan terang, atau ketik kode di sebelahnya.',
  otherCode: 'Kode QR dalam gambar itu bukan kode Notula',
  otherCodeText: 'Foto kode QR di kaki halaman, yang di sebelahnya tertulis NTL.',
  noPicture: 'Gambar itu tidak dapat dibaca',
  noPictureText: 'Pilih foto PNG, JPEG, atau WebP sampai 25 MB.',
};

const en: Record<keyof typeof id, string> = {
  heading: 'Code at the foot of a printed page',
  hint: 'Type the code, or choose, paste or drop a photo of its QR code.',
  code: 'Code',
  placeholder: 'NTL-0-3F2A 9C7D 10B8 4E56',
  check: 'Check code',
  choosePicture: 'Choose photo …',
  reading: 'Looking for a QR code in the picture …',
  cancelReading: 'Cancel',

  found: 'This code is in this archive',
  foundOlder: 'This code is in this archive, but it is not the newest version',
  compare:
    'Compare title, number and text of the printed page with this session. The code points to the session; it does not seal the paper.',
  older: 'After this version the session got further addenda.',
  title: 'Session',
  untitled: 'Untitled',
  number: 'Number',
  noNumber: 'Without a number',
  version: 'Version',
  version_final: 'Final',
  version_one: 'Final with addendum 1',
  version_many: 'Final with addenda 1 to {{number}}',
  newest: '{{version}} (newest)',
  date: 'Date of the version',
  hash: 'SHA-256',
  openSession: 'Open session',

  nothing: 'This code is not in this archive',
  nothingText:
    'The page may be from another office, or the code may be mistyped. Nothing was changed.',

  noCode: 'No QR code could be read in that picture',
  noCodeText: 'Take it closer, straight and well lit, or type the code beside it.',
  otherCode: 'The QR code in that picture is not one of Notula',
  otherCodeText: 'Photograph the QR code at the foot of the page, beside which NTL is written.',
  noPicture: 'That picture cannot be read',
  noPictureText: 'Choose a photo in PNG, JPEG or WebP of up to 25 MB.',
};

export const codeTexts = { id, en };
