import type { DrawnBlocks } from './draw-blocks.ts';
import { graftNumbering } from './graft-numbering.ts';
import type { GraftedStyles } from './graft-styles.ts';
import { graftStyles } from './graft-styles.ts';
import type { OfficeTemplate } from './office-template.ts';
import { decoded } from './office-template.ts';
import {
  RELATIONSHIP_TYPES,
  relationshipsPath,
  resolvedTarget,
  withContentTypes,
  withRelationships,
} from './relationships.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const NUMBERING_CONTENT_TYPE =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml';
const IMAGE_CONTENT_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
};
/** Declared where they are used: a part of the template need not know them. */
const DRAWING_TAG =
  '<w:drawing' +
  ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

interface AddedRelationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** A part that the template's text names by a relationship, such as its styles. */
function namedPart(template: OfficeTemplate, type: string): string | null {
  const found = template
    .relationships(template.mainPath)
    .find((one) => one.type.endsWith(`/${type}`) && !one.isExternal);
  const path = found === undefined ? null : resolvedTarget(template.mainPath, found.target);
  return path !== null && template.entries.has(path) ? path : null;
}

function textOf({ entries }: OfficeTemplate, path: string | null): string | null {
  const bytes = path === null ? undefined : entries.get(path);
  return bytes === undefined ? null : decoded(bytes);
}

/** The styles of a template: what is drawn takes its letters' size from them. */
export function stylesOfTemplate(template: OfficeTemplate): GraftedStyles {
  return graftStyles(textOf(template, namedPart(template, 'styles')));
}

function highestDrawing({ parts }: OfficeTemplate): number {
  let most = 0;
  for (const { xml } of parts) {
    for (const [, id] of xml.matchAll(/<wp:docPr\b[^>]*?\sid="(\d{1,9})"/g)) {
      most = Math.max(most, Number(id));
    }
  }
  return most;
}

/** Puts drawn elements into a template without a clash of lists, styles, pictures or their ids. */
export function createGraft(template: OfficeTemplate, drawn: DrawnBlocks, styles: GraftedStyles) {
  const numberingPath = namedPart(template, 'numbering');
  const numbering = graftNumbering(textOf(template, numberingPath), drawn.numberingXml);
  const names = new Set([...template.entries.keys()].map((name) => name.toLowerCase()));
  const added = new Map<string, Uint8Array>();
  const extensions: Record<string, string> = {};
  const relationships = new Map<string, AddedRelationship[]>();
  const media = new Map<string, string>();
  let lastDrawing = highestDrawing(template);

  const freePath = (folder: string, stem: string, extension: string): string => {
    const path = (number: number): string => `${folder}${stem}${number}.${extension}`;
    let number = 1;
    while (names.has(path(number).toLowerCase())) number += 1;
    names.add(path(number).toLowerCase());
    return path(number);
  };
  const relate = (partPath: string, type: string, target: string): string => {
    const present = relationships.get(partPath) ?? [];
    const same = present.find((one) => one.target === target);
    if (same !== undefined) return same.id;
    const taken = new Set(template.relationships(partPath).map(({ id }) => id));
    let number = present.length + 1;
    while (taken.has(`rIdNotula${number}`)) number += 1;
    const id = `rIdNotula${number}`;
    relationships.set(partPath, [...present, { id, type, target }]);
    return id;
  };
  const imageId = (partPath: string, drawnId: string): string => {
    const image = drawn.images.get(drawnId);
    if (image === undefined) return drawnId;
    let path = media.get(drawnId);
    if (path === undefined) {
      path = freePath(`${folderOf(template.mainPath)}media/`, 'notula', image.extension);
      media.set(drawnId, path);
      added.set(path, image.bytes);
      const type = IMAGE_CONTENT_TYPES[image.extension];
      if (type !== undefined) extensions[image.extension] = type;
    }
    // From the package's root, so that it holds from every folder.
    return relate(partPath, RELATIONSHIP_TYPES.image, `/${path}`);
  };
  const textStyle = styles.textId === null ? '' : `<w:pStyle w:val="${styles.textId}"/>`;

  return {
    /** An element as it stands in a part of the template. */
    place: (xml: string, partPath: string): string =>
      xml
        .replace(
          /<w:numId w:val="(\d+)"\/>/g,
          (_, id: string) => `<w:numId w:val="${numbering.listId(id)}"/>`,
        )
        .replace(/<w:p>(?:<w:pPr>(?!<w:pStyle)|(?=<w:r>|<\/w:p>))/g, (start) =>
          start.endsWith('<w:pPr>')
            ? `${start}${textStyle}`
            : `${start}<w:pPr>${textStyle}</w:pPr>`,
        )
        .replace(/<w:p\/>/g, `<w:p><w:pPr>${textStyle}</w:pPr></w:p>`)
        .replace(
          /<w:pStyle w:val="(Heading\d)"\/>((?:<w:keepNext\/>|<w:keepLines\/>)*)/g,
          (_, drawnId: string, kept: string) => {
            const id = styles.headingId(drawnId);
            const style = id === null ? '' : `<w:pStyle w:val="${id}"/>`;
            // Its number is written out; a heading that numbers itself would show two.
            return `${style}${kept}<w:numPr><w:numId w:val="0"/></w:numPr>`;
          },
        )
        .replace(/<w:drawing>/g, DRAWING_TAG)
        .replace(/(<wp:docPr\b[^>]*?\sid=)"\d+"/g, (_, before: string) => {
          lastDrawing += 1;
          return `${before}"${lastDrawing}"`;
        })
        .replace(/\br:embed="([^"]+)"/g, (_, id: string) => `r:embed="${imageId(partPath, id)}"`),
    /** All that changed beside the text itself, by the names of the parts. */
    changes: (): ReadonlyMap<string, Uint8Array> => {
      const changed = new Map<string, Uint8Array>(added);
      const encode = (path: string, xml: string): void => {
        changed.set(path, new TextEncoder().encode(xml));
      };
      const parts: Record<string, string> = {};
      const numberingXml = numbering.changedXml();
      if (numberingXml !== null) {
        const path =
          numberingPath ?? freePath(folderOf(template.mainPath), 'notula-numbering', 'xml');
        encode(path, numberingXml);
        if (numberingPath === null) {
          parts[path] = NUMBERING_CONTENT_TYPE;
          relate(template.mainPath, RELATIONSHIP_TYPES.numbering, `/${path}`);
        }
      }
      const stylesPath = namedPart(template, 'styles');
      const stylesXml = styles.changedXml();
      if (stylesPath !== null && stylesXml !== null) encode(stylesPath, stylesXml);
      for (const [partPath, list] of relationships) {
        const path = relationshipsPath(partPath);
        encode(path, withRelationships(textOf(template, path), list));
      }
      const types = textOf(template, CONTENT_TYPES) ?? '';
      const newTypes = withContentTypes(types, { parts, extensions });
      if (newTypes !== types) encode(CONTENT_TYPES, newTypes);
      return changed;
    },
  };
}
export type Graft = ReturnType<typeof createGraft>;
