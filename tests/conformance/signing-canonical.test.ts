import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { parseXmlPart } from '../../src/main/opc/xml.ts';
import { canonicalDocument } from '../../src/main/signing/canonical-xml.ts';
import { seededRandom } from '../bench/report.ts';
import { missingTools } from './office.ts';

/* The canonical form of invented documents, as libxml2 (xmllint) writes it and as Notula does. */

const hasXmllint = (await missingTools(['xmllint'])).length === 0;
const SEED = 22_11_2026;
const DOCUMENTS = 60;

const PREFIXES = ['', 'a', 'b', 'é', 'z-1'];
const NAMESPACES = ['urn:satu', 'urn:dua', 'http://contoh.id/#3', ''];
const TEXTS = [
  'teks',
  ' \t\n ',
  '\r\nbaris\rbaris',
  '&#13;&#9;&#10;',
  '&amp;&lt;&gt;&quot;&apos;',
  '<![CDATA[<a> & ]]]]><![CDATA[>]]>',
  '<!-- catatan & <b> -->',
  '<?petunjuk  isi="1" ?>',
  '\u0085\u2028 \u{1f600} é e\u0301',
];
const VALUES = [
  '',
  'nilai',
  '&#9;&#10;&#13;',
  'a\tb\nc\r\nd',
  "&quot;'&lt;>&amp;",
  '\u{10000}\uff21',
];

/** A document with one seed: nested elements, declarations again and anew, attributes out of order. */
function inventedXml(random: () => number): string {
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('empty list');
    return value;
  };
  const quoted = (value: string): string => `"${value}"`;
  const element = (depth: number, scope: ReadonlyMap<string, string>): string => {
    const inner = new Map(scope);
    for (const prefix of PREFIXES) {
      if (random() > 0.3) continue;
      const namespace = pick(NAMESPACES);
      // Only the default namespace may be taken back.
      if (prefix === '' || namespace !== '') inner.set(prefix, namespace);
    }
    const declared = [...inner].filter(
      ([prefix, uri]) => scope.get(prefix) !== uri || random() < 0.2,
    );
    const bound = [...inner].filter(([prefix, uri]) => prefix !== '' && uri !== '');
    const names = new Map<string, string>([
      ['', 'x'],
      ['xml:lang', 'id'],
    ]);
    for (const [prefix, uri] of random() < 0.7 ? bound : [])
      names.set(`${prefix}:${pick(['k', 'l'])}`, uri);
    for (const name of ['k', 'A', '\uff21', '\u{10000}']) names.set(name, '');
    const used = [...names].filter(([name]) => name !== '' && random() < 0.4);
    // Two prefixes of one namespace would make one attribute twice.
    const distinct = used.filter(
      ([name, uri], index) =>
        used.findIndex(([other, otherUri]) => otherUri === uri && local(other) === local(name)) ===
        index,
    );
    const attributes = [
      ...declared.map(
        ([prefix, uri]) => `xmlns${prefix === '' ? '' : `:${prefix}`}=${quoted(uri)}`,
      ),
      ...distinct.map(([name]) => `${name}=${quoted(pick(VALUES))}`),
    ].toSorted(() => random() - 0.5);
    const prefix = random() < 0.5 ? '' : pick([['', ''] as const, ...bound])[0];
    const tag = prefix === '' ? 'unsur' : `${prefix}:unsur`;
    const children = Array.from({ length: depth > 4 ? 0 : Math.floor(random() * 4) }, () =>
      random() < 0.5 ? element(depth + 1, inner) : pick(TEXTS),
    ).join('');
    const start = [tag, ...attributes].join(pick([' ', '\n  ']));
    return children === '' && random() < 0.5 ? `<${start} />` : `<${start}>${children}</${tag}\n>`;
  };
  const around = (): string =>
    pick(['', '\n', '<!-- di luar -->', '<?luar?>\n', '\n<!--a-->\n<?b c?>']);
  return `<?xml version="1.0" encoding="UTF-8"?>${around()}${element(0, new Map())}${around()}`;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const folder = mkdtempSync(join(tmpdir(), 'notula-kanonik-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(hasXmllint || process.env['CI'] === undefined)('has xmllint', () => {
  expect(hasXmllint).toBe(true);
});

it.runIf(hasXmllint).each([
  { method: 'inclusive', option: '--c14n', isExclusive: false },
  { method: 'exclusive', option: '--exc-c14n', isExclusive: true },
])('writes invented documents as libxml2 does, $method', ({ option, isExclusive }) => {
  const random = seededRandom(SEED);
  const file = join(folder, `${option}.xml`);
  for (let count = 0; count < DOCUMENTS; count += 1) {
    const xml = inventedXml(random);
    writeFileSync(file, xml);
    const method = { isExclusive, hasComments: true, inclusivePrefixes: [] };
    const theirs = execFileSync('xmllint', [option, file]).toString();
    // The document too, so that a failure shows which one it was.
    expect([xml, canonicalDocument(parseXmlPart(Buffer.from(xml)), method)]).toEqual([xml, theirs]);
  }
});
