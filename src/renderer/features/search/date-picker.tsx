import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SearchCandidate } from '../../../shared/contract/search.ts';
import { dateInWords } from '../../../shared/minutes/dates.ts';
import { readSpan } from '../../../shared/search/query/date-values.ts';
import type { DateFilter } from '../../../shared/search/query/query.ts';
import { filtersOf } from '../../../shared/search/query/edit.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readQuery, today, toggled } from './query-parts.ts';

const MOST_YEARS = 8;
const PRESETS = ['bulan-ini', 'bulan-lalu', 'tahun-ini', 'tahun-lalu'] as const;

interface DatePickerProps {
  readonly years: readonly SearchCandidate[];
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function activeSpan(text: string): DateFilter | null {
  const found = filtersOf(readQuery(text)).find(
    ({ filter, isNegated }) => 'from' in filter && !isNegated,
  );
  return found !== undefined && 'from' in found.filter ? found.filter : null;
}

const inWords = (date: string | null): string => (date === null ? '' : dateInWords(date));

/** Days by their limits as they are typed anywhere else, or by a year or month at once. */
export function DatePicker({ years, text, onChange }: DatePickerProps) {
  const { t } = useTranslation('search');
  const span = activeSpan(text);
  const [from, setFrom] = useState(inWords(span?.from ?? null));
  const [to, setTo] = useState(inWords(span?.to ?? null));
  const read = (typed: string) => (typed.trim() === '' ? null : readSpan(typed.trim(), today()));
  const errorOf = (typed: string): string | null =>
    typed.trim() !== '' && read(typed) === null ? t('dateNotUnderstood') : null;
  const isUsable =
    errorOf(from) === null && errorOf(to) === null && (from.trim() !== '' || to.trim() !== '');

  const apply = (): void => {
    if (!isUsable) return;
    const value = `${read(from)?.from ?? ''}..${read(to)?.to ?? ''}`;
    onChange(toggled(text, 'tanggal', value));
  };
  return (
    <form
      className="search-date-picker"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div className="search-date-presets">
        {PRESETS.map((preset) => (
          <Button key={preset} onPress={() => onChange(toggled(text, 'tanggal', preset))}>
            {t(`date_${preset}`)}
          </Button>
        ))}
      </div>
      {years.length > 0 && (
        <div className="search-date-presets">
          {years.slice(0, MOST_YEARS).map(({ name }) => (
            <Button key={name} onPress={() => onChange(toggled(text, 'tahun', name))}>
              {name}
            </Button>
          ))}
        </div>
      )}
      <div className="search-date-limits">
        <TextField
          label={t('dateFrom')}
          placeholder={t('dateHint')}
          value={from}
          onChange={setFrom}
          error={errorOf(from)}
          maxLength={40}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a form that was opened takes the focus
          autoFocus
        />
        <TextField
          label={t('dateTo')}
          placeholder={t('dateHint')}
          value={to}
          onChange={setTo}
          error={errorOf(to)}
          maxLength={40}
        />
      </div>
      <Button type="submit" variant="primary" isDisabled={!isUsable}>
        {t('apply')}
      </Button>
    </form>
  );
}
