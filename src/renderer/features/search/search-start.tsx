import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../ui/empty-state.tsx';

/** What can be searched and how, while nothing is asked yet. */
export function SearchStart() {
  const { t } = useTranslation('search');
  return (
    <EmptyState title={t('startTitle')}>
      <p>{t('startText')}</p>
      <p className="search-start-line">{t('startQuotes')}</p>
      <p className="search-start-line">
        <kbd>↑</kbd> <kbd>↓</kbd> {t('startKeys')} · <kbd>Enter</kbd> {t('startEnter')}
      </p>
    </EmptyState>
  );
}
