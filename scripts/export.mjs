import { resolve } from 'node:path';

import { ensurePackages } from './lib/packages.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';
import { Stop, runMain, say } from './lib/project.mjs';

const USAGE = `Cara pakai: npm run export -- BERKAS.json FOLDER
Menulis Notula (DOCX) setiap sesi dalam BERKAS.json ke FOLDER, tanpa membuka jendela.
Bentuk berkas: lihat resources/examples/sessions.json.`;

// npm runs scripts in the project's folder; what the user typed is meant from where she stood.
const fromHere = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

await runMain(async () => {
  const [file, folder, ...rest] = process.argv.slice(2);
  if (!file || !folder || rest.length > 0) throw new Stop(USAGE);
  await ensurePackages();
  continueOnProjectNode();
  const { ExportFailure, exportSessionFile } =
    await import('../src/main/export/export-session-file.ts');
  try {
    const target = fromHere(folder);
    const names = await exportSessionFile(fromHere(file), target, { nowMs: Date.now() });
    say(`${names.length} dokumen ditulis ke ${target}:`);
    for (const name of names) console.log(`  ${name}`);
  } catch (error) {
    throw error instanceof ExportFailure ? new Stop(error.message) : error;
  }
});
