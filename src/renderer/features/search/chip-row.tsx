import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';

import type { ParsedQuery } from '../../../shared/search/query/query.ts';
import type { QueryChip } from './query-parts.ts';
import { chipsOf } from './query-parts.ts';

interface ChipRowProps {
  readonly query: ParsedQuery;
  readonly onChange: (text: string) => void;
}

/** What was typed as an operator, each with a way to take it out of the text. */
export function ChipRow({ query, onChange }: ChipRowProps) {
  const { t } = useTranslation('search');
  const chips = chipsOf(query);
  if (chips.length === 0) return null;

  /** "Pembicara: bukan Budi"; a filter without a value is its name alone. */
  const nameOf = ({ filter, label }: QueryChip): string => {
    if (filter === null) return label;
    const name = t(`filter_${filter.key}`);
    const not = filter.isNegated ? t('chipNot') : '';
    if (filter.value === '') return [not, name].filter(Boolean).join(' ');
    return `${name}: ${[not, filter.value].filter(Boolean).join(' ')}`;
  };

  return (
    <ul className="search-chips" aria-label={t('chips')}>
      {chips.map((chip) => {
        const name = nameOf(chip);
        return (
          <li key={chip.key} className="search-chip">
            <span className="search-chip-text">{name}</span>
            <AriaButton
              className="search-chip-remove"
              aria-label={t('removeChip', { name })}
              onPress={() => onChange(chip.rest)}
            >
              <X size={12} aria-hidden />
            </AriaButton>
          </li>
        );
      })}
    </ul>
  );
}
