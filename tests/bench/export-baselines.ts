import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { strToU8, zipSync } from 'fflate';

import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import { plainStatements } from '../fixtures/prepared-archive.ts';
import { median } from './report.ts';

const run = promisify(execFile);
const ROUNDS = 5;

interface Size {
  readonly statements: number;
  readonly attendees: number;
}

interface Content {
  readonly attendees: readonly string[];
  readonly statements: readonly { readonly speaker: string; readonly words: string }[];
}

/** The same names and words as in the archive that the app exports from. */
function contentOf({ statements, attendees }: Size): Content {
  const names = Array.from({ length: attendees }, (_, index) => `Peserta Contoh ${index + 1}`);
  return {
    attendees: names,
    statements: plainStatements(statements).map((block, index) => ({
      speaker: names[index % attendees] ?? '',
      words: blockPlainText(block),
    })),
  };
}

function html({ attendees, statements }: Content): string {
  const row = (name: string, index: number): string =>
    `<tr><td>${index + 1}</td><td>${name}</td><td></td><td>Hadir</td></tr>`;
  return [
    '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Notula</title></head><body>',
    '<h1>NOTULA</h1><h2>Peserta Sidang/Rapat</h2>',
    '<table><thead><tr><th>No</th><th>Nama</th><th>Jabatan/Instansi</th><th>Keterangan</th></tr>',
    `</thead><tbody>${attendees.map(row).join('')}</tbody></table><h2>Kegiatan Sidang/Rapat</h2>`,
    ...statements.map(
      ({ speaker, words }) => `<p><strong>${speaker}</strong></p><blockquote>${words}</blockquote>`,
    ),
    '</body></html>',
  ].join('\n');
}

/** What pandoc takes to make DOCX from HTML of the same words, ms; null where it is not there. */
export async function pandocRun(folder: string, size: Size): Promise<number | null> {
  const [source, target] = [join(folder, 'notula.html'), join(folder, 'pandoc.docx')];
  writeFileSync(source, html(contentOf(size)));
  const taken: number[] = [];
  try {
    // The first does not count, as with the app.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const startedAtMs = performance.now();
      await run('pandoc', ['--from=html', '--to=docx', `--output=${target}`, source]);
      if (round > 0) taken.push(performance.now() - startedAtMs);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return Math.round(median(taken));
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The barest DOCX with the same words: text put together, deflated, nothing read or written. */
function bareDocx({ attendees, statements }: Content): Uint8Array {
  const paragraph = (words: string, look = ''): string =>
    `<w:p><w:r>${look}<w:t>${words}</w:t></w:r></w:p>`;
  const rows = attendees.map(
    (name, index) =>
      `<w:tr>${[String(index + 1), name, '', 'Hadir'].map((words) => `<w:tc>${paragraph(words)}</w:tc>`).join('')}</w:tr>`,
  );
  const said = statements.map(
    ({ speaker, words }) => paragraph(speaker, '<w:rPr><w:b/></w:rPr>') + paragraph(words),
  );
  const body = `<w:tbl>${rows.join('')}</w:tbl>${said.join('')}`;
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(document),
  });
}

/** What the barest DOCX takes in a warm process, ms. */
export function floorMs(size: Size): number {
  const content = contentOf(size);
  const taken = Array.from({ length: ROUNDS + 1 }, () => {
    const startedAtMs = performance.now();
    bareDocx(content);
    return performance.now() - startedAtMs;
  });
  return Math.max(1, Math.round(median(taken.slice(1))));
}
