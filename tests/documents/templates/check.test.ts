import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { AppError } from '../../../src/shared/contract/errors.ts';
import { checkTemplate } from '../../../src/main/export/template/check-template.ts';
import { TEMPLATES } from './corpus.ts';
import { MAIN_TYPE, p, relationship, textBox, wordFile } from './word-file.ts';

const findings = (body: string) =>
  checkTemplate(wordFile({ body: body + p('{{konsep}}') })).findings;

describe('what the check of a template tells', () => {
  it('says nothing of split runs, headers, footers, tables and text boxes that are fine', () => {
    expect(checkTemplate(wordFile(TEMPLATES['header, footer and watermark'])).findings).toEqual([]);
    expect(findings(TEMPLATES['split runs'].body)).toEqual([]);
    expect(findings(TEMPLATES['text boxes'].body)).toEqual([]);
  });

  it('names every placeholder that is known, each once', () => {
    const { placeholders } = checkTemplate(wordFile(TEMPLATES['header, footer and watermark']));
    expect(placeholders).toEqual(
      expect.arrayContaining(['fakta', 'hadir.tabel', 'kantor', 'kegiatan', 'tanggal', 'konsep']),
    );
    expect(new Set(placeholders).size).toBe(placeholders.length);
  });

  it('proposes the name that was most likely meant, and says where it stands', () => {
    expect(findings(textBox(p('{{tnggal}}')))).toEqual([
      { type: 'unknown', name: 'tnggal', nearest: 'tanggal', place: 'text-box' },
    ]);
    expect(findings(p('{{notula_isi}} {{qwertyuiop}}'))).toEqual([
      { type: 'unknown', name: 'notula_isi', nearest: 'notula.isi', place: 'body' },
      { type: 'unknown', name: 'qwertyuiop', nearest: null, place: 'body' },
    ]);
  });

  it('tells of braces without a partner', () => {
    expect(findings(p('Hari {{hari dan seterusnya'))).toEqual([
      { type: 'unclosed', text: '{{hari dan seterusnya', place: 'body' },
    ]);
  });

  it('tells of a block that has words beside it', () => {
    expect(findings(p('Hadir: {{hadir.tabel}}'))).toEqual([
      { type: 'block-in-text', name: 'hadir.tabel', place: 'body' },
    ]);
  });

  it('tells of placeholders in fields, which are not filled', () => {
    const field = p('<w:r><w:instrText xml:space="preserve"> QUOTE {{judul}} </w:instrText></w:r>');
    expect(findings(field)).toEqual([{ type: 'out-of-reach', text: '{{judul}}' }]);
  });

  it('tells of a template without any, and of one that marks no draft', () => {
    expect(checkTemplate(wordFile({ body: p('Surat') })).findings).toEqual([
      { type: 'no-placeholder' },
    ]);
    expect(checkTemplate(wordFile({ body: p('{{hari}}') })).findings).toEqual([
      { type: 'no-draft-mark' },
    ]);
  });
});

function codeOf(bytes: Uint8Array): string {
  try {
    checkTemplate(bytes);
    return 'taken';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

const body = p('{{judul}}');
const good = (): Uint8Array => wordFile({ body });
const oleFile = (text: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(text, 'utf16le')]);

/** Writes another number over what the directory of a ZIP says of an entry. */
function redeclared(bytes: Uint8Array, name: string, offset: number, value: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at < changed.byteLength - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (Buffer.from(changed.subarray(at + 46, at + 46 + length)).toString() !== name) continue;
    view.setUint32(at + offset, value, true);
  }
  return changed;
}

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);
const external = (type: string, target: string) =>
  wordFile({ body, relationships: relationship('rId20', type, target, 'External') });
const field = (text: string) =>
  wordFile({ body: p(`<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`) });

describe('what is refused as a template', () => {
  const refused: readonly (readonly [what: string, make: () => Uint8Array, code: string])[] = [
    ['a text file', () => strToU8('bukan dokumen Word'), 'template-not-docx'],
    ['an empty file', () => new Uint8Array(), 'template-not-docx'],
    ['another ZIP', () => zipSync({ 'a.txt': strToU8('a') }), 'template-not-docx'],
    ['an old .doc', () => oleFile('WordDocument'), 'template-not-docx'],
    [
      'a workbook',
      () =>
        wordFile({
          body,
          mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        }),
      'template-not-docx',
    ],
    ['a file with a password', () => oleFile('EncryptedPackage'), 'template-encrypted'],
    [
      'an encrypted entry',
      () => redeclared(good(), 'word/document.xml', 8, 1),
      'template-encrypted',
    ],
    [
      'a .docm',
      () => wordFile({ body, mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'template-macros',
    ],
    [
      'macros under another name',
      () => wordFile({ body, files: { 'word/vbaProject.bin': zeros(0) } }),
      'template-macros',
    ],
    [
      'an ActiveX control',
      () => wordFile({ body, files: { 'word/activeX/activeX1.bin': zeros(0) } }),
      'template-macros',
    ],
    [
      'a remote image',
      () => external('image', 'https://contoh.invalid/a.png'),
      'template-external',
    ],
    ['a linked object', () => external('oleObject', 'file:///a.xlsx'), 'template-external'],
    [
      'a remote template',
      () =>
        wordFile({
          body,
          settingsRelationships: relationship(
            'rId1',
            'attachedTemplate',
            'https://contoh.invalid/a.dotm',
            'External',
          ),
        }),
      'template-external',
    ],
    [
      'a field that fetches',
      () => field('INCLUDEPICTURE "https://contoh.invalid/a.png"'),
      'template-external',
    ],
    ['a field that runs', () => field('DDEAUTO c:\\\\windows "calc"'), 'template-external'],
    [
      'a path that leads out',
      () => wordFile({ body, files: { '../../keluar.txt': strToU8('x') } }),
      'template-unsafe',
    ],
    [
      'an absolute path',
      () => wordFile({ body, files: { '/etc/keluar': strToU8('x') } }),
      'template-unsafe',
    ],
    [
      'a path of Windows',
      () => wordFile({ body, files: { 'c:\\keluar': strToU8('x') } }),
      'template-unsafe',
    ],
    [
      'two entries of one name',
      () => wordFile({ body, files: { 'word/Document.xml': strToU8('x') } }),
      'template-unsafe',
    ],
    [
      'a zip bomb that says its size',
      () => wordFile({ body, files: { 'word/media/a.bin': zeros(40) } }),
      'template-too-large',
    ],
    [
      'a zip bomb that says it is small',
      () =>
        redeclared(
          wordFile({ body, files: { 'word/media/a.bin': zeros(40) } }),
          'word/media/a.bin',
          24,
          1000,
        ),
      'template-too-large',
    ],
    ['a file cut short', () => good().subarray(0, 900), 'template-broken'],
    [
      'a flipped byte',
      () => redeclared(good(), 'word/document.xml', 16, 12_345),
      'template-broken',
    ],
    ['tags that do not match', () => wordFile({ body: '<w:p><w:r></w:p>' }), 'template-broken'],
    [
      'a document type definition',
      () =>
        wordFile({
          body,
          header: '',
          files: { 'word/header.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:hdr>&b;</w:hdr>') },
        }),
      'template-broken',
    ],
    [
      'Strict Open XML',
      () =>
        wordFile({
          body,
          files: {
            'word/document.xml': strToU8(
              '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>',
            ),
          },
        }),
      'template-other-format',
    ],
  ];

  it.each(refused)('%s', (_what, make, code) => {
    expect(codeOf(make())).toBe(code);
  });

  it('but a plain link and a usual type are taken', () => {
    expect(codeOf(external('hyperlink', 'https://contoh.go.id'))).toBe('taken');
    expect(codeOf(wordFile({ body, mainType: MAIN_TYPE }))).toBe('taken');
  });
});
