import type { SignatureLine } from '../../shared/signing/verification.ts';
import { readPackage } from '../opc/package.ts';
import { escapedXml, unescapedXml, xmlCharacters } from '../opc/xml-text.ts';
import { partText, XmlError } from '../opc/xml.ts';

/** Office's own provider of signatures ([MS-OFFCRYPTO] §2.5.2.5). */
const PROVIDER_ID = '{00000000-0000-0000-0000-000000000000}';
const SETUP_ID = /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/;

/** "{8-4-4-4-12}" in capitals, as Word compares it; from a UUID in any spelling. Throws RangeError. */
export function setupIdOf(uuid: string): string {
  const setupId = `{${uuid.replace(/[{}]/g, '').toUpperCase()}}`;
  if (!SETUP_ID.test(setupId)) throw new RangeError(`no UUID: ${uuid}`);
  return setupId;
}

/** A signature line as a document holds it. */
export interface SignatureLineShape {
  /** As `setupIdOf` gives it; a signature that states it fills this line. */
  readonly setupId: string;
  readonly suggestedSigner: string;
  readonly suggestedTitle: string;
  /** What Word tells whoever opens the line to sign; empty: its own words. */
  readonly instructions: string;
  /** Of the picture that stands there until the line is signed (`openLinePng`). */
  readonly imageRelationshipId: string;
  /** Unlike any other shape's in the document: "notula-ttd-1". */
  readonly shapeId: string;
  /** What is read out for the picture. */
  readonly description: string;
  readonly widthPt: number;
  readonly heightPt: number;
}

/**
 * The `w:pict` that a run must hold so that Word shows a signature line and takes a signature on it
 * (ECMA-376-4 §19.2.2, `signatureline`). It needs the prefixes w, v, o and r around it.
 */
export function signatureLineShape(line: SignatureLineShape): string {
  if (!SETUP_ID.test(line.setupId)) throw new RangeError(`no setup id: ${line.setupId}`);
  const value = (text: string): string => escapedXml(xmlCharacters(text).replace(/\s+/g, ' '));
  const size = `width:${line.widthPt}pt;height:${line.heightPt}pt`;
  return (
    `<w:pict><v:shape id="${value(line.shapeId)}" type="#_x0000_t75"` +
    ` alt="${value(line.description)}" style="${size}">` +
    `<v:imagedata r:id="${value(line.imageRelationshipId)}" o:title=""/>` +
    '<o:lock v:ext="edit" ungrouping="t" rotation="t" cropping="t" verticies="t" text="t" grouping="t"/>' +
    `<o:signatureline v:ext="edit" id="${line.setupId}" provid="${PROVIDER_ID}"` +
    ` o:suggestedsigner="${value(line.suggestedSigner)}"` +
    ` o:suggestedsigner2="${value(line.suggestedTitle)}"` +
    (line.instructions === ''
      ? ''
      : ` signinginstructionsset="t" signinginstructions="${value(line.instructions)}"`) +
    ' allowcomments="t" issignatureline="t"/>' +
    '</v:shape></w:pict>'
  );
}

const TAG_START = /<(?:[\w.-]+:)?signatureline\b/g;
const TAG = /^<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/;
/** Instructions are the longest part of one. */
const LONGEST_TAG = 16 * 1024;
function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return unescapedXml(match?.[1] ?? match?.[2] ?? '');
}

const STORY = /wordprocessingml\.(?:document\.main|header|footer)\+xml$/i;

/**
 * The signature lines of a Word file, of its text first, each id once. The text of the parts is
 * searched, not read as a tree: a long document has millions of elements and few lines. Throws
 * PackageError.
 */
export function signatureLines(bytes: Uint8Array): readonly SignatureLine[] {
  const opc = readPackage(bytes);
  const lines = new Map<string, SignatureLine>();
  for (const partName of opc.partNames.filter((name) => STORY.test(opc.contentType(name)))) {
    const text = textOf(opc.content(partName));
    for (const { index } of text.matchAll(TAG_START)) {
      const tag = TAG.exec(text.slice(index, index + LONGEST_TAG))?.[0] ?? '';
      const setupId = attribute(tag, 'id').toUpperCase();
      if (!SETUP_ID.test(setupId) || lines.has(setupId)) continue;
      lines.set(setupId, {
        setupId,
        suggestedSigner: attribute(tag, 'suggestedsigner'),
        suggestedTitle: attribute(tag, 'suggestedsigner2'),
      });
    }
  }
  return [...lines.values()];
}

/** A part whose text cannot be decoded shows no line in Word either. */
function textOf(content: Uint8Array): string {
  try {
    return partText(content);
  } catch (error) {
    if (error instanceof XmlError) return '';
    throw error;
  }
}
