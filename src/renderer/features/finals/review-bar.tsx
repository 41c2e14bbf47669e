import { ListChecks, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { ClosingCheck } from '../../../shared/minutes/closing-checks.ts';
import { Button } from '../../ui/button.tsx';

interface ReviewBarProps {
  /** What was found there. */
  readonly check: ClosingCheck;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** The way back to the checklist from the place of a finding. */
export function ReviewBar({ check, onBack, onClose }: ReviewBarProps) {
  const { t } = useTranslation('finals');
  return (
    <section className="review-bar" aria-label={t('checklist')}>
      <ListChecks size={16} aria-hidden />
      <span className="review-words">{t('reviewing', { what: t(`found_${check}`) })}</span>
      <Button onPress={onBack}>{t('backToChecklist')}</Button>
      <Button variant="quiet" isIcon aria-label={t('closeReview')} onPress={onClose}>
        <X size={16} aria-hidden />
      </Button>
    </section>
  );
}
