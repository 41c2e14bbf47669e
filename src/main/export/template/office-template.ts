import { AppError } from '../../../shared/contract/errors.ts';
import type { Relationship } from './relationships.ts';
import { contentTypesOf, readRelationships, relationshipsPath } from './relationships.ts';
import type { XmlElement } from './xml-tree.ts';
import { parseXml } from './xml-tree.ts';
import { zipEntries } from './zip-entries.ts';

/** Where a part stands in a document. */
export type PartRole = 'body' | 'header' | 'footer' | 'notes';

/** A part with words that are filled. */
export interface TextPart {
  readonly path: string;
  readonly role: PartRole;
  readonly xml: string;
  readonly root: XmlElement;
}

/** A Word file that was found fit to be filled. */
export interface OfficeTemplate {
  readonly entries: ReadonlyMap<string, Uint8Array>;
  readonly mainPath: string;
  /** The text first, then headers, footers and notes by their names. */
  readonly parts: readonly TextPart[];
  readonly relationships: (path: string) => readonly Relationship[];
}

const MAIN_TYPE =
  /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)\.main\+xml$/i;
const ROLE_TYPES: readonly (readonly [type: RegExp, role: PartRole])[] = [
  [/wordprocessingml\.header\+xml$/i, 'header'],
  [/wordprocessingml\.footer\+xml$/i, 'footer'],
  [/wordprocessingml\.(?:footnotes|endnotes)\+xml$/i, 'notes'],
];
const MACRO_TYPE =
  /macroEnabled|vbaProject|vbaData|activeX|application\/vnd\.ms-word\.(?:attachedToolbars|keyMapCustomizations)/i;
const MACRO_NAME = /(?:^|\/)(?:vbaProject|vbaData|activeX)[^/]*\.(?:bin|xml)$|(?:^|\/)activeX\//i;
/** Fields by which Word fetches from elsewhere, or runs something. */
const FETCHING_FIELD =
  /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON)\b/;
/** The namespace of what Word writes unless told to write "Strict Open XML". */
const WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** First bytes of the container of old Word files and of files with a password. */
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_MAGIC = [0x50, 0x4b];
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

function refuseForeign(bytes: Uint8Array): void {
  if (startsWith(bytes, OLE_MAGIC)) {
    throw new AppError(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_STREAM)
        ? 'template-encrypted'
        : 'template-not-docx',
    );
  }
  if (!startsWith(bytes, ZIP_MAGIC)) throw new AppError('template-not-docx');
}

/** A part as text; Word writes all of them as UTF-8. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('template-broken', { reason: 'encoding' }, { cause: error });
  }
}

function refuseActive(entries: ReadonlyMap<string, Uint8Array>, types: readonly string[]): void {
  const isActive =
    types.some((type) => MACRO_TYPE.test(type)) ||
    [...entries.keys()].some((name) => MACRO_NAME.test(name));
  if (isActive) throw new AppError('template-macros');
}

/** Links that a reader clicks are fine; everything that Word would fetch by itself is not. */
function refuseExternal(entries: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, bytes] of entries) {
    if (!name.endsWith('.rels')) continue;
    for (const { isExternal, type, target } of readRelationships(decoded(bytes))) {
      if (isExternal && !type.endsWith('/hyperlink')) {
        throw new AppError('template-external', { target: target.slice(0, 200) });
      }
    }
  }
}

function refuseFetchingFields({ xml }: TextPart): void {
  for (const [, instruction = ''] of xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)) {
    const field = FETCHING_FIELD.exec(instruction)?.[0];
    if (field !== undefined) throw new AppError('template-external', { target: field });
  }
  for (const [, instruction = ''] of xml.matchAll(/<w:fldSimple[^>]*\bw:instr="([^"]*)"/g)) {
    const field = FETCHING_FIELD.exec(instruction)?.[0];
    if (field !== undefined) throw new AppError('template-external', { target: field });
  }
}

function refuseOtherFormat({ xml, root }: TextPart): void {
  if (!xml.slice(root.start, root.contentStart).replaceAll("'", '"').includes(WORD_NAMESPACE)) {
    throw new AppError('template-other-format');
  }
}

/**
 * Reads a Word file that somebody outside made. Throws what says why it cannot be a template:
 * `template-not-docx`, `template-other-format` (Strict Open XML), `template-encrypted`,
 * `template-macros`, `template-external`, `template-unsafe`, `template-too-large`,
 * `template-broken`.
 */
export function readOfficeTemplate(bytes: Uint8Array): OfficeTemplate {
  refuseForeign(bytes);
  const entries = zipEntries(bytes);
  const textOf = (path: string): string | null => {
    const content = entries.get(path);
    return content === undefined ? null : decoded(content);
  };
  const typesXml = textOf('[Content_Types].xml');
  const packageRelationships = textOf('_rels/.rels');
  if (typesXml === null || packageRelationships === null) throw new AppError('template-not-docx');
  const types = contentTypesOf(typesXml);
  refuseActive(entries, types.all);
  refuseExternal(entries);

  const main = readRelationships(packageRelationships).find(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  const mainPath = main?.target.replace(/^\//, '') ?? '';
  const mainXml = textOf(mainPath);
  if (mainXml === null) throw new AppError('template-not-docx');
  if (!MAIN_TYPE.test(types.of(mainPath))) throw new AppError('template-not-docx');

  const others = [...entries.keys()].sort().flatMap((path): [string, PartRole][] => {
    const role = ROLE_TYPES.find(([type]) => type.test(types.of(path)))?.[1];
    return role === undefined ? [] : [[path, role]];
  });
  const parts = [[mainPath, 'body'] as const, ...others].map(([path, role]): TextPart => {
    const xml = textOf(path) ?? '';
    const part = { path, role, xml, root: parseXml(xml) };
    refuseOtherFormat(part);
    refuseFetchingFields(part);
    return part;
  });
  return {
    entries,
    mainPath,
    parts,
    relationships: (path) => {
      const xml = textOf(relationshipsPath(path));
      return xml === null ? [] : readRelationships(xml);
    },
  };
}
