import { xmlText } from '../xml-text.ts';

declare const htmlBrand: unique symbol;
/** Markup that is safe to show: made by `tag` and `words` alone, so no text becomes an element. */
export type Html = string & { readonly [htmlBrand]: true };

// The only two places where a string becomes markup are below.
const asHtml = (text: string): Html => text as Html;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  xmlText(text).replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

/** Words as they are to be read. */
export const words = (text: string): Html => asHtml(escaped(text));

/** Elements that are used at all; none of them runs or fetches anything but `img`. */
type TagName =
  | 'a'
  | 'blockquote'
  | 'br'
  | 'col'
  | 'colgroup'
  | 'div'
  | 'em'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'img'
  | 'li'
  | 'mark'
  | 'ol'
  | 'p'
  | 'path'
  | 'span'
  | 'strong'
  | 'svg'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'thead'
  | 'tr'
  | 'u'
  | 'ul';
const EMPTY_TAGS: ReadonlySet<TagName> = new Set(['br', 'col', 'img']);

export interface Attributes {
  readonly class?: string;
  /** Of this app's own measures; never of what anybody typed. */
  readonly style?: string;
  readonly href?: string;
  readonly src?: string;
  readonly alt?: string;
  readonly dir?: 'rtl';
  readonly scope?: 'col';
  readonly colspan?: string;
  readonly rowspan?: string;
  /** Of a list that does not begin with 1. */
  readonly start?: string;
  readonly 'aria-label'?: string;
  /** Of drawings. */
  readonly viewBox?: string;
  readonly d?: string;
  readonly 'shape-rendering'?: 'crispEdges';
}

export function tag(name: TagName, attributes: Attributes, ...children: readonly Html[]): Html {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const opening = `<${name}${said}>`;
  return asHtml(EMPTY_TAGS.has(name) ? opening : `${opening}${children.join('')}</${name}>`);
}

export const joined = (parts: readonly Html[]): Html => asHtml(parts.join(''));

/** Declarations of CSS from measures; what is undefined is not said. */
export function css(declarations: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(declarations)
    .filter(([, value]) => value !== undefined)
    .map(([property, value]) => `${property}:${value ?? ''}`)
    .join(';');
}

/** Twentieths of a point as CSS. */
export const fromTwips = (twips: number): string => `${Math.round(twips * 5) / 100}pt`;

/** Word's sizes of letters as CSS. */
export const fromHalfPoints = (halfPoints: number): string => `${halfPoints / 2}pt`;
