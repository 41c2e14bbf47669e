import { useTranslation } from 'react-i18next';

import type { BackupDifference, BackupInfo } from '../../../shared/contract/backups.ts';
import { longDate } from '../../../shared/minutes/dates.ts';
import { formatMoment, localeOf } from './format.ts';

interface RestorePreviewProps {
  readonly backup: BackupInfo;
  /** Null where the present archive cannot be read. */
  readonly differences: readonly BackupDifference[] | null;
}

/** What would be lost comes first. */
const CHANGES = ['removed', 'older', 'newer', 'added'] as const;

const SHOWN_PER_GROUP = 50;

/** What restoring would change, before anything is replaced. */
export function RestorePreview({ backup, differences }: RestorePreviewProps) {
  const { t, i18n } = useTranslation('backups');
  const locale = localeOf(i18n.language);
  return (
    <>
      <p>
        {t('previewOf', {
          date: formatMoment(backup.createdAtMs, locale),
          sessions: backup.sessionCount.toLocaleString(locale),
          blocks: backup.blockCount.toLocaleString(locale),
        })}
      </p>
      {differences === null && <p className="backups-note">{t('unreadable')}</p>}
      {differences?.length === 0 && <p>{t('noDifference')}</p>}
      {CHANGES.map((change) => (
        <DifferenceGroup
          key={change}
          change={change}
          differences={differences?.filter((one) => one.change === change) ?? []}
        />
      ))}
      {differences !== null && <p className="backups-note">{t('kept')}</p>}
    </>
  );
}

interface DifferenceGroupProps {
  readonly change: BackupDifference['change'];
  readonly differences: readonly BackupDifference[];
}

function DifferenceGroup({ change, differences }: DifferenceGroupProps) {
  const { t } = useTranslation('backups');
  if (differences.length === 0) return null;
  const hiddenCount = differences.length - SHOWN_PER_GROUP;
  return (
    <section className={`backups-group backups-group-${change}`}>
      <h3>{t(`group_${change}`)}</h3>
      <ul>
        {differences.slice(0, SHOWN_PER_GROUP).map(({ sessionId, kind, title, date }) => (
          <li key={sessionId}>
            <span>{title === '' ? t('untitled') : title}</span>
            <span className="backups-facts">
              {[kind, date === null ? '' : longDate(date)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
        {hiddenCount > 0 && <li>{t('more', { count: hiddenCount })}</li>}
      </ul>
    </section>
  );
}
