/** What the system's dialogs say about keys, certificates and files that are signed or checked. */
export const SIGNING_TEXTS = {
  id: {
    chooseKey: 'Pilih berkas kunci',
    keyFile: 'Berkas kunci (PKCS#12)',
    chooseCertificate: 'Pilih sertifikat yang dipercaya',
    certificateFile: 'Sertifikat',
    identityFile: 'Identitas',
  },
  en: {
    chooseKey: 'Choose a key file',
    keyFile: 'Key file (PKCS#12)',
    chooseCertificate: 'Choose a certificate to trust',
    certificateFile: 'Certificate',
    identityFile: 'Identity',
  },
} as const;
