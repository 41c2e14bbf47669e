import { describe, expect, it } from 'vitest';

import { buildDocument } from '../../../../../src/main/export/build-document.ts';
import { officialHtml } from '../../../../../src/main/export/html/official-html.ts';
import { DOCUMENT_KINDS } from '../../../../../src/shared/official/document-kinds.ts';
import { documentFixtures } from '../../../../fixtures/records/fixtures.ts';
import { plainPages, rich, text } from './documents.ts';

/** Elements that a document uses; nothing else ever stands in its page. */
const ELEMENTS = new Set(
  'html head meta title link style body p h1 h2 h3 h4 div span a br img strong em u mark ol ul li blockquote table colgroup col thead tbody tr th td'.split(
    ' ',
  ),
);
const ATTRIBUTES =
  /^(class|style|href|src|alt|dir|scope|colspan|rowspan|aria-label|lang|charset|name|content|rel)$/;

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What a browser would take for elements: quoted values never end a tag. */
function tagsOf(html: string): readonly Tag[] {
  const withoutStyle = html.replace(/<style>[\s\S]*?<\/style>/, '<style>');
  return [...withoutStyle.matchAll(/<([a-z]\w*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/gi)].map(
    ([, name = '', rest = '']) => ({
      name: name.toLowerCase(),
      attributes: new Map(
        [...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
          key,
          value,
        ]),
      ),
    }),
  );
}

function strange(html: string): readonly string[] {
  return tagsOf(html).flatMap(({ name, attributes }) => [
    ...(ELEMENTS.has(name) ? [] : [`<${name}>`]),
    ...[...attributes].flatMap(([key, value]) => {
      if (!ATTRIBUTES.test(key)) return [`${name} ${key}`];
      if (key === 'src' && !/^gambar\/[\w%-]+$/.test(value)) return [`src ${value}`];
      if (key === 'href' && name === 'link' && value !== 'fonts.css') return [`link ${value}`];
      if (key === 'href' && name === 'a' && !/^(https?:|mailto:)/i.test(value)) {
        return [`href ${value}`];
      }
      if (key === 'style' && /url|expression|@|\\/i.test(value)) return [`style ${value}`];
      return [];
    }),
  ]);
}

const HOSTILE =
  '</style></title><script>alert(1)</script><img src=x onerror="alert(1)"><a href="javascript:x">&lt;b&gt;" onload="x';

describe('a page for print', () => {
  it.each(documentFixtures().filter(({ name }) => name !== 'raksasa'))(
    'holds nothing but words and known elements: $name',
    ({ input }) => {
      for (const kind of DOCUMENT_KINDS) {
        const { html, headerHtml, footerHtml } = officialHtml(buildDocument(kind, input));
        expect({ kind, strange: strange(html + headerHtml + footerHtml) }).toEqual({
          kind,
          strange: [],
        });
      }
    },
  );

  it('shows hostile text as text, wherever it stands', () => {
    const document = plainPages(HOSTILE);
    const { html, headerHtml, footerHtml } = officialHtml(document);
    const page = html + headerHtml + footerHtml;
    expect(strange(page)).toEqual([]);
    expect(page).not.toMatch(/<script|<[^>]*\son\w+=[^>]*>(?=alert)|<img src=x/i);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('follows web and mail addresses alone', () => {
    const link = (href: string) =>
      officialHtml(
        rich([
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'tautan', marks: [{ type: 'link', attrs: { href } }] }],
          },
        ]),
      ).html;
    expect(link('https://contoh.example/?a=1&b="2"')).toContain(
      '<a href="https://contoh.example/?a=1&amp;b=&quot;2&quot;">tautan</a>',
    );
    expect(link('javascript:alert(1)')).not.toContain('<a');
    expect(link('file:///etc/passwd')).not.toContain('<a');
  });

  it('has the paper and the margins of the office', () => {
    const { html, widthMm, heightMm, marginsMm } = officialHtml(text('Isi'));
    expect([widthMm, heightMm].map(Math.round)).toEqual([210, 297]);
    expect(Object.values(marginsMm).map(Math.round)).toEqual([20, 20, 25, 30]);
    expect(html).toMatch(
      /@page\{size:595\.\d+pt 841\.\d+pt;margin:56\.7pt 56\.7pt 70\.85pt 85\.05pt\}/,
    );
  });

  it('says on every page that a session is not final, and its number', () => {
    const draft = officialHtml({ ...text('Isi'), isDraft: true });
    expect(draft.headerHtml).toContain('KONSEP');
    expect(officialHtml({ ...text('Isi'), isDraft: false }).headerHtml).not.toContain('KONSEP');
    expect(draft.footerHtml).toContain('class="pageNumber"');
  });

  it('numbers lists in lists as Word does', () => {
    const item = (words: string, ...more: readonly object[]) => ({
      type: 'listItem' as const,
      content: [
        { type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] },
        ...more,
      ] as never,
    });
    const inner = { type: 'orderedList' as const, content: [item('dalam'), item('lagi')] };
    const { html } = officialHtml(
      rich([{ type: 'orderedList', attrs: { start: 3 }, content: [item('luar', inner)] }]),
    );
    const markers = [...html.matchAll(/class="marker"[^>]*>([^<]*)</g)].map(([, marker]) => marker);
    expect(markers).toEqual(['3.', 'a.', 'b.']);
  });
});
