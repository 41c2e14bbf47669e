import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { focusOn } from './focus-on.ts';
import { HoldButton } from './hold-button.tsx';

interface ThanksScreenProps {
  /** Leads to who signs next; null where nobody does. */
  readonly onNext: (() => void) | null;
  readonly onList: () => void;
}

/** Names nobody: it stays until the device is with the secretary again. */
export function ThanksScreen({ onNext, onList }: ThanksScreenProps) {
  const { t } = useTranslation('marks');
  const [isHinted, setHinted] = useState(false);
  const hint = (): void => setHinted(true);
  return (
    <main className="hand-around hand-around-calm">
      <CircleCheck size={56} aria-hidden className="hand-around-check" />
      <h1 ref={focusOn} tabIndex={-1}>
        {t('thanks')}
      </h1>
      <p className="hand-around-back">{t('giveBack')}</p>
      <div className="hand-around-holds">
        {onNext && (
          <HoldButton onHeld={onNext} onTooShort={hint}>
            {t('holdNext')}
          </HoldButton>
        )}
        <HoldButton onHeld={onList} onTooShort={hint}>
          {t('holdList')}
        </HoldButton>
      </div>
      <p className="hand-around-hint" aria-live="polite">
        {isHinted ? t('holdLonger') : ''}
      </p>
    </main>
  );
}
