import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Button as AriaButton,
  DialogTrigger,
  ListBox,
  ListBoxItem,
  Popover,
  Toolbar,
} from 'react-aria-components';

import type { SearchCandidates } from '../../../shared/contract/search.ts';
import { SESSION_STATUSES } from '../../../shared/minutes/session.ts';
import type { FilterKey, NameFilterKey } from '../../../shared/search/query/query.ts';
import { FOLLOW_UP_STATES, PART_FILTERS } from '../../../shared/search/query/query.ts';
import { DatePicker } from './date-picker.tsx';
import { NamePicker } from './name-picker.tsx';
import { toggled, valuesOf } from './query-parts.ts';
import { useCandidates } from './use-candidates.ts';
import { WordPicker } from './word-picker.tsx';
import './filters.css';

interface PickerProps {
  readonly label: string;
  readonly isActive: boolean;
  /** Gets how to close it. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens the choices of one filter under it. */
function Picker({ label, isActive, children }: PickerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className={`search-filter ${isActive ? 'is-active' : ''}`}>
        {label}
        <ChevronDown size={12} aria-hidden />
      </AriaButton>
      {/* Named itself, and no dialog inside of it: what closes it for a screen reader is then in it too. */}
      <Popover className="popover" placement="bottom start" aria-label={label}>
        <div className="search-popover-content">{children(() => setOpen(false))}</div>
      </Popover>
    </DialogTrigger>
  );
}

interface Choice {
  readonly id: string;
  readonly key: FilterKey;
  readonly value: string;
  readonly label: string;
}

interface ChoicesProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** A few values of which one can be chosen; choosing it again gives it up. */
function Choices({ label, choices, text, onChange }: ChoicesProps) {
  const isChosen = ({ key, value }: Choice): boolean => valuesOf(text, key).includes(value);
  return (
    <ListBox
      aria-label={label}
      className="list-box"
      items={choices}
      selectionMode="single"
      escapeKeyBehavior="none"
      selectedKeys={choices.filter(isChosen).map(({ id }) => id)}
      onSelectionChange={(keys) => {
        const wanted = keys === 'all' ? undefined : [...keys][0];
        const choice = choices.find((one) =>
          wanted === undefined ? isChosen(one) : one.id === wanted,
        );
        if (choice !== undefined) onChange(toggled(text, choice.key, choice.value));
      }}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- a list that was opened takes the focus
      autoFocus
    >
      {(choice) => (
        <ListBoxItem id={choice.id} textValue={choice.label} className="list-box-item">
          {choice.label}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

const NAMES: readonly (readonly [NameFilterKey, keyof SearchCandidates])[] = [
  ['pembicara', 'speakers'],
  ['lembaga', 'organizations'],
  ['jenis', 'kinds'],
  ['seri', 'series'],
];

interface FilterRowProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Every operator by mouse: what is chosen is written into the text. */
export function FilterRow({ text, onChange }: FilterRowProps) {
  const { t } = useTranslation('search');
  const candidates = useCandidates();
  const has = (...keys: readonly FilterKey[]): boolean =>
    keys.some((key) => valuesOf(text, key).length > 0);

  const namePicker = (key: NameFilterKey, names: keyof SearchCandidates) => (
    <Picker key={key} label={t(`filter_${key}`)} isActive={has(key)}>
      {() => (
        <NamePicker
          filterKey={key}
          candidates={candidates[names]}
          text={text}
          onChange={onChange}
        />
      )}
    </Picker>
  );
  const parts: readonly Choice[] = [
    ...PART_FILTERS.map((key) => ({ id: key, key, value: '', label: t(`filter_${key}`) })),
    ...FOLLOW_UP_STATES.map((state) => ({
      id: state,
      key: 'tindaklanjut' as const,
      value: state,
      label: `${t('filter_tindaklanjut')}: ${t(`followUp_${state}`)}`,
    })),
  ];
  const statuses = SESSION_STATUSES.map((status) => ({
    id: status,
    key: 'status' as const,
    value: status,
    label: t(`status_${status}`),
  }));
  const choose = (close: () => void) => (next: string) => {
    onChange(next);
    close();
  };
  return (
    <Toolbar className="search-filters" aria-label={t('filters')}>
      {NAMES.map(([key, names]) => namePicker(key, names))}
      <Picker label={t('filter_tanggal')} isActive={has('tanggal', 'tahun')}>
        {(close) => <DatePicker years={candidates.years} text={text} onChange={choose(close)} />}
      </Picker>
      {namePicker('hadir', 'speakers')}
      <Picker label={t('filterPart')} isActive={has(...PART_FILTERS, 'tindaklanjut')}>
        {(close) => (
          <Choices label={t('filterPart')} choices={parts} text={text} onChange={choose(close)} />
        )}
      </Picker>
      <Picker label={t('filter_status')} isActive={has('status')}>
        {(close) => (
          <Choices
            label={t('filter_status')}
            choices={statuses}
            text={text}
            onChange={choose(close)}
          />
        )}
      </Picker>
      <Picker label={t('filterWords')} isActive={false}>
        {(close) => <WordPicker text={text} onChange={choose(close)} />}
      </Picker>
    </Toolbar>
  );
}
