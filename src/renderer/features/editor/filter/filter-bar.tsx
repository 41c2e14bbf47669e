import { Filter as FilterIcon, Flag, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';

import { attendeeLabel } from '../../../../shared/minutes/names.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import { Button } from '../../../ui/button.tsx';
import type { SelectOption } from '../../../ui/select.tsx';
import { Select } from '../../../ui/select.tsx';
import { useKeysWithin } from '../../../ui/use-keys-within.ts';
import type { MinutesDesk } from '../minutes-desk.ts';
import type { EditorText } from '../texts.ts';
import type { Criteria, FilterKind, FilterSpeaker } from './criteria.ts';
import { choicesIn, showsAll } from './criteria.ts';
import './filter-bar.css';

interface FilterBarProps {
  readonly desk: MinutesDesk;
  readonly attendance: readonly Attendance[];
}

/** Which blocks are shown, and that not all of them are. */
export function FilterBar(props: FilterBarProps) {
  const { store } = props.desk.filter;
  const isOpen = useSyncExternalStore(store.subscribe, () => store.current().isOpen);
  return isOpen ? <OpenFilterBar {...props} /> : null;
}

function OpenFilterBar({ desk, attendance }: FilterBarProps) {
  const { t } = useTranslation('editor');
  const { filter } = desk;
  const { criteria, shown, total, focusWish } = useSyncExternalStore(
    filter.store.subscribe,
    filter.store.current,
  );
  const bar = useRef<HTMLElement>(null);
  // What can be chosen is looked up each time the bar is asked for, not while typing.
  const choices = useMemo(() => {
    void focusWish;
    return choicesIn(desk.editor.state.doc);
  }, [desk, focusWish]);

  useEffect(() => {
    bar.current?.querySelector('button')?.focus();
  }, [focusWish]);

  const names = new Map(attendance.map((attendee) => [attendee.id, attendeeLabel(attendee)]));
  const speakers: readonly SelectOption<FilterSpeaker>[] = [
    { value: 'all', label: t('filterEverybody') },
    ...choices.speakers.map((id) => ({
      value: id ?? ('none' as const),
      label: id === null ? t('notMentioned') : (names.get(id) ?? t('speakerUnknown')),
    })),
  ];
  const kindLabel = (kind: FilterKind): string => {
    const [group, name = ''] = kind.split(/:(.*)/s);
    return group === 'statement' ? `${t('statement')}: ${name}` : t(name as EditorText);
  };
  const kinds: readonly SelectOption<FilterKind>[] = [
    { value: 'all', label: t('filterEveryKind') },
    ...choices.kinds.map((kind) => ({ value: kind, label: kindLabel(kind) })),
  ];
  const choose = (changes: Partial<Criteria>): void =>
    filter.setCriteria({ ...criteria, ...changes });
  const isOff = showsAll(criteria);

  useKeysWithin(bar, (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    filter.clear();
  });

  return (
    <section ref={bar} className={`filter-bar ${isOff ? '' : 'is-on'}`} aria-label={t('filterBar')}>
      <FilterIcon size={16} aria-hidden />
      <Select
        label={t('filterSpeaker')}
        isLabelHidden
        className="filter-choice"
        options={speakers}
        value={criteria.speaker}
        onChange={(speaker) => choose({ speaker })}
      />
      <Select
        label={t('filterKind')}
        isLabelHidden
        className="filter-choice"
        options={kinds}
        value={criteria.kind}
        onChange={(kind) => choose({ kind })}
      />
      {(choices.hasImportant || criteria.isImportantOnly) && (
        <ToggleButton
          className="editor-tool filter-important"
          aria-label={t('filterImportant')}
          isSelected={criteria.isImportantOnly}
          onChange={(isImportantOnly) => choose({ isImportantOnly })}
        >
          <Flag size={16} aria-hidden />
          <span className="editor-tool-tip">{t('filterImportant')}</span>
        </ToggleButton>
      )}
      <output className="filter-count">
        {isOff ? t('filterShowsAll', { total }) : t('filterShown', { shown, total })}
      </output>
      {isOff ? (
        <Button variant="quiet" isIcon aria-label={t('filterClose')} onPress={filter.clear}>
          <X size={16} aria-hidden />
        </Button>
      ) : (
        <Button onPress={filter.clear}>{t('filterClear')}</Button>
      )}
    </section>
  );
}
