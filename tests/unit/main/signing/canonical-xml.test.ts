import { describe, expect, it } from 'vitest';

import { childElements, parseXmlPart } from '../../../../src/main/opc/xml.ts';
import { canonicalDocument, canonicalElement } from '../../../../src/main/signing/canonical-xml.ts';

const parsed = (xml: string) => parseXmlPart(Buffer.from(xml));
const method = (isExclusive: boolean, hasComments = false, inclusivePrefixes: string[] = []) => ({
  isExclusive,
  hasComments,
  inclusivePrefixes,
});
const inclusive = (xml: string, hasComments = false): string =>
  canonicalDocument(parsed(xml), method(false, hasComments));

/** The first child of the first element, taken out on its own. */
function firstChild(xml: string, isExclusive: boolean, inclusivePrefixes: string[] = []): string {
  const root = parsed(xml).documentElement;
  const child = root === null ? undefined : childElements(root)[0];
  if (child === undefined) throw new Error('no child');
  return canonicalElement(child, method(isExclusive, false, inclusivePrefixes));
}

describe('Canonical XML 1.0', () => {
  it('keeps instructions and comments outside of the document element on lines of their own (§3.1)', () => {
    const xml =
      '<?xml version="1.0"?>\n\n<?lembar   isi="a"\n   jenis="b"   ?>\n\n' +
      '<doc>Halo<!-- satu --></doc>\n\n<?kosong     ?>\n\n<!-- dua -->\n';
    expect(inclusive(xml)).toBe('<?lembar isi="a"\n   jenis="b"   ?>\n<doc>Halo</doc>\n<?kosong?>');
    expect(inclusive(xml, true)).toBe(
      '<?lembar isi="a"\n   jenis="b"   ?>\n<doc>Halo<!-- satu --></doc>\n<?kosong?>\n<!-- dua -->',
    );
  });

  it('sorts attributes by namespace, then name, and declarations by prefix (§3.3)', () => {
    const xml =
      '<doc><e a:attr="out" b:attr="sorted" attr2="all" attr="I\'m"' +
      ' xmlns:b="http://b.contoh" xmlns:a="http://z.contoh" xmlns="http://contoh"/></doc>';
    expect(inclusive(xml)).toBe(
      '<doc><e xmlns="http://contoh" xmlns:a="http://z.contoh" xmlns:b="http://b.contoh"' +
        ' attr="I\'m" attr2="all" b:attr="sorted" a:attr="out"></e></doc>',
    );
  });

  it('shows a declaration only where it changes something, and an empty one only within another', () => {
    expect(
      inclusive('<a xmlns=""><b xmlns="urn:x"><c xmlns="urn:x"><d xmlns=""/></c></b></a>'),
    ).toBe('<a><b xmlns="urn:x"><c><d xmlns=""></d></c></b></a>');
  });

  it('escapes what a parser would change or lose (§3.4)', () => {
    expect(
      inclusive('<a b="&#9;&#10;&#13; x\ty &quot;\'&lt;>&amp;">\r\n&#13;<![CDATA[<&]]>&gt;"</a>'),
    ).toBe('<a b="&#x9;&#xA;&#xD; x y &quot;\'&lt;>&amp;">\n&#xD;&lt;&amp;&gt;"</a>');
  });

  it('leaves line ends of other scripts alone, as XML 1.0 does', () => {
    expect(inclusive('<a>\u0085 \u2028</a>')).toBe('<a>\u0085 \u2028</a>');
  });

  it('gives an element taken out of its document the namespaces and xml: attributes around it', () => {
    const xml =
      '<x:a xmlns:x="urn:x" xmlns:lain="urn:l" xml:lang="id" z="1"><x:b xml:space="preserve"/></x:a>';
    expect(firstChild(xml, false)).toBe(
      '<x:b xmlns:lain="urn:l" xmlns:x="urn:x" xml:lang="id" xml:space="preserve"></x:b>',
    );
  });

  it('compares names by code points', () => {
    expect(inclusive('<a \u{10000}="1" \uff21="2"/>')).toBe('<a \uff21="2" \u{10000}="1"></a>');
  });
});

describe('Exclusive XML Canonicalization 1.0', () => {
  const xml =
    '<x:a xmlns:x="urn:x" xmlns:y="urn:y" xmlns:lain="urn:l" xmlns="urn:d" xml:lang="id">' +
    '<x:b y:z="1"><c/></x:b></x:a>';

  it('shows only the namespaces that names use, where they are used', () => {
    expect(firstChild(xml, true)).toBe(
      '<x:b xmlns:x="urn:x" xmlns:y="urn:y" y:z="1"><c xmlns="urn:d"></c></x:b>',
    );
  });

  it('shows those of the list of prefixes as the inclusive method does', () => {
    expect(firstChild(xml, true, ['lain', ''])).toBe(
      '<x:b xmlns="urn:d" xmlns:lain="urn:l" xmlns:x="urn:x" xmlns:y="urn:y" y:z="1"><c></c></x:b>',
    );
  });
});

it('refuses what only means to break its reader', () => {
  const deep = '<a>'.repeat(5000) + '</a>'.repeat(5000);
  expect(() => inclusive(deep)).toThrow('depth');
  const disguised = '<a b="/>"><!-- </a> --><![CDATA[</a>]]>'.repeat(600) + '</a>'.repeat(600);
  expect(() => inclusive(disguised)).toThrow('depth');
  const wide = Array.from({ length: 10_000 }, (_, index) => `a${index}="1"`).join(' ');
  expect(() => parsed(`<a ${wide}/>`)).toThrow('tag');
  const flat = '<b/><c d="x/>"></c><!-- <c> -->'.repeat(2000);
  expect(inclusive(`<a>${flat}</a>`)).toHaveLength(7 + '<b></b><c d="x/>"></c>'.length * 2000);
  expect(() => parsed('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toThrow('document type');
  expect(() => parsed('<a b="1" b="2"/>')).toThrow('not well-formed');
  expect(() => parsed('<a/><b/>')).toThrow('not well-formed');
});
