export interface WordListStyle {
  /** Word's number of the list. */
  readonly list: string;
  /** 1 for the outermost. */
  readonly level: number;
}

/** Reads "mso-list: l0 level2 lfo1" from a style attribute; null where the paragraph is no item. */
export function readWordListStyle(style: string): WordListStyle | null {
  const found = /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(style);
  return found ? { list: found[1] ?? '', level: Math.min(Number(found[2]), 9) } : null;
}

export interface ListMarker {
  readonly type: 'bulletList' | 'orderedList';
  readonly start: number;
}

/** What the marker that Word printed before an item says: "3." or "(a)" is a number, "·" a bullet. */
export function readListMarker(text: string): ListMarker {
  const marker = text.replaceAll('\u00a0', ' ').trim();
  const found = /^\(?(\d+|[a-z]|[ivxlcdm]+)[.)]/i.exec(marker);
  if (!found) return { type: 'bulletList', start: 1 };
  const number = Number(found[1]);
  return { type: 'orderedList', start: Number.isSafeInteger(number) ? number : 1 };
}

const isMarker = (element: Element): boolean =>
  /mso-list:\s*ignore/i.test(element.getAttribute('style') ?? '');

interface OpenList {
  readonly level: number;
  readonly element: Element;
}

function itemOf(paragraph: Element): Element {
  const item = paragraph.ownerDocument.createElement('li');
  const text = paragraph.ownerDocument.createElement('p');
  for (const marker of paragraph.querySelectorAll('[style]')) {
    if (isMarker(marker)) marker.remove();
  }
  text.append(...paragraph.childNodes);
  item.append(text);
  return item;
}

function markerOf(paragraph: Element): ListMarker {
  const marker = [...paragraph.querySelectorAll('[style]')].find(isMarker);
  return readListMarker(marker?.textContent ?? '');
}

/** Word writes list items as paragraphs that only look like a list; they become real lists. */
export function wordListsToLists(body: Element): void {
  let open: OpenList[] = [];
  let former: Element | null = null;
  for (const paragraph of body.querySelectorAll('p, div')) {
    const style = readWordListStyle(paragraph.getAttribute('style') ?? '');
    if (!style) continue;
    const outermost = open[0]?.element ?? null;
    if (former === null || paragraph.previousElementSibling !== outermost) open = [];
    const marker = markerOf(paragraph);
    const item = itemOf(paragraph);
    while ((open.at(-1)?.level ?? 0) > style.level) open.pop();
    let innermost = open.at(-1);
    if (!innermost || innermost.level < style.level) {
      const list = body.ownerDocument.createElement(marker.type === 'orderedList' ? 'ol' : 'ul');
      if (marker.type === 'orderedList' && marker.start !== 1) {
        list.setAttribute('start', String(marker.start));
      }
      const parentItem = innermost?.element.lastElementChild;
      if (parentItem) parentItem.append(list);
      else paragraph.before(list);
      innermost = { level: style.level, element: list };
      open.push(innermost);
    }
    innermost.element.append(item);
    paragraph.remove();
    former = item;
  }
}
