import { describe, expect, test } from 'vitest';

import { groupParts, kindOfPart } from '../../../../src/shared/signing/part-kinds.ts';
import { verdictOf } from '../../../../src/shared/signing/verdict.ts';
import type { CheckedSignature } from '../../../../src/shared/signing/verification.ts';

type Judged = Pick<CheckedSignature, 'result' | 'wasInForce' | 'trust'>;

const good: Judged = { result: 'valid', wasInForce: true, trust: 'trusted' };
const verdict = (signatures: readonly Judged[], uncoveredParts: readonly string[] = []) =>
  verdictOf({ signatures, uncoveredParts });

describe('the verdict over a file', () => {
  test('is plain where nothing or everything is well', () => {
    expect(verdict([])).toBe('unsigned');
    expect(verdict([good, good])).toBe('valid');
  });

  test('never lets one good signature hide a bad one', () => {
    expect(verdict([good, { ...good, result: 'changed' }])).toBe('changed');
    expect(
      verdict([
        { ...good, result: 'changed' },
        { ...good, result: 'forged' },
      ]),
    ).toBe('forged');
    expect(verdict([good, { ...good, result: 'unreadable' }])).toBe('unreadable');
    expect(verdict([good, { ...good, result: 'changed' }], ['word/comments.xml'])).toBe('changed');
  });

  test('tells what is not covered before who signed', () => {
    expect(verdict([{ ...good, trust: 'unknown' }], ['word/comments.xml'])).toBe('partly');
    expect(verdict([{ ...good, wasInForce: false }])).toBe('not-in-force');
    expect(verdict([{ ...good, wasInForce: null }])).toBe('valid');
  });

  test('calls a file valid only where the office trusts every signer', () => {
    expect(verdict([good, { ...good, trust: 'unknown' }])).toBe('unknown-signer');
    expect(verdict([{ ...good, trust: 'self-signed' }])).toBe('unknown-signer');
  });
});

describe('the parts of a Word file', () => {
  test.each([
    ['word/document.xml', 'body'],
    ['/word/document.xml', 'body'],
    ['word/header2.xml', 'header'],
    ['word/footer1.xml', 'footer'],
    ['word/footnotes.xml', 'notes'],
    ['word/commentsExtended.xml', 'comments'],
    ['word/media/image1.png', 'image'],
    ['word/_rels/document.xml.rels', 'relationships'],
    ['[Content_Types].xml', 'content-types'],
    ['word/theme/theme1.xml', 'styles'],
    ['word/fontTable.xml', 'styles'],
    ['word/vbaProject.bin', 'macro'],
    ['word/embeddings/oleObject1.bin', 'embedded'],
    ['docProps/custom.xml', 'properties'],
    ['customXml/item1.xml', 'data'],
    ['_xmlsignatures/sig1.xml', 'signature'],
    ['word/afchunk.mht', 'other'],
  ])('%s is known as %s', (name, kind) => {
    expect(kindOfPart(name)).toBe(kind);
  });

  test('stand together by kind, the text first, and the pictures in the order of their numbers', () => {
    const names = [
      '/word/media/image10.png',
      'x/y.bin',
      'word/media/image2.png',
      'word/document.xml',
    ];
    expect(groupParts(names)).toEqual([
      { kind: 'body', names: ['word/document.xml'] },
      { kind: 'image', names: ['word/media/image2.png', 'word/media/image10.png'] },
      { kind: 'other', names: ['x/y.bin'] },
    ]);
  });
});
