import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { ImportRun } from '../../../shared/contract/imports.ts';
import type { ImportId } from '../../../shared/ids.ts';
import { lastPart, momentWords } from './words.ts';

interface RunListProps {
  readonly runs: readonly ImportRun[];
  readonly chosen: ImportId;
  readonly onChoose: (run: ImportRun) => void;
}

/** Every import, the newest first, with what is left to do of it. */
export function RunList({ runs, chosen, onChoose }: RunListProps) {
  const { t, i18n } = useTranslation('imports');
  const left = ({ state, counts }: ImportRun): string => {
    if (state === 'berjalan' || state === 'dijeda') {
      const done = counts.total - counts.waiting;
      return `${t(`state_${state}`)} · ${t('progress', { done, total: counts.total })}`;
    }
    if (counts.unreviewed > 0) return t('runUnreviewed', { count: counts.unreviewed });
    return counts.taken > 0 ? t('runReviewed') : t(`state_${state}`);
  };
  return (
    <ListBox
      aria-label={t('runs')}
      className="imports-runs"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const run = runs.find(({ id }) => keys !== 'all' && keys.has(id));
        if (run !== undefined) onChoose(run);
      }}
      items={runs}
    >
      {(run) => (
        <ListBoxItem id={run.id} textValue={lastPart(run.folder)} className="imports-run">
          <span className="imports-run-name">{lastPart(run.folder)}</span>
          <span className="imports-run-quiet">{momentWords(run.startedAtMs, i18n.language)}</span>
          <span className="imports-run-left">{left(run)}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
