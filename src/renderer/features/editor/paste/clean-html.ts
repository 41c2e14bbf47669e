import { declarations } from './declarations.ts';
import { emojiToText } from './emoji.ts';
import { lineEndsToBreaks, removeEmptyLines } from './lines.ts';
import { wordListsToLists } from './word-lists.ts';

/** Elements that go away with everything in them. */
const DROPPED =
  'script, style, meta, link, title, base, iframe, object, embed, svg, canvas, video, audio, ' +
  'input, select, textarea, template, noscript, colgroup';
const IMAGES = 'img, picture, v\\:imagedata, v\\:shape';
const KEPT_IMAGE = 'img[data-attachment-id]';
const KEPT_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  ol: ['start'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  // Only images that are in the archive already: see images/pasted-images.ts.
  img: ['data-attachment-id', 'data-width', 'data-height', 'data-caption', 'alt'],
};

export interface CleanedHtml {
  readonly html: string;
  readonly droppedImages: number;
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function wrapContent(element: Element, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

const INLINE = new Set(['span', 'font', 'b', 'strong', 'i', 'em', 'u', 'a', 'code', 'small']);

/** Bold, italic and underline that stand in styles become elements; all other looks go. */
function stylesToElements(element: Element): void {
  const tag = element.localName;
  if (!INLINE.has(tag)) return;
  const style = declarations(element);
  const weight = style.get('font-weight') ?? '';
  if (tag === 'b' && /^(normal|400)$/.test(weight)) {
    unwrap(element);
    return;
  }
  if (/^(bold(er)?|[6-9]\d{2})$/.test(weight)) wrapContent(element, 'strong');
  if (/^(italic|oblique)/.test(style.get('font-style') ?? '')) wrapContent(element, 'em');
  const decoration = style.get('text-decoration') ?? style.get('text-decoration-line') ?? '';
  // A link is underlined as a link.
  if (decoration.includes('underline') && !element.closest('a') && !element.querySelector('a')) {
    wrapContent(element, 'u');
  }
}

function removeComments(root: Node): void {
  for (const child of Array.from(root.childNodes)) {
    if (child.nodeType === Node.COMMENT_NODE) child.remove();
    else removeComments(child);
  }
}

const isHidden = (element: Element): boolean => {
  const style = declarations(element);
  return (
    element.hasAttribute('hidden') ||
    style.get('display') === 'none' ||
    /^(hidden|collapse)/.test(style.get('visibility') ?? '') ||
    style.get('mso-hide') === 'all'
  );
};

function headingsToParagraphs(body: Element): void {
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const paragraph = heading.ownerDocument.createElement('p');
    const strong = heading.ownerDocument.createElement('strong');
    strong.append(...heading.childNodes);
    paragraph.append(strong);
    heading.replaceWith(paragraph);
  }
}

/** An image stands between paragraphs; one that was all of its paragraph leaves none behind. */
function imagesOutOfParagraphs(body: Element): void {
  for (const paragraph of body.querySelectorAll('p')) {
    const images = paragraph.querySelectorAll('img');
    const hasText = (paragraph.textContent ?? '').replaceAll('\u00a0', ' ').trim() !== '';
    if (images.length > 0 && !hasText) paragraph.replaceWith(...images);
  }
}

/**
 * Leaves of pasted HTML what minutes can hold: text, paragraphs, bold, italic, underline, lists,
 * tables, quotes and links. Scripts, styles, fonts, colours, smart tags, hidden text and images go;
 * Word's list paragraphs become real lists.
 */
export function cleanHtml(html: string): CleanedHtml {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { body } = page;
  removeComments(body);
  emojiToText(page);
  const images = [...body.querySelectorAll(IMAGES)].filter((image) => !image.matches(KEPT_IMAGE));
  for (const element of [...images, ...body.querySelectorAll(DROPPED)]) element.remove();
  for (const element of body.querySelectorAll('[style], [hidden]')) {
    if (isHidden(element)) element.remove();
  }
  lineEndsToBreaks(body);
  for (const caption of body.querySelectorAll('caption')) {
    const paragraph = caption.ownerDocument.createElement('p');
    paragraph.append(...caption.childNodes);
    caption.closest('table')?.before(paragraph);
    caption.remove();
  }
  headingsToParagraphs(body);
  wordListsToLists(body);
  for (const element of [...body.querySelectorAll('*')].toReversed()) {
    // Smart tags and Office's own elements carry a prefix: o:p, st1:place, w:sdt.
    if (element.localName.includes(':')) unwrap(element);
    else stylesToElements(element);
  }
  for (const element of body.querySelectorAll('*')) {
    const kept = KEPT_ATTRIBUTES[element.localName] ?? [];
    for (const { name } of Array.from(element.attributes)) {
      if (!kept.includes(name)) element.removeAttribute(name);
    }
  }
  imagesOutOfParagraphs(body);
  removeEmptyLines(body);
  return { html: body.innerHTML, droppedImages: images.length };
}
