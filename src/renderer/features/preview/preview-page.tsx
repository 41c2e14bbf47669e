import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PdfPages } from './pdf-document.ts';

interface PreviewPageProps {
  readonly pages: PdfPages;
  readonly number: number;
  readonly zoom: number;
  readonly topPx: number;
}

/** One page as a picture; its words are there for those who cannot see it. */
export function PreviewPage({ pages, number, zoom, topPx }: PreviewPageProps) {
  const { t } = useTranslation('preview');
  const sheetRef = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const show = async (): Promise<void> => {
      // The page drawn before stays until this one is ready.
      const canvas = await pages.draw(number, zoom, signal);
      if (canvas === null || signal.aborted) return;
      sheetRef.current?.replaceChildren(canvas);
      const said = await pages.text(number);
      if (!signal.aborted) setText(said);
    };
    // Pages that were closed meanwhile have nothing to show any more.
    show().catch(() => undefined);
    return () => controller.abort();
  }, [pages, number, zoom]);

  const label = t('pageLabel', { number, count: pages.pageCount });
  return (
    <figure
      className="preview-page"
      aria-label={label}
      style={{
        insetBlockStart: topPx,
        inlineSize: Math.floor(pages.widthPx * zoom),
        blockSize: Math.floor(pages.heightPx * zoom),
      }}
    >
      <div ref={sheetRef} className="preview-sheet" aria-hidden />
      <div className="visually-hidden preview-words">{text}</div>
    </figure>
  );
}
