/** What Windows, macOS and Linux run, or let something run, when it is opened. */
const PROGRAM_ENDINGS: ReadonlySet<string> = new Set(
  `exe bat cmd com scr pif cpl msi msp msix msixbundle appx appxbundle appinstaller application
   appref-ms gadget hta js jse vbs vbe vb wsf wsh wsc sct ps1 psm1 psd1 lnk url website scf
   library-ms search-ms settingcontent-ms diagcab msc reg inf chm hlp jar jnlp xll dll ocx sys
   iso img vhd vhdx theme themepack rdp app command tool workflow action terminal fileloc
   inetloc webloc pkg mpkg dmg scpt scptd applescript desktop sh bash zsh csh ksh fish run bin
   appimage deb rpm flatpakref snap py pyw pyc pyz rb pl`.split(/\s+/),
);

/** Whether opening a file of that name may run it: by its name, as the systems decide it. */
export function isProgram(fileName: string): boolean {
  const ending = /\.([^.]+)$/.exec(fileName.replace(/[. ]+$/, ''))?.[1] ?? '';
  return PROGRAM_ENDINGS.has(ending.toLowerCase());
}
