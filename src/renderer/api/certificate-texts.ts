const id = {
  name: 'Nama',
  issuer: 'Penerbit',
  issuerSelf: '{{name}} (dibuat sendiri)',
  validity: 'Berlaku',
  validFromTo: '{{from}} sampai {{until}}',
  key: 'Kunci',
  key_rsa: 'RSA {{bits}} bit',
  'key_ec-p256': 'Kurva P-256',
  'key_ec-p384': 'Kurva P-384',
  key_other: 'Jenis lain, {{bits}} bit',
  serial: 'Nomor seri',
  subject: 'Nama lengkap dalam sertifikat',
  issuerFull: 'Penerbit lengkap',
  fingerprint: 'Sidik jari (SHA-256)',
  trust_trusted: 'Dikenal kantor ini',
  trust_unknown: 'Tidak dikenal',
  'trust_self-signed': 'Dibuat sendiri (tidak tersertifikasi)',
  selfSigned:
    'Tidak tersertifikasi: sertifikat ini dibuat sendiri, jadi namanya tidak dijamin penyelenggara sertifikasi elektronik. Tanda tangan seperti ini tetap dapat sah bila memenuhi syarat Pasal 11 UU ITE.',
};

const en: Record<keyof typeof id, string> = {
  name: 'Name',
  issuer: 'Issuer',
  issuerSelf: '{{name}} (made by its holder)',
  validity: 'Valid',
  validFromTo: '{{from}} to {{until}}',
  key: 'Key',
  key_rsa: 'RSA, {{bits}} bits',
  'key_ec-p256': 'Curve P-256',
  'key_ec-p384': 'Curve P-384',
  key_other: 'Another kind, {{bits}} bits',
  serial: 'Serial number',
  subject: 'Full name in the certificate',
  issuerFull: 'Full issuer',
  fingerprint: 'Fingerprint (SHA-256)',
  trust_trusted: 'Known to this office',
  trust_unknown: 'Not known',
  'trust_self-signed': 'Made by its holder (not certified)',
  selfSigned:
    'Not certified: its holder made this certificate, so no certification provider vouches for the name. Such a signature can still be valid under the conditions of article 11 of the Indonesian ITE law.',
};

export const certificateTexts = { id, en };
