import { Mark } from '@tiptap/core';

import { markSchema } from '../../../../shared/document/rich-text.ts';

/** The address as it may be stored, or null where it is not a web or mail address. */
export function safeHref(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text);
  const href = hasScheme ? text : text.includes('@') ? `mailto:${text}` : `https://${text}`;
  const isAddress = /^(https?:\/\/[^\s/]+|mailto:[^\s@]+@[^\s@]+)/i.test(href);
  return isAddress && markSchema.safeParse({ type: 'link', attrs: { href } }).success ? href : null;
}

export const BoldMark = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'strong' },
    // Google Docs wraps whole documents in <b style="font-weight:normal">.
    { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
    {
      style: 'font-weight',
      getAttrs: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(value) && null,
    },
  ],
  renderHTML: () => ['strong', 0],
});

export const ItalicMark = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
  renderHTML: () => ['em', 0],
});

export const UnderlineMark = Mark.create({
  name: 'underline',
  parseHTML: () => [
    { tag: 'u' },
    { style: 'text-decoration', getAttrs: (value) => value.includes('underline') && null },
  ],
  renderHTML: () => ['u', 0],
});

export const HighlightMark = Mark.create({
  name: 'highlight',
  parseHTML: () => [{ tag: 'mark' }],
  renderHTML: () => ['mark', 0],
});

/** Words exactly as they were said; in HTML of others this is what `q` stands for. */
export const VerbatimMark = Mark.create({
  name: 'verbatim',
  parseHTML: () => [{ tag: 'q' }],
  renderHTML: () => ['q', 0],
});

export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeHref(element.getAttribute('href') ?? '');
        return href === null || !/^(https?:|mailto:)/i.test(element.getAttribute('href') ?? '')
          ? false
          : { href };
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});
