import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.tsx';
import type { RowAction } from './row-menu.tsx';

interface SelectionBarProps {
  readonly shown: number;
  /** How many there are where filters hide some; null where all are shown. */
  readonly total: number | null;
  readonly selected: number;
  readonly actions: readonly RowAction[];
  readonly onAction: (action: RowAction) => void;
}

/** Under the list: how many sessions there are, and what can be done with those selected. */
export function SelectionBar({ shown, total, selected, actions, onAction }: SelectionBarProps) {
  const { t, i18n } = useTranslation('library');
  const number = (value: number) => value.toLocaleString(i18n.language === 'en' ? 'en' : 'id');
  return (
    <footer className="library-footer">
      <output>
        {total === null
          ? t('count', { shown: number(shown) })
          : t('countFiltered', { shown: number(shown), total: number(total) })}
        {selected > 1 && ` · ${t('selected', { total: number(selected) })}`}
      </output>
      {selected > 0 &&
        actions.map((action) => (
          <Button key={action} variant="quiet" onPress={() => onAction(action)}>
            {t(action)}
          </Button>
        ))}
    </footer>
  );
}
