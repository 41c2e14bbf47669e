import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { ensurePackages } from './lib/packages.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';
import { Stop, runMain, say } from './lib/project.mjs';

const USAGE = `Cara pakai: npm run export -- BERKAS.json FOLDER [--documents DOKUMEN]
Menulis dokumen Word (DOCX) setiap sesi dalam BERKAS.json ke FOLDER, tanpa membuka jendela.
Semua dokumen ditulis, atau tidak satu pun. Berkas bernama sama di FOLDER diganti.

  --documents  all untuk semua, atau daftar berkoma; tanpa ini hanya notula:
               undangan, daftar-hadir-kosong, daftar-hadir, notula, notulen, risalah,
               berita-acara, laporan, siaran-pers, tindak-lanjut

Contoh: npm run export -- sesi.json hasil --documents all
        npm run export -- sesi.json hasil --documents notula,daftar-hadir
Bentuk berkas: lihat resources/examples/sessions.json.`;

// npm runs scripts in the project's folder; what the user typed is meant from where she stood.
const fromHere = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { documents: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    const [file, folder, ...rest] = positionals;
    if (values.help === true || !file || !folder || rest.length > 0) return null;
    return { file, folder, documents: values.documents ?? 'notula' };
  } catch {
    // An option that is not known, or one without its value.
    return null;
  }
}

await runMain(async () => {
  const given = readArguments();
  if (given === null) throw new Stop(USAGE);
  await ensurePackages();
  continueOnProjectNode();
  const { ExportFailure, exportSessionFile, readDocumentKinds } =
    await import('../src/main/export/export-session-file.ts');
  try {
    const kinds = readDocumentKinds(given.documents);
    const target = fromHere(given.folder);
    const names = await exportSessionFile(fromHere(given.file), target, {
      nowMs: Date.now(),
      kinds,
    });
    say(`${names.length} dokumen ditulis ke ${target}:`);
    for (const name of names) console.log(`  ${name}`);
  } catch (error) {
    throw error instanceof ExportFailure ? new Stop(error.message) : error;
  }
});
