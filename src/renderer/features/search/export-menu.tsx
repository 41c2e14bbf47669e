import { ChevronDown, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

import type { SearchSort } from '../../../shared/contract/search.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';

interface ExportMenuProps {
  readonly text: string;
  readonly sort: SearchSort;
}

/** Takes the results elsewhere, each with session, date and speaker. */
export function ExportMenu({ text, sort }: ExportMenuProps) {
  const { t } = useTranslation('search');
  const tellFailure = (error: unknown): void =>
    void showToast({ tone: 'error', text: describeError(error) });
  const write = async (format: 'docx' | 'csv'): Promise<void> => {
    try {
      const saved = await api('searches.export', { text, sort, format });
      if (saved === null) return;
      const perhapsCut = saved.mayHaveMore ? 'exportedPerhapsCut' : 'exported';
      showToast({
        tone: 'success',
        text: t(saved.isCut ? 'exportedCut' : perhapsCut, {
          name: saved.fileName,
          total: saved.hitCount,
        }),
        action: {
          label: t('openExport'),
          run: () => void api('exports.openLast', {}).catch(tellFailure),
        },
      });
    } catch (error) {
      tellFailure(error);
    }
  };
  return (
    <MenuTrigger>
      <Button variant="quiet" className="search-action">
        <Download size={14} aria-hidden />
        {t('export')}
        <ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          aria-label={t('export')}
          className="list-box"
          onAction={(key) => void write(key === 'csv' ? 'csv' : 'docx')}
        >
          {(['docx', 'csv'] as const).map((format) => (
            <MenuItem key={format} id={format} className="list-box-item">
              {t(`export_${format}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
