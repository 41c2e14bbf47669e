import { Columns2, FileDown, Maximize2, Printer, X } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../../shared/ids.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { useKeysWithin } from '../../ui/use-keys-within.ts';
import { isFontInstalled } from './installed-font.ts';
import { PreviewScroll } from './preview-scroll.tsx';
import { usePageActions } from './use-page-actions.ts';
import { usePreviewPages } from './use-preview-pages.ts';
import type { Zoom } from './zoom.ts';
import { ZOOMS } from './zoom.ts';
import './preview.css';

const KINDS = DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_NAMES[value] }));
/** The program brings letters of its measures. */
const BUNDLED = 'Arial';

export interface PreviewPanelProps {
  readonly sessionId: SessionId;
  readonly kind: DocumentKind;
  readonly onKind: (kind: DocumentKind) => void;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly isAlone: boolean;
  readonly onAlone: (isAlone: boolean) => void;
  readonly onClose: () => void;
  readonly onSaved: (listener: () => void) => () => void;
  readonly facts: unknown;
}

/** A document of the session on its pages, as it is printed. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { sessionId, kind, onKind, zoom, onZoom, isAlone, onAlone, onClose } = props;
  const { t } = useTranslation('preview');
  const { pages, font, isWorking, error, refresh } = usePreviewPages(props);
  const { busy, savePdf, print } = usePageActions(sessionId, kind);
  const panelRef = useRef<HTMLElement>(null);
  useKeysWithin(panelRef, (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  });
  const [page, setPage] = useState(1);
  const showPage = useCallback((next: number) => setPage(next), []);
  const isMissing = useMemo(
    () => font !== null && font !== BUNDLED && !isFontInstalled(font),
    [font],
  );
  const zooms = ZOOMS.map((value) => ({
    value,
    label: value === 'width' ? t('zoomWidth') : t('zoomPercent', { percent: value }),
  }));
  const state = isWorking ? t(pages === null ? 'first' : 'updating') : t('upToDate');

  return (
    <section ref={panelRef} className="preview-panel" aria-label={t('title')}>
      <div className="preview-bar">
        <Select label={t('kind')} isLabelHidden options={KINDS} value={kind} onChange={onKind} />
        <Select label={t('zoom')} isLabelHidden options={zooms} value={zoom} onChange={onZoom} />
        <span className="preview-number" aria-live="off">
          {pages !== null &&
            t('pageOf', { number: Math.min(page, pages.pageCount), count: pages.pageCount })}
        </span>
        <span className="preview-space" />
        <Button isDisabled={busy !== null} onPress={() => void savePdf()}>
          <FileDown size={16} aria-hidden />
          <span className="preview-button-text">{t('savePdf')}</span>
        </Button>
        <Button isDisabled={busy !== null} onPress={() => void print()}>
          <Printer size={16} aria-hidden />
          <span className="preview-button-text">{t(busy === 'print' ? 'printing' : 'print')}</span>
        </Button>
        <Button
          variant="quiet"
          isIcon
          aria-label={t(isAlone ? 'beside' : 'alone')}
          onPress={() => onAlone(!isAlone)}
        >
          {isAlone ? <Columns2 size={16} aria-hidden /> : <Maximize2 size={16} aria-hidden />}
        </Button>
        <Button variant="quiet" isIcon aria-label={t('close')} onPress={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      {error !== null && (
        <div className="preview-failure" role="alert">
          <strong>{t('failed')}</strong>
          <span>
            {describeError(error)} {pages !== null && t('stale')}
          </span>
          <Button onPress={refresh}>{t('retry')}</Button>
        </div>
      )}
      {pages === null ? (
        <div className="preview-first">{error === null && <output>{t('first')}</output>}</div>
      ) : (
        <PreviewScroll
          pages={pages}
          zoom={zoom}
          onZoom={onZoom}
          onPage={showPage}
          hasFocus={isAlone}
        />
      )}
      <div className="preview-foot">
        <span className={isWorking ? 'preview-state is-working' : 'preview-state'}>
          {error === null && state}
        </span>
        <span className="preview-note">
          {isMissing ? t('fontMissing', { font }) : t('wordDiffers')}
        </span>
      </div>
    </section>
  );
}
