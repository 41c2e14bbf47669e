import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { TableFormat } from '../../../shared/contract/tables.ts';
import { TABLE_FORMATS } from '../../../shared/contract/tables.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import type { RowAction } from './row-menu.tsx';

interface SelectionBarProps {
  readonly shown: number;
  /** How many there are where filters hide some; null where all are shown. */
  readonly total: number | null;
  readonly selected: number;
  readonly actions: readonly RowAction[];
  readonly onAction: (action: RowAction) => void;
  /** Takes those selected, or where none is all that are shown, elsewhere as a table. */
  readonly onExport: (format: TableFormat) => void;
}

/** Under the list: how many sessions there are, and what can be done with those selected. */
export function SelectionBar(props: SelectionBarProps) {
  const { shown, total, selected, actions, onAction, onExport } = props;
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
      <MenuButton
        className="library-export"
        label={t(selected > 1 ? 'exportSelected' : 'exportList')}
        icon={<Download size={14} aria-hidden />}
        items={TABLE_FORMATS.map((key) => ({ key, label: t(`export_${key}`) }))}
        onAction={onExport}
      />
    </footer>
  );
}
