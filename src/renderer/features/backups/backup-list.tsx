import { ShieldCheck } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { BackupInfo } from '../../../shared/contract/backups.ts';
import { formatMoment, formatSize, localeOf } from './format.ts';

interface BackupListProps {
  readonly backups: readonly BackupInfo[];
  readonly chosen: string | null;
  readonly onChoose: (fileName: string | null) => void;
}

/** The backups that can be restored, one to choose. */
export function BackupList({ backups, chosen, onChoose }: BackupListProps) {
  const { t, i18n } = useTranslation('backups');
  const locale = localeOf(i18n.language);
  return (
    <ListBox
      aria-label={t('listLabel')}
      className="backups-list"
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : [...keys];
        onChoose(first === undefined ? null : String(first));
      }}
      items={backups}
    >
      {(backup) => {
        const moment = formatMoment(backup.createdAtMs, locale);
        return (
          <ListBoxItem
            id={backup.fileName}
            className="backups-row"
            textValue={`${moment}, ${t(`reason_${backup.reason}`)}`}
          >
            <span className="backups-moment">{moment}</span>
            <span className="backups-verified">
              <ShieldCheck size={14} aria-hidden />
              {t('verified')}
            </span>
            <span className="backups-reason">{t(`reason_${backup.reason}`)}</span>
            <span className="backups-content">
              {t('content', {
                sessions: backup.sessionCount.toLocaleString(locale),
                blocks: backup.blockCount.toLocaleString(locale),
                size: formatSize(backup.sizeBytes, locale),
              })}
            </span>
          </ListBoxItem>
        );
      }}
    </ListBox>
  );
}
