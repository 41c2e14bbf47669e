import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/*
 * LibreOffice tells of signatures by its service DocumentDigitalSignatures, for which it needs no
 * window and no document: a macro in a profile of its own asks it for many files in one process.
 */

/** "ZipFormat" because the service looks for [Content_Types].xml, which other formats hide. */
const MACRO = `
Sub Check(listFile As String, outFile As String)
  Dim listed As Integer, told As Integer, path As String
  listed = FreeFile()
  Open listFile For Input As #listed
  told = FreeFile()
  Open outFile For Output As #told
  storages = CreateUnoService("com.sun.star.embed.StorageFactory")
  checker = CreateUnoService("com.sun.star.security.DocumentDigitalSignatures")
  Do While Not EOF(listed)
    Line Input #listed, path
    If path <> "" Then Print #told, Verdicts(storages, checker, path)
  Loop
  Close #listed
  Close #told
End Sub

Function Verdicts(storages, checker, path As String) As String
  Dim arguments(2), settings(0) As New com.sun.star.beans.PropertyValue
  Dim found, text As String, i As Integer, storage As Object
  On Error GoTo Failed
  settings(0).Name = "StorageFormat"
  settings(0).Value = "ZipFormat"
  arguments(0) = ConvertToURL(path)
  arguments(1) = com.sun.star.embed.ElementModes.READ
  arguments(2) = settings()
  storage = storages.createInstanceWithArguments(arguments())
  found = checker.verifyDocumentContentSignatures(storage, Nothing)
  For i = 0 To UBound(found)
    text = text & " " & found(i).SignatureIsValid
  Next
  Verdicts = Trim(text)
  Exit Function
Failed:
  Verdicts = "error " & Err & " " & Error
End Function
`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const MODULE =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n' +
  '<script:module xmlns:script="http://openoffice.org/2000/script"' +
  ` script:name="Signatures" script:language="StarBasic">${escaped(MACRO)}</script:module>`;
const LIBRARY =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n' +
  '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"' +
  ' library:readonly="false" library:passwordprotected="false">' +
  '<library:element library:name="Signatures"/></library:library>';

/** Whether LibreOffice calls each signature valid (`SignatureIsValid`), for each file in its order. */
export async function officeVerdicts(
  folder: string,
  files: readonly string[],
): Promise<readonly (readonly boolean[])[]> {
  const profile = join(folder, 'profil');
  const base = [
    '--headless',
    '--norestore',
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
  ];
  // A first start writes the profile, over what would be there already.
  await run('soffice', [...base, '--terminate_after_init']);
  const library = join(profile, 'user', 'basic', 'Standard');
  await mkdir(library, { recursive: true });
  await writeFile(join(library, 'Signatures.xba'), MODULE);
  await writeFile(join(library, 'script.xlb'), LIBRARY);
  const [list, out] = [join(folder, 'daftar.txt'), join(folder, 'jawaban.txt')];
  await writeFile(list, `${files.join('\n')}\n`);
  await run('soffice', [...base, `macro:///Standard.Signatures.Check("${list}","${out}")`]);
  const lines = (await readFile(out, 'utf8')).trimEnd().split(/\r?\n/);
  if (lines.length !== files.length || lines.some((line) => line.startsWith('error')))
    throw new Error(`LibreOffice answered: ${lines.join(' | ')}`);
  return lines.map((line) =>
    line === '' ? [] : line.split(' ').map((word) => word.toLowerCase() === 'true'),
  );
}
