import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';

import { transformedRelationships } from '../../../../src/main/signing/relationship-transform.ts';

const METHOD = { isExclusive: false, hasComments: false, inclusivePrefixes: [] } as const;
const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const LIST = `<?xml version="1.0"?>
<Relationships xmlns="${NAMESPACE}">
  <!-- gambar -->
  <Relationship Target="b.png" Type="urn:gambar" Id="rId2"/>
  <Relationship Type="urn:gambar" Id="rId10" Target="a.png"> </Relationship>
  <Relationship Id="rId3" Type="urn:tautan" Target="https://contoh.id/?a=1&amp;b=2" TargetMode="External"/>
  <Relationship Id="rId1" Type="urn:gaya" Target="gaya.xml"/>
</Relationships>`;

const transformed = (ids: readonly string[], types: readonly string[]): string =>
  transformedRelationships(strToU8(LIST), { ids: new Set(ids), types: new Set(types) }, METHOD);

const items = (...list: readonly string[]): string =>
  `<Relationships xmlns="${NAMESPACE}">${list.join('')}</Relationships>`;
const item = (id: string, target: string, type: string, mode = 'Internal'): string =>
  `<Relationship Id="${id}" Target="${target}" TargetMode="${mode}" Type="${type}"></Relationship>`;

describe('a list of relationships as signatures hash it', () => {
  it('holds those that were chosen by id, in the order of their characters, with every mode said', () => {
    expect(transformed(['rId3', 'rId2', 'rId10', 'rIdLain'], [])).toBe(
      items(
        item('rId10', 'a.png', 'urn:gambar'),
        item('rId2', 'b.png', 'urn:gambar'),
        item('rId3', 'https://contoh.id/?a=1&amp;b=2', 'urn:tautan', 'External'),
      ),
    );
  });

  it('holds all of a type, and each once', () => {
    expect(transformed(['rId1', 'rId2'], ['urn:gambar'])).toBe(
      items(
        item('rId1', 'gaya.xml', 'urn:gaya'),
        item('rId10', 'a.png', 'urn:gambar'),
        item('rId2', 'b.png', 'urn:gambar'),
      ),
    );
  });

  it('is hashed by LibreOffice with an element for each text and comment before it', () => {
    const list = `<Relationships xmlns="${NAMESPACE}"> <!-- a --><Relationship Id="a" Target="b" Type="c"> </Relationship>\n</Relationships>`;
    const choice = { ids: new Set(['a']), types: new Set<string>() };
    expect(transformedRelationships(strToU8(list), choice, METHOD, 'xmlsec')).toBe(
      items(
        '<text></text><comment></comment><text></text>',
        '<Relationship Id="a" Target="b" TargetMode="Internal" Type="c"><text></text></Relationship>',
      ),
    );
  });

  it('holds nothing where nothing was chosen', () => {
    expect(transformed([], [])).toBe(items());
  });
});
