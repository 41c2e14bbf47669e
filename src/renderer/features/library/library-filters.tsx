import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { FilterChoices, LibraryView } from './library-rows.ts';
import { hasFilters, INITIAL_VIEW } from './library-rows.ts';

/** No kind, year or organization can be this long word, so it is free to mean "all". */
const ALL = '*all*';

interface LibraryFiltersProps {
  readonly view: LibraryView;
  readonly choices: FilterChoices;
  readonly onChange: (view: LibraryView) => void;
  /** Leaves the text filter for the list. */
  readonly onLeave: () => void;
}

export function LibraryFilters({ view, choices, onChange, onLeave }: LibraryFiltersProps) {
  const { t } = useTranslation('library');
  const choose = (key: 'kind' | 'year' | 'organization') => (value: string) =>
    onChange({ ...view, [key]: value === ALL ? null : value });
  const options = (all: string, values: readonly string[]) => [
    { value: ALL, label: all },
    ...values.map((value) => ({ value, label: value })),
  ];
  const years = [
    ...options(t('allYears'), choices.years),
    ...(choices.hasUndated ? [{ value: 'none', label: t('noYear') }] : []),
  ];
  return (
    <search className="library-filters">
      <TextField
        label={t('filterText')}
        isLabelHidden
        placeholder={t('filterHint')}
        type="search"
        className="library-filter-text"
        value={view.text}
        onChange={(text) => onChange({ ...view, text })}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') onLeave();
          else if (event.key === 'Escape' && view.text !== '') onChange({ ...view, text: '' });
          else event.continuePropagation();
        }}
      />
      <Select
        label={t('filterKind')}
        isLabelHidden
        className="library-filter"
        options={options(t('allKinds'), choices.kinds)}
        value={view.kind ?? ALL}
        onChange={choose('kind')}
      />
      <Select
        label={t('filterYear')}
        isLabelHidden
        className="library-filter library-filter-narrow"
        options={years}
        value={view.year ?? ALL}
        onChange={choose('year')}
      />
      <Select
        label={t('filterOrganization')}
        isLabelHidden
        className="library-filter library-filter-wide"
        options={options(t('allOrganizations'), choices.organizations)}
        value={view.organization ?? ALL}
        onChange={choose('organization')}
      />
      {hasFilters(view) && (
        <Button
          variant="quiet"
          onPress={() => onChange({ ...INITIAL_VIEW, sort: view.sort, isTrash: view.isTrash })}
        >
          {t('clearFilters')}
        </Button>
      )}
    </search>
  );
}
