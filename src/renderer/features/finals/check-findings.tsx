/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- the keys go from one button of the list to the next; each button is pressed as any other */
import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ClosingCheck, ClosingFinding } from '../../../shared/minutes/closing-checks.ts';
import { Button } from '../../ui/button.tsx';

/** More places are shown when they are asked for. */
const SHOWN_AT_FIRST = 5;

interface CheckFindingsProps {
  readonly check: ClosingCheck;
  readonly findings: readonly ClosingFinding[];
  readonly onGoTo: (finding: ClosingFinding) => void;
}

/** Where the arrow keys lead from one of so many places; null for other keys. */
function placeAfter(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, count - 1);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/**
 * The places of one check's findings: Tab comes to one of them, the arrow keys go through them, Enter
 * goes there. Plain buttons: there may be hundreds.
 */
export function CheckFindings({ check, findings, onGoTo }: CheckFindingsProps) {
  const { t } = useTranslation('finals');
  const [areAllShown, setAllShown] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const shown = areAllShown ? findings : findings.slice(0, SHOWN_AT_FIRST);

  const placeWords = ({ place, name }: ClosingFinding): string => {
    if (name !== undefined) return t('nameDiffers', name);
    switch (place.type) {
      case 'block':
        if (place.excerpt === '') return t('placeEmpty');
        // What is missing stands nowhere yet: its place is after the last block.
        return check === 'no-conclusion'
          ? t('placeAfter', { excerpt: place.excerpt })
          : place.excerpt;
      case 'attendance':
        return t('placeAttendance');
      case 'session-data':
        return place.dayNumber === undefined
          ? t('placeDays')
          : t('placeDay', { number: place.dayNumber });
      case 'minutes':
        return t('placeMinutes');
    }
  };
  const focusOn = (index: number): void => {
    const button = list.current?.querySelectorAll('button')[index];
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = placeAfter(event.key, active, shown.length);
    if (next === null) return;
    event.preventDefault();
    focusOn(next);
  };
  const showAll = (): void => {
    setAllShown(true);
    // The button that was pressed is gone: the focus goes on with the first that came.
    requestAnimationFrame(() => focusOn(SHOWN_AT_FIRST));
  };

  return (
    <>
      <ul
        ref={list}
        className="check-places"
        aria-label={t(`found_${check}`)}
        onKeyDown={onKeyDown}
      >
        {shown.map((finding, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- safe: the list is made anew by each check and never reordered
          <li key={index}>
            <button
              type="button"
              className="check-place"
              tabIndex={index === active ? 0 : -1}
              onFocus={() => setActive(index)}
              onClick={() => onGoTo(finding)}
            >
              <span className="check-place-words">{placeWords(finding)}</span>
              <ChevronRight size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {shown.length < findings.length && (
        <Button variant="quiet" className="check-more" onPress={showAll}>
          {t('showAll', { count: findings.length })}
        </Button>
      )}
    </>
  );
}
