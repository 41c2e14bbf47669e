import type { AppErrorCode } from '../../shared/contract/errors.ts';

type ErrorTexts = Readonly<Record<AppErrorCode | 'text-too-long_named', string>>;

/**
 * What happened, that nothing was lost, and what to do next; one entry per code, and one more where
 * the field can be named.
 */
const id: ErrorTexts = {
  'invalid-input':
    'Isian itu tidak dapat dipakai, jadi tidak ada yang diubah. Periksa isian lalu coba lagi.',
  'text-too-long':
    'Teks itu terlalu panjang (batas {{limit}} huruf), jadi belum disimpan. Ringkas lalu coba lagi.',
  'text-too-long_named':
    'Teks pada “{{field}}” terlalu panjang (batas {{limit}} huruf), jadi belum disimpan. Ringkas lalu coba lagi.',
  'not-found': 'Data itu sudah tidak ada. Muat ulang daftar; data lain tidak berubah.',
  'session-final': 'Sesi ini sudah final dan tidak dapat diubah. Tidak ada yang berubah.',
  'attendee-speaks':
    '{{name}} tercatat berbicara {{count}} kali dalam notula, jadi tetap di daftar hadir. Ganti dulu pembicara pada pernyataannya, atau tandai “tidak hadir”.',
  'image-invalid':
    'Gambar itu tidak dapat dipakai, jadi tidak ada yang dimasukkan. Pakai gambar PNG atau JPEG lain.',
  'too-many-images':
    'Sesi ini sudah memuat {{limit}} gambar, batas paling banyak. Gambar ini tidak dimasukkan; hapus atau pisahkan ke sesi lain.',
  'too-many-files':
    'Sesi ini akan memuat lebih dari {{limit}} berkas, batas paling banyak, jadi tidak ada yang dilampirkan. Pilih lebih sedikit.',
  'kept-file-missing':
    'Berkas “{{name}}” tercatat di sesi ini, tetapi isinya tidak ada lagi di folder “lampiran”. Notula tidak berubah. Kembalikan folder itu dari cadangan komputer, atau lampirkan berkasnya sekali lagi.',
  'kept-file-damaged':
    'Isi berkas “{{name}}” di folder “lampiran” tidak lagi seperti waktu dilampirkan, jadi tidak dibuka. Notula tidak berubah. Lampirkan berkasnya sekali lagi dari aslinya.',
  'no-program-for-file':
    'Tidak ada program di komputer ini yang membuka “{{name}}”. Berkasnya tetap tersimpan di sesi.',
  'file-is-program':
    '“{{name}}” dapat menjalankan program, jadi tidak dibuka dari sini. Berkasnya tetap tersimpan di sesi. Bila memang diperlukan, pakai “Simpan salinan” dan periksa dahulu isinya.',
  'files-adding':
    'Berkas lain masih disalin, jadi berkas ini belum dilampirkan. Tunggu sampai selesai atau batalkan, lalu coba lagi.',
  'files-no-space':
    'Disk penuh, jadi berkas itu belum disimpan dan tidak ada yang tersisa setengah. Notula tetap tersimpan. Kosongkan ruang disk, lalu coba lagi.',
  'import-folder-away':
    'Folder notula lama itu tidak ditemukan atau kosong: mungkin disk USB atau jaringannya belum terhubung. Tidak ada berkas yang dilewati, dan yang sudah masuk tetap tersimpan. Hubungkan disknya, lalu lanjutkan impor.',
  'storage-unavailable':
    'Penyimpanan sedang tidak menjawab. Ketikan tetap ada di layar dan dicoba simpan lagi; jangan tutup aplikasi dulu.',
  'storage-full':
    'Disk penuh, jadi belum tersimpan. Ketikan tetap ada di layar. Kosongkan ruang disk; penyimpanan dicoba lagi sendiri.',
  'storage-read-only':
    'Folder data Notula tidak dapat ditulisi. Tidak ada yang hilang. Periksa izin folder atau disk, lalu buka lagi Notula.',
  'archive-newer':
    'Arsip ini dibuat oleh Notula yang lebih baru (versi arsip {{found}}; aplikasi ini mengenal sampai {{known}}). Arsip tidak disentuh. Pasang Notula versi terbaru.',
  'archive-damaged':
    'Berkas arsip rusak dan tidak dapat dibaca. Berkas tidak diubah. Pulihkan dari cadangan.',
  'archive-missing':
    'Berkas arsip (arsip.db) tidak ada atau kosong, padahal sesi pernah disimpan di komputer ini. Notula tidak menghapus atau mengubah apa pun. Pulihkan dari cadangan, atau kembalikan berkas itu ke folder data lalu buka Notula lagi.',
  'examples-missing':
    'Berkas contoh tidak dapat dibaca, jadi tidak ada yang ditambahkan. Pasang ulang Notula bila contoh diperlukan.',
  'export-target-open':
    '“{{fileName}}” sedang dibuka program lain (mungkin Word), jadi tidak ada yang ditulis atau ditimpa. Tutup dokumen itu atau pilih nama lain.',
  'export-target-exists':
    'Sudah ada dokumen dengan nama “{{fileName}}”, jadi tidak ada yang ditulis atau ditimpa. Pilih nama lain.',
  'export-no-permission':
    'Tidak ada izin menulis di folder itu, jadi tidak ada yang ditulis atau ditimpa. Pilih folder lain.',
  'export-folder-missing':
    'Folder tujuan tidak ditemukan, jadi tidak ada yang ditulis. Pilih folder lain.',
  'export-failed':
    'Dokumen tidak dapat dibuat. Tidak ada yang ditulis atau ditimpa, dan notula tetap tersimpan. Coba lagi.',
  'export-files-too-large':
    'Berkas lampiran sesi ini lebih dari {{limit}} MB, terlalu besar untuk satu ZIP, jadi tidak ada yang ditulis. Simpan ke folder, atau tanpa lampiran.',
  'export-running':
    'Ekspor sebelumnya belum selesai. Tunggu sebentar atau batalkan, lalu coba lagi.',
  'export-cancelled': 'Ekspor dibatalkan. Tidak ada yang ditulis atau ditimpa.',
  'export-partly':
    'Ekspor gagal, dan “{{fileName}}” tidak dapat dikembalikan ke isinya yang lama. Isi lama itu masih ada di folder yang sama dengan nama “{{copyName}}”.',
  'copy-failed':
    'Tidak ada yang disalin; papan klip tetap seperti semula, dan notula tetap tersimpan. Coba lagi.',
  'session-file-too-large':
    'Sesi ini dengan gambarnya lebih besar dari {{limit}} MB, batas berkas JSON, jadi tidak ada yang ditulis. Notula tetap tersimpan; untuk memindahkannya, pakai cadangan.',
  'template-not-docx':
    'Berkas itu bukan dokumen Word (.docx), jadi tidak ditambahkan. Simpan dulu di Word sebagai “Dokumen Word (.docx)”, lalu tambahkan lagi.',
  'template-other-format':
    'Templat itu disimpan sebagai “Strict Open XML”, jadi tidak ditambahkan. Simpan ulang di Word sebagai “Dokumen Word (.docx)” biasa, lalu tambahkan lagi.',
  'template-encrypted':
    'Templat itu dikunci dengan kata sandi, jadi tidak ditambahkan. Buka kuncinya di Word, simpan, lalu tambahkan lagi.',
  'template-macros':
    'Templat itu memuat makro atau kontrol ActiveX dan ditolak; tidak ada yang dijalankan atau disimpan. Simpan di Word sebagai .docx tanpa makro, lalu tambahkan lagi.',
  'template-external':
    'Templat itu mengambil isi dari luar berkasnya ({{target}}) dan ditolak. Di Word, putuskan tautannya atau sisipkan isinya ke dalam dokumen, simpan, lalu tambahkan lagi.',
  'template-unsafe':
    'Susunan di dalam berkas itu tidak aman (nama berkasnya menunjuk ke luar) dan ditolak. Tidak ada yang ditulis. Buat ulang templatnya di Word.',
  'template-too-large':
    'Templat itu terlalu besar, atau mengembang menjadi terlalu besar, dan ditolak. Batasnya 20 MB, dan 60 MB sesudah dibuka. Perkecil gambarnya, lalu tambahkan lagi.',
  'template-broken':
    'Berkas templat itu rusak dan tidak dapat dibaca, jadi tidak ditambahkan. Buka dan simpan ulang di Word, lalu tambahkan lagi.',
  'too-many-templates':
    'Sudah ada {{limit}} templat, batasnya. Templat ini tidak ditambahkan. Hapus dulu salah satu.',
  'preview-failed':
    'Halaman dokumen ini tidak dapat disusun. Notula tetap tersimpan. Coba lagi, atau ekspor sebagai dokumen Word.',
  'print-failed':
    'Dokumen tidak dapat dicetak dari sini. Notula tetap tersimpan. Periksa printer, atau pakai “Simpan PDF …” lalu cetak dari berkas itu.',
  'final-needs-reason':
    'Pemeriksaan menemukan hal yang belum beres, jadi sesi belum difinalkan dan tidak ada yang berubah. Lengkapi, atau tulis alasan mengapa difinalkan apa adanya.',
  'session-not-final':
    'Sesi ini belum final, jadi tidak ada yang ditambahkan. Finalkan dulu sesinya.',
  'mark-used-before':
    'Gambar tanda tangan itu sudah dipakai untuk {{name}}, jadi belum dipakai lagi. Pastikan penandatangan memang menyetujuinya.',
  'key-wrong-passphrase':
    'Kata sandi tidak cocok dengan berkas kunci itu, jadi tidak ada yang ditandatangani. Periksa huruf besar dan kecil, lalu coba lagi.',
  'key-damaged':
    'Berkas itu bukan berkas kunci (.p12 atau .pfx) atau rusak, jadi tidak ada yang ditandatangani. Pilih berkas lain atau minta salinan baru kepada penerbitnya.',
  'key-missing':
    'Berkas itu tidak memuat kunci beserta sertifikatnya, jadi tidak dapat dipakai menandatangani. Ekspor ulang dari tempat asalnya dengan “kunci privat” disertakan.',
  'key-weak':
    'Kunci itu hanya {{bits}} bit dan terlalu lemah untuk dokumen resmi, jadi tidak ada yang ditandatangani. Minta sertifikat RSA 2048 bit ke atas atau kurva P-256.',
  'key-unsupported':
    'Jenis kunci di berkas itu belum didukung, jadi tidak ada yang ditandatangani. Pakai kunci RSA, atau kurva P-256 atau P-384.',
  'certificate-expired':
    'Sertifikat itu sudah tidak berlaku sejak {{date}}, jadi tidak ada yang ditandatangani. Perbarui sertifikatnya, lalu coba lagi.',
  'certificate-not-yet-valid':
    'Sertifikat itu baru berlaku mulai {{date}}, jadi tidak ada yang ditandatangani. Periksa tanggal komputer, atau tunggu sampai tanggal itu.',
  'certificate-not-for-signing':
    'Menurut penerbitnya, sertifikat itu bukan untuk menandatangani (misalnya hanya untuk enkripsi), jadi tidak ada yang ditandatangani. Minta sertifikat untuk tanda tangan.',
  'certificate-broken':
    'Sertifikat itu tidak dapat dibaca, jadi tidak ada yang ditambahkan atau ditandatangani. Pilih berkas sertifikat lain.',
  'certificate-several':
    'Berkas itu memuat {{count}} sertifikat, jadi tidak ada yang ditambahkan. Pilih berkas berisi satu sertifikat, supaya jelas siapa yang dipercaya.',
  'signing-failed':
    'Dokumen tidak dapat ditandatangani. Tidak ada yang ditulis atau ditimpa, dan notula tetap tersimpan. Coba lagi.',
  'signing-file-changed':
    'Berkas itu berubah sejak ditampilkan, jadi tidak ada yang ditandatangani. Pilih lagi berkasnya dan periksa isinya.',
  'file-unreadable':
    '“{{fileName}}” tidak dapat dibaca: mungkin sudah dipindahkan, sedang dipakai program lain, atau tidak diizinkan. Tidak ada yang diubah. Tutup program itu atau pilih lagi berkasnya.',
  'check-not-docx':
    'Berkas itu bukan dokumen Word (.docx) atau rusak, jadi tidak dapat diperiksa. Berkasnya tidak diubah. Pilih berkas lain.',
  'check-too-large':
    'Berkas itu terlalu besar, atau mengembang menjadi terlalu besar, jadi tidak diperiksa. Berkasnya tidak diubah.',
  'sheet-too-large':
    'Berkas itu terlalu besar untuk sebuah daftar: lebih dari {{rows}} baris atau {{columns}} kolom, atau lebih dari 20 MB. Tidak ada yang ditambahkan. Simpan bagian yang diperlukan sebagai berkas sendiri.',
  'sheet-encrypted':
    'Berkas itu terkunci kata sandi atau berformat Excel lama (.xls), jadi tidak dapat dibaca. Tidak ada yang ditambahkan. Simpan ulang sebagai .xlsx tanpa kata sandi, atau sebagai CSV.',
  'sheet-unreadable':
    'Berkas itu bukan CSV atau XLSX yang utuh, jadi tidak dapat dibaca. Tidak ada yang ditambahkan. Buka di program lembar kerja, simpan ulang, lalu coba lagi.',
  'sheet-empty':
    'Berkas itu tidak berisi satu baris pun, jadi tidak ada yang ditambahkan. Pilih berkas lain.',
  'code-malformed':
    'Kode itu tidak lengkap atau salah ketik. Salin seperti yang tercetak di kaki halaman, misalnya NTL-0-3F2A9C7D10B84E56.',
  'backup-failed':
    'Cadangan tidak dapat dibuat. Arsip tetap utuh. Periksa ruang disk, lalu coba lagi.',
  'backup-invalid':
    'Cadangan itu rusak atau berubah, jadi tidak dipakai. Arsip sekarang tidak berubah. Pilih cadangan lain.',
  'backup-newer':
    'Cadangan itu dibuat oleh Notula yang lebih baru. Arsip sekarang tidak berubah. Pasang Notula versi terbaru.',
  'search-unavailable':
    'Pencarian sedang tidak tersedia. Notula tetap tersimpan. Buka lagi aplikasi bila berlanjut.',
  'job-timeout': 'Pekerjaan itu terlalu lama dan dihentikan. Tidak ada yang berubah. Coba lagi.',
  internal:
    'Terjadi kesalahan yang tidak terduga dan sudah dicatat. Yang sudah “Tersimpan” tetap aman. Coba lagi.',
};

const en: ErrorTexts = {
  'invalid-input': 'That value cannot be used, so nothing was changed. Check it and try again.',
  'text-too-long':
    'That text is too long (limit {{limit}} letters), so it is not saved yet. Shorten it and try again.',
  'text-too-long_named':
    'The text of “{{field}}” is too long (limit {{limit}} letters), so it is not saved yet. Shorten it and try again.',
  'not-found': 'That item no longer exists. Reload the list; nothing else changed.',
  'session-final': 'This session is final and cannot be edited. Nothing changed.',
  'attendee-speaks':
    '{{name}} speaks {{count}} times in the minutes and so stays on the list. Change the speaker of those statements first, or mark as absent.',
  'image-invalid': 'That image cannot be used, so nothing was put in. Use another PNG or JPEG.',
  'too-many-images':
    'This session holds {{limit}} images already, the most it can. This image was not put in.',
  'too-many-files':
    'This session would hold more than {{limit}} files, the limit, so nothing was attached. Choose fewer.',
  'kept-file-missing':
    'The file “{{name}}” is noted in this session, but its content is gone from the folder “lampiran”. The minutes are unchanged. Bring that folder back from a copy of this computer, or attach the file again.',
  'kept-file-damaged':
    'The content of “{{name}}” in the folder “lampiran” is no longer what was attached, so it was not opened. The minutes are unchanged. Attach the file again from its original.',
  'no-program-for-file':
    'No program of this computer opens “{{name}}”. The file stays with the session.',
  'file-is-program':
    '“{{name}}” can run a program, so it is not opened from here. The file stays with the session. If you do need it, use “Save a copy” and check it first.',
  'files-adding':
    'Other files are still being copied, so these were not attached. Wait for them or cancel, then try again.',
  'files-no-space':
    'The disk is full, so that file was not kept and nothing is left half. The minutes are saved. Free some space, then try again.',
  'import-folder-away':
    'The folder of old minutes cannot be found or is empty: its USB or network drive may not be connected. No file was passed over, and what was taken in is kept. Connect the drive, then go on with the import.',
  'storage-unavailable':
    'Storage is not answering. Your text is still on screen and saving is retried; do not close the app yet.',
  'storage-full':
    'The disk is full, so this is not saved yet. Your text is still on screen. Free some space; saving is retried by itself.',
  'storage-read-only':
    'The Notula data folder cannot be written. Nothing is lost. Check the folder or disk, then reopen Notula.',
  'archive-newer':
    'This archive was made by a newer Notula (archive version {{found}}; this app knows up to {{known}}). It was not touched. Install the latest Notula.',
  'archive-damaged':
    'The archive file is damaged and cannot be read. It was not changed. Restore a backup.',
  'archive-missing':
    'The archive file (arsip.db) is gone or empty, although sessions were kept on this computer. Notula deleted and changed nothing. Restore a backup, or put the file back into the data folder and open Notula again.',
  'examples-missing':
    'The example file cannot be read, so nothing was added. Reinstall Notula if you need the examples.',
  'export-target-open':
    '“{{fileName}}” is open in another program (perhaps Word), so nothing was written or overwritten. Close it or choose another name.',
  'export-target-exists':
    'A document named “{{fileName}}” exists, so nothing was written or overwritten. Choose another name.',
  'export-no-permission':
    'That folder cannot be written, so nothing was written or overwritten. Choose another folder.',
  'export-folder-missing':
    'The target folder was not found, so nothing was written. Choose another folder.',
  'export-failed':
    'The document could not be made. Nothing was written or overwritten, and the minutes are still saved. Try again.',
  'export-files-too-large':
    'The attachments of this session are more than {{limit}} MB, too large for one ZIP, so nothing was written. Save to a folder, or without attachments.',
  'export-running': 'The export before has not ended. Wait a moment or cancel it, then try again.',
  'export-cancelled': 'The export was cancelled. Nothing was written or overwritten.',
  'export-partly':
    'The export failed, and “{{fileName}}” could not be brought back to what it held. Its old content is still in the same folder, named “{{copyName}}”.',
  'copy-failed':
    'Nothing was copied; the clipboard is as it was, and the minutes are still saved. Try again.',
  'session-file-too-large':
    'With its images this session is larger than {{limit}} MB, the limit of a JSON file, so nothing was written. The minutes are still saved; use a backup to move them.',
  'template-not-docx':
    'That file is not a Word document (.docx), so it was not added. Save it in Word as “Word Document (.docx)” and add it again.',
  'template-other-format':
    'That template was saved as “Strict Open XML”, so it was not added. Save it in Word as an ordinary “Word Document (.docx)” and add it again.',
  'template-encrypted':
    'That template is locked with a password, so it was not added. Unlock it in Word, save it, and add it again.',
  'template-macros':
    'That template holds macros or ActiveX controls and was refused; nothing was run or kept. Save it in Word as .docx without macros and add it again.',
  'template-external':
    'That template fetches content from outside ({{target}}) and was refused. Break the link in Word or embed the content, save it, and add it again.',
  'template-unsafe':
    'The inside of that file is unsafe (names in it point outside) and was refused. Nothing was written. Make the template anew in Word.',
  'template-too-large':
    'That template is too large, or grows too large, and was refused. The limit is 20 MB, and 60 MB once unpacked. Make its images smaller and add it again.',
  'template-broken':
    'That template is damaged and cannot be read, so it was not added. Open and save it again in Word, then add it again.',
  'too-many-templates':
    'There are {{limit}} templates already, the most there can be. This one was not added. Remove one first.',
  'preview-failed':
    'The pages of this document could not be set. The minutes are still saved. Try again, or export it as a Word document.',
  'print-failed':
    'The document could not be printed from here. The minutes are still saved. Check the printer, or use “Save PDF …” and print that file.',
  'final-needs-reason':
    'The checks found open points, so the session was not made final and nothing changed. Complete them, or write why it is made final as it is.',
  'session-not-final': 'This session is not final yet, so nothing was added. Make it final first.',
  'mark-used-before':
    'That signature image was already used for {{name}}, so it was not used again. Make sure that the signatory agrees.',
  'key-wrong-passphrase':
    'The password does not open that key file, so nothing was signed. Check capital letters and try again.',
  'key-damaged':
    'That is not a key file (.p12 or .pfx), or it is damaged, so nothing was signed. Choose another file or ask its issuer for a new copy.',
  'key-missing':
    'That file does not hold a key with its certificate, so it cannot sign. Export it again with the private key included.',
  'key-weak':
    'That key has only {{bits}} bits, too weak for official documents, so nothing was signed. Ask for a certificate with RSA of 2048 bits or more, or curve P-256.',
  'key-unsupported':
    'That type of key is not supported, so nothing was signed. Use an RSA key, or curve P-256 or P-384.',
  'certificate-expired':
    'That certificate is no longer valid since {{date}}, so nothing was signed. Renew it and try again.',
  'certificate-not-yet-valid':
    'That certificate is valid only from {{date}}, so nothing was signed. Check the computer’s date, or wait until then.',
  'certificate-not-for-signing':
    'Its issuer did not give that certificate for signing (but for encryption, say), so nothing was signed. Ask for one for signatures.',
  'certificate-broken':
    'That certificate cannot be read, so nothing was added or signed. Choose another certificate file.',
  'certificate-several':
    'That file holds {{count}} certificates, so none was added. Choose a file of one certificate, so that it is plain who is trusted.',
  'signing-failed':
    'The document could not be signed. Nothing was written or replaced, and the minutes are still saved. Try again.',
  'signing-file-changed':
    'That file changed since it was shown, so nothing was signed. Choose it again and check what it says.',
  'file-unreadable':
    '“{{fileName}}” cannot be read: it may have been moved, be in use by another program, or not be allowed. Nothing was changed. Close that program or choose the file again.',
  'check-not-docx':
    'That is not a Word document (.docx), or it is damaged, so it cannot be checked. The file was not changed. Choose another one.',
  'check-too-large':
    'That file is too large, or unpacks to too much, so it was not checked. The file was not changed.',
  'sheet-too-large':
    'That file is too large for a list: more than {{rows}} rows or {{columns}} columns, or more than 20 MB. Nothing was added. Save the part you need as a file of its own.',
  'sheet-encrypted':
    'That file is protected by a password or is an old Excel file (.xls), so it cannot be read. Nothing was added. Save it as .xlsx without a password, or as CSV.',
  'sheet-unreadable':
    'That file is no whole CSV or XLSX file, so it cannot be read. Nothing was added. Open it in a spreadsheet program, save it again and try once more.',
  'sheet-empty': 'That file has not a single row, so nothing was added. Choose another file.',
  'code-malformed':
    'That code is incomplete or mistyped. Copy it as printed at the foot of the page, such as NTL-0-3F2A9C7D10B84E56.',
  'backup-failed':
    'The backup could not be made. The archive is intact. Check the disk space and try again.',
  'backup-invalid':
    'That backup is damaged or altered and was not used. The present archive is unchanged. Choose another backup.',
  'backup-newer':
    'That backup was made by a newer Notula. The present archive is unchanged. Install the latest Notula.',
  'search-unavailable':
    'Search is not available now. The minutes are saved. Reopen the app if this continues.',
  'job-timeout': 'That took too long and was stopped. Nothing changed. Try again.',
  internal:
    'Something unexpected went wrong and was logged. What is “Saved” stays safe. Try again.',
};

export const errorTexts = { id, en };
