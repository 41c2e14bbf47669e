import type { XmlElement } from './xml-tree.ts';
import { attribute, childOf, parseXml } from './xml-tree.ts';

/** Of the paragraphs that are put in; an office may define it in its template to its own liking. */
export const TEXT_STYLE_NAME = 'Notula Teks';
/** Word's own size where a template says nothing (ECMA-376 part 1, 17.3.2.38). */
const USUAL_HALF_POINTS = 20;
const HEADING_LEVELS = ['1', '2', '3', '4'] as const;

/** The styles of a template, and what has to be added to them. */
export interface GraftedStyles {
  readonly halfPoints: number;
  /** The id of the style for running text; null where the template has no styles at all. */
  readonly textId: string | null;
  /** "Heading1" → what the template calls its first heading. */
  readonly headingId: (drawnId: string) => string | null;
  /** The styles with what was asked for and was not there; null where nothing is new. */
  readonly changedXml: () => string | null;
}

interface Style {
  readonly element: XmlElement;
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
}

function paragraphStyles(xml: string, root: XmlElement): readonly Style[] {
  return root.children
    .filter((child) => child.name === 'w:style' && attribute(xml, child, 'w:type') === 'paragraph')
    .map((element) => {
      const name = childOf(element, 'w:name');
      const isDefault = attribute(xml, element, 'w:default');
      return {
        element,
        id: attribute(xml, element, 'w:styleId') ?? '',
        name: (name === null ? '' : (attribute(xml, name, 'w:val') ?? '')).toLowerCase(),
        isDefault: isDefault === '1' || isDefault === 'true',
      };
    });
}

function sizeIn(xml: string, properties: XmlElement | null): number | null {
  const size = childOf(properties, 'w:sz');
  const value = size === null ? Number.NaN : Number(attribute(xml, size, 'w:val'));
  return value > 0 ? value : null;
}

const NO_STYLES: GraftedStyles = {
  halfPoints: USUAL_HALF_POINTS,
  textId: null,
  headingId: () => null,
  changedXml: () => null,
};

/**
 * Finds the template's own headings by their names, which are the same in every language of Word,
 * while their ids are not ("Judul1"). What it has not gets a style of its own id.
 */
export function graftStyles(xml: string | null): GraftedStyles {
  if (xml === null) return NO_STYLES;
  const root = parseXml(xml);
  if (root.isSelfClosed) return NO_STYLES;
  const styles = paragraphStyles(xml, root);
  const normal = styles.find(({ isDefault }) => isDefault);
  const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const halfPoints =
    sizeIn(xml, childOf(normal?.element, 'w:rPr')) ?? sizeIn(xml, defaults) ?? USUAL_HALF_POINTS;

  const taken = new Set(
    root.children.flatMap((child) => attribute(xml, child, 'w:styleId')?.toLowerCase() ?? []),
  );
  const freeId = (wanted: string): string => {
    let id = wanted;
    for (let number = 2; taken.has(id.toLowerCase()); number += 1) id = `${wanted}${number}`;
    taken.add(id.toLowerCase());
    return id;
  };
  const added = new Map<string, string>();
  const ids = new Map<string, string>();
  const basedOn = normal === undefined ? '' : `<w:basedOn w:val="${normal.id}"/>`;
  const idOf = (name: string, wantedId: string, properties: string): string => {
    const known = styles.find((style) => style.name === name.toLowerCase())?.id ?? ids.get(name);
    if (known !== undefined) return known;
    const id = freeId(wantedId);
    ids.set(name, id);
    added.set(
      name,
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
        `${basedOn}<w:qFormat/>${properties}</w:style>`,
    );
    return id;
  };
  const headingId = (drawnId: string): string | null => {
    const level = HEADING_LEVELS.find((one) => drawnId === `Heading${one}`);
    if (level === undefined) return null;
    const size = level === '1' ? halfPoints + 2 : halfPoints;
    const properties =
      '<w:pPr><w:keepNext/><w:spacing w:before="220" w:after="80"/>' +
      `<w:ind w:left="0" w:firstLine="0"/><w:outlineLvl w:val="${Number(level) - 1}"/></w:pPr>` +
      `<w:rPr><w:b/>${level === '3' ? '<w:i/>' : ''}<w:sz w:val="${size}"/></w:rPr>`;
    // A style that Word knows by this name is none of the author's own.
    return idOf(`heading ${level}`, `Heading${level}`, properties);
  };
  const textId = idOf(
    TEXT_STYLE_NAME,
    'NotulaTeks',
    '<w:pPr><w:spacing w:before="0" w:after="80"/><w:ind w:left="0" w:firstLine="0"/></w:pPr>',
  );
  return {
    halfPoints,
    textId,
    headingId,
    changedXml: () => {
      if (added.size === 0) return null;
      const text = [...added]
        .map(([name, style]) =>
          name.startsWith('heading ') ? style.replace(' w:customStyle="1"', '') : style,
        )
        .join('');
      return xml.slice(0, root.contentEnd) + text + xml.slice(root.contentEnd);
    },
  };
}
