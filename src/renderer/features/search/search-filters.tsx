import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

import { SESSION_KINDS } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { TextField } from '../../ui/text-field.tsx';
import { readFilterDate } from './filter-dates.ts';
import type { SearchState } from './search-state.ts';
import { askSearch } from './search-state.ts';

export function hasFilters({ kinds, dateFrom, dateTo }: SearchState): boolean {
  return kinds.length > 0 || dateFrom.trim() !== '' || dateTo.trim() !== '';
}

export function clearFilters(): void {
  askSearch({ kinds: [], dateFrom: '', dateTo: '' });
}

/** Kinds that sessions have, those that the app offers first. */
function useKinds(chosen: readonly string[]): readonly string[] {
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => api('sessions.list', {}) });
  const used = new Set(chosen);
  for (const { kind, trashedAtMs } of sessions.data ?? []) {
    if (kind.trim() !== '' && trashedAtMs === null) used.add(kind.trim());
  }
  const offered = SESSION_KINDS.filter((kind) => used.delete(kind));
  return [...offered, ...[...used].toSorted((a, b) => a.localeCompare(b, 'id'))];
}

interface DateFieldProps {
  readonly label: string;
  readonly edge: 'from' | 'to';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function DateField({ label, edge, value, onChange }: DateFieldProps) {
  const { t } = useTranslation('search');
  const { isUnderstood } = readFilterDate(value, edge);
  return (
    <TextField
      label={label}
      className="search-date"
      placeholder={t('dateHint')}
      value={value}
      onChange={onChange}
      maxLength={40}
      error={isUnderstood ? null : t('dateNotUnderstood')}
    />
  );
}

/** Narrows the search by kind of session and by date. */
export function SearchFilters({ state }: { readonly state: SearchState }) {
  const { t } = useTranslation('search');
  const kinds = useKinds(state.kinds);
  return (
    <div className="search-filters">
      {kinds.length > 0 && (
        <ToggleButtonGroup
          className="search-kinds"
          aria-label={t('kinds')}
          selectionMode="multiple"
          selectedKeys={state.kinds}
          onSelectionChange={(keys) => askSearch({ kinds: [...keys].map(String) })}
        >
          {kinds.map((kind) => (
            <ToggleButton key={kind} id={kind} className="search-kind">
              {kind}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <DateField
        label={t('dateFrom')}
        edge="from"
        value={state.dateFrom}
        onChange={(dateFrom) => askSearch({ dateFrom })}
      />
      <DateField
        label={t('dateTo')}
        edge="to"
        value={state.dateTo}
        onChange={(dateTo) => askSearch({ dateTo })}
      />
    </div>
  );
}
