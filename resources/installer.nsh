; The installer's own sentences in Indonesian: electron-builder has most of them only in other languages and would
; show English. The macro is inserted after electron-builder's texts, and a text set again replaces the first; setting
; it again is what is meant here, so the warning about it is switched off.
!pragma warning disable 6030

!macro customHeader
  LangString appRunning 1057 "${PRODUCT_NAME} sedang berjalan.$\r$\nKlik OK untuk menutupnya.$\r$\nBila tidak tertutup, tutuplah sendiri jendelanya."
  LangString installing 1057 "Sedang memasang, mohon tunggu …"
  LangString areYouSureToUninstall 1057 "Hapus ${PRODUCT_NAME} dari komputer ini? Arsip notula Anda tidak ikut dihapus."
  LangString decompressionFailed 1057 "Berkas pemasang tidak dapat dibuka. Jalankan pemasang sekali lagi."
  LangString uninstallFailed 1057 "Berkas ${PRODUCT_NAME} yang lama tidak dapat dihapus. Tutup ${PRODUCT_NAME}, lalu coba lagi."
  LangString appClosing 1057 "Menutup ${PRODUCT_NAME} yang sedang berjalan …"
  LangString x64WinRequired 1057 "Diperlukan Windows 64-bit."
  LangString win7Required 1057 "Diperlukan Windows 10 atau yang lebih baru."
!macroend
