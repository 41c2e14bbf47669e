import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { DraftState } from './use-draft.ts';

/** Says quietly at a field that it is being saved, and for a moment that it was. */
export function FieldState({ state }: { readonly state: DraftState }) {
  const { t } = useTranslation('session-data');
  switch (state) {
    case 'idle':
      return null;
    case 'saving':
      return <span className="session-field-state session-field-saving">{t('saving')}</span>;
    case 'saved':
      return (
        <span className="session-field-state session-field-saved">
          <Check size={12} aria-hidden />
          {t('saved')}
        </span>
      );
  }
}
