import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { PreviewChoice } from '../../shared/contract/preview.ts';
import { DEFAULT_PREVIEW_CHOICE, PREVIEW_PERCENTS } from '../../shared/contract/preview.ts';
import type { SessionId } from '../../shared/ids.ts';
import { api } from '../api/client.ts';
import type { SaveStateStore } from '../features/editor/saving/save-state-store.ts';
import { PreviewPanel } from './parts.tsx';
import './preview-place.css';

const STEP_PERCENT = 5;
const { least, most } = PREVIEW_PERCENTS;

interface PreviewPlaceProps {
  readonly sessionId: SessionId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly saveStates: SaveStateStore;
  /** What is known of the session beside its minutes. */
  readonly facts: unknown;
  /** The minutes and what else a session has. */
  readonly children: ReactNode;
}

/** The minutes with the pages beside them, or the pages alone; how is kept for the next time. */
export function PreviewPlace(props: PreviewPlaceProps) {
  const { sessionId, isOpen, onClose, saveStates, facts, children } = props;
  const { t } = useTranslation('preview');
  const [choice, setChoice] = useState<PreviewChoice | null>(null);
  const placeRef = useRef<HTMLDivElement>(null);

  const isChosen = choice !== null;
  useEffect(() => {
    if (!isOpen || isChosen) return;
    api('preview.choice', {}).then(setChoice, () => setChoice(DEFAULT_PREVIEW_CHOICE));
  }, [isOpen, isChosen]);
  const change = (changes: Partial<PreviewChoice>): void => {
    if (choice === null) return;
    const next = { ...choice, ...changes };
    setChoice(next);
    api('preview.setChoice', next).catch(() => undefined);
  };
  const resize = (percent: number): void =>
    change({ percent: Math.round(Math.min(most, Math.max(least, percent))) });

  const onSaved = useCallback(
    (listener: () => void) =>
      saveStates.subscribe(() => {
        if (saveStates.current()?.type === 'saved') listener();
      }),
    [saveStates],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (choice === null) return;
    // The pages are at the right: a step to the left makes them wider.
    if (event.key === 'ArrowLeft') resize(choice.percent + STEP_PERCENT);
    else if (event.key === 'ArrowRight') resize(choice.percent - STEP_PERCENT);
    else if (event.key === 'Home') resize(most);
    else if (event.key === 'End') resize(least);
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const box = placeRef.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    resize(((box.right - event.clientX) / box.width) * 100);
  };

  const isShown = isOpen && choice !== null;
  const isAlone = isShown && choice.isAlone;
  return (
    <div ref={placeRef} className={`preview-place ${isAlone ? 'is-preview-alone' : ''}`}>
      <div className="preview-place-main" inert={isAlone}>
        {children}
      </div>
      {isShown && !isAlone && (
        <div
          className="preview-divider"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- safe: a separator that moves is a control with a value (ARIA 1.2), which no element of HTML is
          role="separator"
          aria-orientation="vertical"
          aria-label={t('divider')}
          aria-valuenow={choice.percent}
          aria-valuemin={least}
          aria-valuemax={most}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onPointerMove}
        />
      )}
      {isShown && (
        <div
          className="preview-place-side"
          style={isAlone ? {} : { flexBasis: `${choice.percent}%` }}
        >
          <Suspense>
            <PreviewPanel
              sessionId={sessionId}
              kind={choice.kind}
              onKind={(kind) => change({ kind })}
              zoom={choice.zoom}
              onZoom={(zoom) => change({ zoom })}
              isAlone={isAlone}
              onAlone={(next) => change({ isAlone: next })}
              onClose={onClose}
              onSaved={onSaved}
              facts={facts}
            />
          </Suspense>
        </div>
      )}
    </div>
  );
}
