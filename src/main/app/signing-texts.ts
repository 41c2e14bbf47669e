/** What the system's dialogs say about keys, certificates and files that are signed or checked. */
export const SIGNING_TEXTS = {
  id: {
    chooseKey: 'Pilih berkas kunci',
    keyFile: 'Berkas kunci (PKCS#12)',
    chooseCertificate: 'Pilih sertifikat yang dipercaya',
    certificateFile: 'Sertifikat',
    identityFile: 'Identitas',
    chooseChecked: 'Pilih berkas yang diperiksa',
    chooseSigned: 'Pilih dokumen yang ditandatangani',
    wordFile: 'Dokumen Word',
  },
  en: {
    chooseKey: 'Choose a key file',
    keyFile: 'Key file (PKCS#12)',
    chooseCertificate: 'Choose a certificate to trust',
    certificateFile: 'Certificate',
    identityFile: 'Identity',
    chooseChecked: 'Choose a file to check',
    chooseSigned: 'Choose a document to sign',
    wordFile: 'Word document',
  },
} as const;
