import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { MinutesGuess } from '../../../shared/imports/guess.ts';
import type { Mark } from './marks.ts';
import { marksByPiece } from './marks.ts';

interface OriginalTextProps {
  /** The words of the file, piece by piece; the cells of a row are parted by tabs. */
  readonly pieces: readonly string[];
  readonly guess: MinutesGuess;
  /** The pieces that say what is looked at. */
  readonly active: readonly number[];
  readonly onChoose: (key: string) => void;
}

/** The words of the original in their order, each piece with what was made of it. */
export function OriginalText({ pieces, guess, active, onChoose }: OriginalTextProps) {
  const { t } = useTranslation('imports');
  const pane = useRef<HTMLElement>(null);
  const marks = useMemo(() => marksByPiece(guess), [guess]);
  const [first] = active;
  useEffect(() => {
    if (first === undefined) return;
    const piece = pane.current?.querySelector(`[data-piece="${first}"]`);
    piece?.scrollIntoView({ block: 'nearest' });
  }, [first]);
  const isEmpty = pieces.every((text) => text === '');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long texts scroll by keys
    <section ref={pane} tabIndex={0} className="imports-review-original" aria-label={t('original')}>
      <h2 className="imports-review-side-title">{t('original')}</h2>
      {isEmpty && <p>{t('originalEmpty')}</p>}
      {pieces.map((text, index) =>
        text === '' ? null : (
          <Piece
            // oxlint-disable-next-line react/no-array-index-key -- pieces are known by their index alone
            key={index}
            text={text}
            index={index}
            marks={marks.get(index) ?? []}
            isActive={active.includes(index)}
            onChoose={onChoose}
          />
        ),
      )}
    </section>
  );
}

interface PieceProps {
  readonly text: string;
  readonly index: number;
  readonly marks: readonly Mark[];
  readonly isActive: boolean;
  readonly onChoose: (key: string) => void;
}

function Piece({ text, index, marks, isActive, onChoose }: PieceProps) {
  const { t } = useTranslation('imports');
  const cells = text.split('\t');
  // One for each kind: a row of a list has one name, not ten.
  const shown = marks.filter(
    (mark, at) => marks.findIndex(({ kind }) => kind === mark.kind) === at,
  );
  return (
    <div
      data-piece={index}
      className="imports-review-piece"
      data-active={isActive || undefined}
      data-marked={shown.length > 0 || undefined}
    >
      <div className="imports-review-marks">
        {shown.map(({ key, kind, confidence }) => (
          <button
            key={key}
            type="button"
            // The fields beside lead here by keys; hundreds of stops between them would help nobody.
            tabIndex={-1}
            className="imports-review-mark"
            onClick={() => onChoose(key)}
          >
            {t(`mark_${kind}`)}
            {confidence === 'dugaan' && '?'}
          </button>
        ))}
      </div>
      {cells.length === 1 ? (
        <p className="imports-review-words">{text}</p>
      ) : (
        <div className="imports-review-cells">
          {cells.map((cell, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- cells are known by their column alone
            <span key={at} className="imports-review-words">
              {cell}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
