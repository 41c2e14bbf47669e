import { escapedXml } from '../../opc/xml-text.ts';
import { packedEntry, storedEntry, writeZip } from '../../opc/zip.ts';
import type { OfficialDocument } from '../official-document.ts';
import type { Xml } from './elements.ts';

import type { EmbeddedImage } from './images.ts';

/** The parts of a Word file (ECMA-376 part 1, 11.3), each as what stands in its root element. */
export interface WordParts {
  /** Text and section of the document; the section names its edges by `EDGE_IDS`. */
  readonly body: Xml;
  /** null where nothing stands there. */
  readonly header: Xml | null;
  readonly footer: Xml | null;
  readonly styles: Xml;
  /** Nothing where there is no list. */
  readonly numbering: Xml;
  readonly images: readonly EmbeddedImage[];
}

/** Of the relationships by which a section names what stands at the edges of its pages. */
export const EDGE_IDS = { header: 'rIdHeader', footer: 'rIdFooter' } as const;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES = `xmlns:w="${WORD}" xmlns:r="${OFFICE}/relationships" xmlns:wp="${DRAWING}"`;
const IMAGE_TYPES = { png: 'image/png', jpg: 'image/jpeg' } as const;

const SETTINGS =
  '<w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode"' +
  ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';

/** A part beside the text, which names it. */
interface Part {
  /** Of the relationship to it. */
  readonly id: string;
  readonly type: 'styles' | 'numbering' | 'settings' | 'header' | 'footer';
  readonly fileName: string;
  readonly root: string;
  readonly content: Xml;
}

function partsBeside({ header, footer, styles, numbering }: WordParts): readonly Part[] {
  const all = [
    { id: 'rIdStyles', type: 'styles', fileName: 'styles.xml', root: 'w:styles', content: styles },
    {
      id: 'rIdSettings',
      type: 'settings',
      fileName: 'settings.xml',
      root: 'w:settings',
      content: SETTINGS,
    },
    {
      id: 'rIdNumbering',
      type: 'numbering',
      fileName: 'numbering.xml',
      root: 'w:numbering',
      content: numbering,
    },
    {
      id: EDGE_IDS.header,
      type: 'header',
      fileName: 'header1.xml',
      root: 'w:hdr',
      content: header ?? '',
    },
    {
      id: EDGE_IDS.footer,
      type: 'footer',
      fileName: 'footer1.xml',
      root: 'w:ftr',
      content: footer ?? '',
    },
  ] as const;
  return all.filter(({ content }) => content !== '');
}

const element = (name: string, text: string): Xml =>
  text === '' ? '' : `<${name}>${escapedXml(text)}</${name}>`;

/** The document's properties. */
export function corePropertiesXml({
  title,
  subject,
  author,
  createdAtMs,
}: OfficialDocument['properties']): Xml {
  const createdAt = new Date(createdAtMs).toISOString().replace(/\.\d+Z$/, 'Z');
  return (
    DECLARATION +
    '<cp:coreProperties' +
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"' +
    ' xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    element('dc:title', title) +
    element('dc:subject', subject) +
    element('dc:creator', author) +
    element('cp:lastModifiedBy', author) +
    '<dc:language>id-ID</dc:language>' +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${createdAt}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${createdAt}</dcterms:modified>` +
    '</cp:coreProperties>'
  );
}

const textPart = (root: string, content: Xml): Xml =>
  `${DECLARATION}<${root} ${NAMESPACES}>${content}</${root}>`;

/** Each by its id, its type and its target. */
function relationshipsXml(list: readonly (readonly string[])[]): Xml {
  const elements = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${elements.join('')}</Relationships>`;
}

/** Those of the images that a part shows. */
const imageRelationships = (images: readonly EmbeddedImage[], part: Xml) =>
  images
    .filter(({ id }) => part.includes(`r:embed="${id}"`) || part.includes(`r:id="${id}"`))
    .map(({ id, fileName }) => [id, `${OFFICE}/relationships/image`, `media/${fileName}`] as const);

function contentTypesXml(parts: readonly Part[], images: readonly EmbeddedImage[]): Xml {
  const extensions = [...new Set(images.map(({ extension }) => extension))];
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...extensions.map((extension) => [extension, IMAGE_TYPES[extension]]),
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  const overrides = [
    ['/word/document.xml', `${WORD_TYPE}.document.main+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...parts.map(({ type, fileName }) => [`/word/${fileName}`, `${WORD_TYPE}.${type}+xml`]),
  ].map(([path, type]) => `<Override PartName="${path}" ContentType="${type}"/>`);
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}

/** The file of a document; everything in it is dated with its properties. */
export function wordPackage(
  word: WordParts,
  properties: OfficialDocument['properties'],
): Uint8Array {
  const { body, images } = word;
  const parts = partsBeside(word);
  const texts: readonly (readonly [path: string, xml: Xml])[] = [
    ['[Content_Types].xml', contentTypesXml(parts, images)],
    [
      '_rels/.rels',
      relationshipsXml([
        ['rIdDocument', `${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
        ['rIdProperties', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', corePropertiesXml(properties)],
    ['word/document.xml', textPart('w:document', `<w:body>${body}</w:body>`)],
    [
      'word/_rels/document.xml.rels',
      relationshipsXml([
        ...parts.map(({ id, type, fileName }) => [id, `${OFFICE}/relationships/${type}`, fileName]),
        ...imageRelationships(images, body),
      ]),
    ],
    ...parts.flatMap(({ fileName, root, content }) => {
      const shown = imageRelationships(images, content);
      const text = [`word/${fileName}`, textPart(root, content)] as const;
      return shown.length === 0
        ? [text]
        : [text, [`word/_rels/${fileName}.rels`, relationshipsXml(shown)] as const];
    }),
  ];
  const { createdAtMs } = properties;
  return writeZip([
    ...texts.map(([path, xml]) => packedEntry(path, Buffer.from(xml), createdAtMs)),
    ...images.map(({ fileName, bytes }) =>
      storedEntry(`word/media/${fileName}`, bytes, createdAtMs),
    ),
  ]);
}
