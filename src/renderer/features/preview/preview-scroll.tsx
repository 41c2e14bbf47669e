import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PdfPages } from './pdf-document.ts';
import { useKeysWithin } from '../../ui/use-keys-within.ts';
import { PreviewPage } from './preview-page.tsx';
import type { Zoom } from './zoom.ts';
import { ZOOMS, nextZoom } from './zoom.ts';

const GAP_PX = 16;
/** Of the printed size, where the page takes the width it has. */
const WIDEST = 1.5;
const NARROWEST = 0.2;
/** So many pages beside those in sight are drawn before they come into it. */
const AHEAD = 1;

interface PreviewScrollProps {
  readonly pages: PdfPages;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  /** The page at the top of what is in sight, counted from 1. */
  readonly onPage: (page: number) => void;
  readonly hasFocus: boolean;
}

/** The pages under each other; only those in sight are drawn. */
export function PreviewScroll({ pages, zoom, onZoom, onPage, hasFocus }: PreviewScrollProps) {
  const { t } = useTranslation('preview');
  const scrollRef = useRef<HTMLElement>(null);
  const [view, setView] = useState({ topPx: 0, widthPx: 0, heightPx: 0 });

  useLayoutEffect(() => {
    const element = scrollRef.current;
    if (element === null) return undefined;
    const measure = (): void =>
      setView({
        topPx: element.scrollTop,
        widthPx: element.clientWidth,
        heightPx: element.clientHeight,
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);
  useLayoutEffect(() => {
    if (hasFocus) scrollRef.current?.focus({ preventScroll: true });
  }, [hasFocus]);

  const factor =
    zoom === 'width'
      ? Math.min(WIDEST, Math.max(NARROWEST, (view.widthPx - 2 * GAP_PX) / pages.widthPx))
      : Number(zoom) / 100;
  const stepPx = Math.floor(pages.heightPx * factor) + GAP_PX;
  const pageAt = (topPx: number): number =>
    Math.min(pages.pageCount, Math.max(1, Math.floor((topPx - GAP_PX) / stepPx) + 1));
  const current = pageAt(view.topPx + view.heightPx / 2);
  useLayoutEffect(() => onPage(current), [current, onPage]);

  const first = Math.max(1, pageAt(view.topPx) - AHEAD);
  const last = Math.min(pages.pageCount, pageAt(view.topPx + view.heightPx) + AHEAD);
  const shown =
    view.widthPx === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);

  useKeysWithin(scrollRef, (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') onZoom(nextZoom(factor, 1));
    else if (event.key === '-') onZoom(nextZoom(factor, -1));
    else if (event.key === '0') onZoom(ZOOMS[0]);
    else return;
    event.preventDefault();
  });

  return (
    <section
      ref={scrollRef}
      className="preview-scroll"
      aria-label={t('pages')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is scrolled must be within reach of the keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      <div
        className="preview-strip"
        style={{
          blockSize: stepPx * pages.pageCount + GAP_PX,
          inlineSize: Math.floor(pages.widthPx * factor) + 2 * GAP_PX,
        }}
      >
        {shown.map((number) => (
          <PreviewPage
            key={number}
            pages={pages}
            number={number}
            zoom={factor}
            topPx={GAP_PX + (number - 1) * stepPx}
          />
        ))}
      </div>
    </section>
  );
}
