import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Autocomplete, Input, ListBox, ListBoxItem, TextField } from 'react-aria-components';

import type { SearchCandidate } from '../../../shared/contract/search.ts';
import type { NameFilterKey } from '../../../shared/search/query/query.ts';
import { foldedWords } from '../../../shared/search/words.ts';
import { toggled, valuesOf } from './query-parts.ts';

/** Of thousands of names the first are enough: typing a letter or two finds the others. */
const MOST_SHOWN = 60;

interface NamePickerProps {
  readonly filterKey: NameFilterKey;
  readonly candidates: readonly SearchCandidate[];
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Whether every typed word begins a word of the name. */
function fits(name: string, typed: readonly string[]): boolean {
  const words = foldedWords(name);
  return typed.every((wanted) => words.some((word) => word.startsWith(wanted)));
}

/** A list of names to choose from by typing; any other words can be chosen too. */
export function NamePicker({ filterKey, candidates, text, onChange }: NamePickerProps) {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState('');
  const chosen = valuesOf(text, filterKey);
  const isChosen = (name: string): boolean =>
    chosen.some((value) => value.toLowerCase() === name.toLowerCase());
  const words = foldedWords(typed);
  const listed = candidates.filter(({ name }) => fits(name, words)).slice(0, MOST_SHOWN);
  const others = chosen
    .filter((value) => !candidates.some(({ name }) => name.toLowerCase() === value.toLowerCase()))
    .map((name) => ({ name, sessionCount: null }));
  const own = typed.trim().replaceAll('"', '');
  const isKnown = listed.some(({ name }) => name.toLowerCase() === own.toLowerCase());
  const items = [
    ...(typed === '' ? others : []),
    ...listed,
    ...(words.length > 0 && !isKnown ? [{ name: own, sessionCount: null }] : []),
  ];
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField
        aria-label={t('pickerField', { name: t(`filter_${filterKey}`) })}
        className="field search-picker-field"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a list that was opened takes the focus
        autoFocus
      >
        <Input className="field-input" placeholder={t('pickerHint')} />
      </TextField>
      <ListBox
        aria-label={t(`filter_${filterKey}`)}
        className="list-box search-picker-list"
        items={items}
        selectionMode="multiple"
        // Escape closes the list; what was chosen stays.
        escapeKeyBehavior="none"
        selectedKeys={items.map(({ name }) => name).filter(isChosen)}
        onSelectionChange={(keys) => {
          const wanted = new Set(keys === 'all' ? [] : [...keys].map(String));
          const changed = items.find(({ name }) => wanted.has(name) !== isChosen(name));
          if (changed !== undefined) onChange(toggled(text, filterKey, changed.name));
        }}
        renderEmptyState={() => <p className="search-picker-empty">{t('pickerEmpty')}</p>}
      >
        {({ name, sessionCount }) => (
          <ListBoxItem id={name} textValue={name} className="list-box-item search-picker-item">
            <span className="search-picker-name">
              {sessionCount === null && !isChosen(name) ? t('pickerOwn', { name }) : name}
            </span>
            {sessionCount !== null && (
              <span className="search-picker-count">
                {t('sessionCount', { total: sessionCount })}
              </span>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
