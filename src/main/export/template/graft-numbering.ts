import type { XmlElement } from './xml-tree.ts';
import { attribute, childOf, parseXml } from './xml-tree.ts';

const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:numbering>';

/** The lists of what is put in, beside those that the template has. */
export interface GraftedNumbering {
  /** The number that a list of the drawn blocks has in the template. */
  readonly listId: (drawnId: string) => string;
  /** The numbering with the lists that were asked for; null where none was. */
  readonly changedXml: () => string | null;
}

const idOf = (xml: string, element: XmlElement, name: string): string =>
  attribute(xml, element, name) ?? '';

function highest(xml: string, elements: readonly XmlElement[], name: string): number {
  return elements.reduce((most, one) => Math.max(most, Number(idOf(xml, one, name)) || 0), 0);
}

/** Lists get numbers after all of the template's, so that no list of its own changes. */
export function graftNumbering(templateXml: string | null, drawnXml: string): GraftedNumbering {
  const source = templateXml ?? EMPTY;
  const parsed = parseXml(source);
  const xml = parsed.isSelfClosed
    ? `${source.slice(0, parsed.end).replace(/\s*\/>$/, '>')}</${parsed.name}>`
    : source;
  const root = parseXml(xml);
  const named = (name: string) => root.children.filter((child) => child.name === name);
  const abstracts = named('w:abstractNum');
  const lists = named('w:num');
  const firstAbstract = highest(xml, abstracts, 'w:abstractNumId') + 1;
  const firstList = highest(xml, lists, 'w:numId') + 1;

  const drawn = parseXml(drawnXml);
  const drawnOf = (name: string, key: string) =>
    new Map(
      drawn.children
        .filter((child) => child.name === name)
        .map((child) => [idOf(drawnXml, child, key), child]),
    );
  const drawnAbstracts = drawnOf('w:abstractNum', 'w:abstractNumId');
  const drawnLists = drawnOf('w:num', 'w:numId');
  const listIds = new Map<string, string>();
  const abstractIds = new Map<string, string>();

  const abstractOf = (list: XmlElement | undefined): string => {
    const kind = childOf(list, 'w:abstractNumId');
    return kind === null ? '' : idOf(drawnXml, kind, 'w:val');
  };
  const cut = ({ start, end }: XmlElement): string => drawnXml.slice(start, end);

  return {
    listId: (drawnId) => {
      const present = listIds.get(drawnId);
      if (present !== undefined) return present;
      const abstract = abstractOf(drawnLists.get(drawnId));
      if (!abstractIds.has(abstract)) {
        abstractIds.set(abstract, String(firstAbstract + abstractIds.size));
      }
      const id = String(firstList + listIds.size);
      listIds.set(drawnId, id);
      return id;
    },
    changedXml: () => {
      if (listIds.size === 0) return null;
      const newAbstracts = [...abstractIds].map(([from, to]) => {
        const element = drawnAbstracts.get(from);
        // Its w15 attribute needs a namespace that the template may not name.
        return element === undefined
          ? ''
          : cut(element).replace(
              /^<w:abstractNum[^>]*>/,
              `<w:abstractNum w:abstractNumId="${to}">`,
            );
      });
      const newLists = [...listIds].map(([from, to]) => {
        const element = drawnLists.get(from);
        if (element === undefined) return '';
        return cut(element)
          .replace(/^<w:num [^>]*>/, `<w:num w:numId="${to}">`)
          .replace(
            /<w:abstractNumId [^>]*>/,
            `<w:abstractNumId w:val="${abstractIds.get(abstractOf(element)) ?? ''}"/>`,
          );
      });
      // The schema wants all kinds of lists before all lists.
      const cleanup = named('w:numIdMacAtCleanup')[0]?.start ?? root.contentEnd;
      const afterLists = lists.at(-1)?.end ?? cleanup;
      const afterAbstracts = abstracts.at(-1)?.end ?? lists[0]?.start ?? cleanup;
      return (
        xml.slice(0, afterAbstracts) +
        newAbstracts.join('') +
        xml.slice(afterAbstracts, afterLists) +
        newLists.join('') +
        xml.slice(afterLists)
      );
    },
  };
}
