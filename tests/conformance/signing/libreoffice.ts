import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
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

/**
 * Signs a file where it lies with the first certificate of the user. The method is invoked by its
 * name: Basic does not see it on the service.
 */
const SIGN_MACRO = `
Sub Sign(path As String, outFile As String)
  Dim arguments(2), settings(0) As New com.sun.star.beans.PropertyValue, given(2)
  Dim told As Integer, storage As Object
  told = FreeFile()
  Open outFile For Output As #told
  On Error GoTo Failed
  initializer = CreateUnoService("com.sun.star.xml.crypto.SEInitializer")
  certificates = initializer.createSecurityContext("").getSecurityEnvironment().getPersonalCertificates()
  settings(0).Name = "StorageFormat"
  settings(0).Value = "ZipFormat"
  arguments(0) = ConvertToURL(path)
  arguments(1) = com.sun.star.embed.ElementModes.READWRITE
  arguments(2) = settings()
  storage = CreateUnoService("com.sun.star.embed.StorageFactory").createInstanceWithArguments(arguments())
  signer = com.sun.star.security.DocumentDigitalSignatures.createWithVersion("1.2")
  described = CreateUnoService("com.sun.star.beans.Introspection").inspect(signer)
  given(0) = certificates(0)
  given(1) = storage
  given(2) = Nothing
  Print #told, described.getMethod("signDocumentWithCertificate", -1).invoke(signer, given())
  storage.commit()
  Close #told
  Exit Sub
Failed:
  Print #told, "error " & Err & " " & Error
  Close #told
End Sub
`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const module = (name: string, macro: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n' +
  '<script:module xmlns:script="http://openoffice.org/2000/script"' +
  ` script:name="${name}" script:language="StarBasic">${escaped(macro)}</script:module>`;
const LIBRARY =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n' +
  '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"' +
  ' library:readonly="false" library:passwordprotected="false">' +
  '<library:element library:name="Verdicts"/><library:element library:name="Signing"/></library:library>';

interface Office {
  /** Calls a macro; answers with what it told, a line each. */
  readonly call: (macro: string, input: string) => Promise<readonly string[]>;
}

/** LibreOffice with the macros in a profile of its own, and the certificates of a folder of NSS. */
async function office(folder: string, certificates = ''): Promise<Office> {
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
  await writeFile(join(library, 'Verdicts.xba'), module('Verdicts', MACRO));
  await writeFile(join(library, 'Signing.xba'), module('Signing', SIGN_MACRO));
  await writeFile(join(library, 'script.xlb'), LIBRARY);
  const out = join(folder, 'jawaban.txt');
  const env = { ...process.env, ...(certificates && { MOZILLA_CERTIFICATE_FOLDER: certificates }) };
  return {
    call: async (macro, input) => {
      await run('soffice', [...base, `macro:///Standard.${macro}("${input}","${out}")`], { env });
      const lines = (await readFile(out, 'utf8')).trimEnd().split(/\r?\n/);
      if (lines.some((line) => line.startsWith('error')))
        throw new Error(`LibreOffice answered: ${lines.join(' | ')}`);
      return lines;
    },
  };
}

/** Whether LibreOffice calls each signature valid (`SignatureIsValid`), for each file in its order. */
export async function officeVerdicts(
  folder: string,
  files: readonly string[],
): Promise<readonly (readonly boolean[])[]> {
  const list = join(folder, 'daftar.txt');
  await writeFile(list, `${files.join('\n')}\n`);
  const lines = await (await office(folder)).call('Verdicts.Check', list);
  if (lines.length !== files.length) throw new Error(`LibreOffice answered ${lines.length} times`);
  return lines.map((line) =>
    line === '' ? [] : line.split(' ').map((word) => word.toLowerCase() === 'true'),
  );
}

/** Has LibreOffice sign a file where it lies, with a key from a PKCS#12 file. */
export async function signInOffice(
  folder: string,
  file: string,
  key: { readonly pkcs12: Uint8Array; readonly passphrase: string },
): Promise<void> {
  const store = join(folder, 'nss');
  const keyFile = join(folder, 'kunci.p12');
  await mkdir(store);
  await writeFile(keyFile, key.pkcs12);
  await run('certutil', ['-N', '-d', `sql:${store}`, '--empty-password']);
  await run('pk12util', ['-i', keyFile, '-d', `sql:${store}`, '-W', key.passphrase, '-K', '']);
  const [answer] = await (await office(folder, `sql:${store}`)).call('Signing.Sign', file);
  if (answer?.toLowerCase() !== 'true') throw new Error(`LibreOffice did not sign: ${answer}`);
}

/** Opens Word files in LibreOffice and saves each as a Word file of the same name in another folder. */
export async function savedInOffice(
  folder: string,
  files: readonly string[],
): Promise<readonly string[]> {
  const saved = join(folder, 'disimpan');
  const profile = pathToFileURL(join(folder, 'profil')).href;
  const options = ['--headless', '--norestore', `-env:UserInstallation=${profile}`];
  await run('soffice', [...options, '--convert-to', 'docx', '--outdir', saved, ...files]);
  return files.map((file) => join(saved, basename(file)));
}
