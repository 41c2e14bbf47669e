import { createHash } from 'node:crypto';

import type { OpcPackage } from '../opc/package.ts';
import { guarded, partKey, readPackage, ROOT_RELATIONSHIPS } from '../opc/package.ts';
import { partText } from '../opc/xml.ts';

/** By which a file is known again, in hexadecimal. */
export interface PackageDigests {
  /**
   * Of the document's parts, without what signing and saving its properties change: one line for
   * each, "SHA-256  /part/name", in the order of the names, each line with a line feed.
   */
  readonly contentSha256: string;
  /**
   * Of its words: the text, then headers and footers, one line each, as they are read. The same after
   * another program has saved it.
   */
  readonly textSha256: string;
}

const sha256 = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex');

const LEFT_OUT = new Set([ROOT_RELATIONSHIPS, '/docprops/core.xml', '/docprops/app.xml']);

function isContent(partName: string): boolean {
  const key = partKey(partName);
  return !LEFT_OUT.has(key) && !key.startsWith('/_xmlsignatures/');
}

/** What stands for itself, ends a word, or takes part in hiding: all else is passed over. */
const PIECE =
  /<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>|<w:instrText(?:\s[^<>]*)?>([^<]*)<\/w:instrText>|<w:fldChar\s[^<>]*?w:fldCharType="(\w+)"|<(w:tab|w:br|w:cr|\/w:p|\/w:tc|mc:Fallback|\/mc:Fallback|w:noBreakHyphen)(?=[\s/>])/g;
/** Fields that a program counts anew whenever it lays out pages. */
const COUNTED = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|PAGEREF)\b/i;

interface Field {
  instruction: string;
  isResult: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

const unescaped = (text: string): string =>
  text
    .replace(/&#(x?)([\da-f]+);/gi, (whole, base: string, digits: string) => {
      const code = Number.parseInt(digits, base === '' ? 10 : 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);

/** Words of a part of WordprocessingML, one space between them. */
export function partWords(xml: string): string {
  let text = '';
  let fallbackDepth = 0;
  const fields: Field[] = [];
  for (const [, run, instruction, fieldMark, mark] of xml.matchAll(PIECE)) {
    const field = fields.at(-1);
    if (mark === 'mc:Fallback') fallbackDepth += 1;
    else if (mark === '/mc:Fallback') fallbackDepth -= 1;
    else if (fallbackDepth > 0) continue;
    else if (fieldMark === 'begin') fields.push({ instruction: '', isResult: false });
    else if (fieldMark === 'end') fields.pop();
    else if (fieldMark !== undefined) {
      if (field !== undefined) field.isResult = true;
    } else if (instruction !== undefined) {
      if (field !== undefined && !field.isResult) field.instruction += unescaped(instruction);
    } else if (fields.some((one) => one.isResult && COUNTED.test(one.instruction))) continue;
    else if (run !== undefined) text += unescaped(run);
    else text += mark === 'w:noBreakHyphen' ? '\u2011' : ' ';
  }
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

const MAIN = /wordprocessingml\.(?:document|template)\.main\+xml$/i;
const EDGES = /wordprocessingml\.(?:header|footer)\+xml$/i;

/** The words of the text first; headers and footers by their words, because programs rename them. */
function words(opc: OpcPackage): readonly string[] {
  const of = (type: RegExp): readonly string[] =>
    opc.partNames
      .filter((name) => type.test(opc.contentType(name)))
      .map((name) => partWords(partText(opc.content(name))));
  const edges = new Set(of(EDGES).filter((text) => text !== ''));
  return [...of(MAIN), ...[...edges].toSorted()];
}

/** Digests of a Word file, signed or not. Throws PackageError. */
export function packageDigests(bytes: Uint8Array): PackageDigests {
  const opc = readPackage(bytes);
  const parts = opc.partNames
    .filter(isContent)
    .toSorted()
    .map((name) => `${sha256(opc.content(name))}  ${name}\n`);
  return {
    contentSha256: sha256(parts.join('')),
    textSha256: sha256(
      guarded(() => words(opc))
        .map((text) => `${text}\n`)
        .join(''),
    ),
  };
}
