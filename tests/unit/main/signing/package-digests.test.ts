import { createHash } from 'node:crypto';

import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';

import { packageDigests, partWords } from '../../../../src/main/signing/package-digests.ts';
import { signedBy } from '../../../fixtures/signed-package.ts';
import { testSigner } from '../../../fixtures/signers.ts';
import { replaced, withComments, withFiles, wordPackage } from '../../../fixtures/word-package.ts';

const words = (body: string): string => partWords(`<w:p>${body}</w:p>`);
const digests = (bytes: Uint8Array) => packageDigests(bytes);

describe('the digest of the content', () => {
  it('stays with signatures and other properties', async () => {
    const plain = wordPackage();
    const { contentSha256 } = digests(plain);
    const signed = await signedBy(plain, [testSigner('ec-p256'), testSigner('ec-p384')]);
    expect(digests(signed).contentSha256).toBe(contentSha256);
    const renamed = replaced(plain, 'docProps/core.xml', '/>', '> </cp:coreProperties>');
    expect(digests(renamed).contentSha256).toBe(contentSha256);
  });

  it('changes with any part', () => {
    const { contentSha256 } = digests(wordPackage());
    const other = (name: string, from: string, to: string) =>
      digests(replaced(wordPackage(), name, from, to)).contentSha256;
    expect(other('word/header1.xml', 'Kota', 'Desa')).not.toBe(contentSha256);
    expect(other('word/_rels/document.xml.rels', 'contoh.id', 'lain.id')).not.toBe(contentSha256);
  });
});

describe('a text in a place that is left out', () => {
  const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

  it.each(['_xmlsignatures/palsu.xml', 'docProps/app.xml'])('counts: %s', (place) => {
    const typed = replaced(
      replaced(
        wordPackage(),
        '[Content_Types].xml',
        /<Override PartName="\/docProps\/app[^>]*>/,
        '',
      ),
      '[Content_Types].xml',
      '</Types>',
      `<Override PartName="/${place}" ContentType="${MAIN}"/></Types>`,
    );
    const shown = replaced(typed, '_rels/.rels', 'word/document.xml', place);
    const bytes = withFiles(shown, (files) => {
      const text = strFromU8(files['word/document.xml'] ?? new Uint8Array());
      files[place] = strToU8(text.replace('ditutup', 'dibuka'));
    });
    expect(digests(bytes).contentSha256).not.toBe(digests(wordPackage()).contentSha256);
    expect(digests(bytes).textSha256).not.toBe(digests(wordPackage()).textSha256);
  });
});

describe('the digest of the words', () => {
  it('is that of the text and the edges, a line each', () => {
    const text = 'Notula rapat pleno & terbuka Rapat ditutup.\nKPU Kota Contoh\n';
    expect(digests(wordPackage()).textSha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('stays where another program saved the same words in other runs and parts', () => {
    const saved = withFiles(wordPackage(), (files) => {
      const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
      files['word/document.xml'] = strToU8(
        xml.replace(
          'Notula rapat',
          'Not</w:t></w:r><w:proofErr/><w:r w:rsidR="1"><w:t>ula\n rapat',
        ),
      );
      files['word/theme.xml'] = strToU8('<a/>');
    });
    expect(digests(saved).textSha256).toBe(digests(wordPackage()).textSha256);
    expect(digests(saved).contentSha256).not.toBe(digests(wordPackage()).contentSha256);
  });

  it('changes with a note or a comment', () => {
    const other = withComments(wordPackage(), 'sisipan');
    expect(digests(other).textSha256).not.toBe(digests(wordPackage()).textSha256);
  });

  it('changes with one letter', () => {
    const other = replaced(wordPackage(), 'word/document.xml', 'ditutup', 'dibuka');
    expect(digests(other).textSha256).not.toBe(digests(wordPackage()).textSha256);
  });
});

describe('the words of a part', () => {
  it('are parted by paragraphs, tabs, line ends and cells, not by runs', () => {
    expect(
      words(
        '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br w:type="page"/></w:r><w:r><w:t>c</w:t></w:r>',
      ),
    ).toBe('a b c');
    expect(
      partWords('<w:tc><w:p><w:t>a</w:t></w:p></w:tc><w:tc><w:p><w:t>b</w:t></w:p></w:tc>'),
    ).toBe('a b');
    expect(
      words('<w:t>sam</w:t><w:t>bung</w:t><w:noBreakHyphen/><w:t>an &amp;amp; &#x26;</w:t>'),
    ).toBe('sambung\u2011an &amp; &');
  });

  it('leave out what is not read, and numbers of pages', () => {
    expect(words('<w:del><w:r><w:delText>hapus</w:delText></w:r></w:del><w:t>ada</w:t>')).toBe(
      'ada',
    );
    const alternatives = (choice: string, fallback: string): string =>
      `<mc:AlternateContent><mc:Choice Requires="x"><w:t>${choice}</w:t></mc:Choice>` +
      `<mc:Fallback><w:t>${fallback}</w:t></mc:Fallback></mc:AlternateContent>`;
    expect(words(alternatives('satu', 'satu'))).toBe('satu');
    expect(words(alternatives('satu ', 'dua'))).toBe('satu dua');
    const field = (instruction: string, result: string): string =>
      `<w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve"> ${instruction} </w:instrText>` +
      `<w:fldChar w:fldCharType="separate"/><w:t>${result}</w:t><w:fldChar w:fldCharType="end"/>`;
    expect(words(`<w:t>Halaman </w:t>${field('PAGE', '7')}`)).toBe('Halaman');
    expect(words(field('HYPERLINK "https://contoh.id/"', 'contoh.id'))).toBe('contoh.id');
    expect(words(field('PAGE', 'palsu'))).toBe('palsu');
  });

  it('count however their markup is written', () => {
    const shapes = [
      '<w:t>pal<!-- -->su</w:t>',
      '<w:t><![CDATA[palsu]]></w:t>',
      '<w:t>palsu</w:t >',
      '<w:t a=">">palsu</w:t>',
      '<x:t>palsu</x:t>',
      '<t>pal<?x y?>su</t>',
    ];
    for (const shape of shapes) expect(words(`<w:t>asli </w:t>${shape}`)).toBe('asli palsu');
    expect(words('<!-- <w:t>asli</w:t> --><w:t>palsu</w:t>')).toBe('palsu');
  });
});
