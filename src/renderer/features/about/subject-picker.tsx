/* oxlint-disable jsx-a11y/no-autofocus -- the dialog begins in its only field */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';

import type { FoundPerson } from '../../../shared/contract/people.ts';
import { fullName, positionLine } from '../../../shared/minutes/names.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import type { NamedSubject } from './recent-subjects.ts';
import { recentSubjects } from './recent-subjects.ts';

const SHORTEST_TEXT = 2;
const MOST_FOUND = 40;

/** Autocomplete ties the field to the list; what it is must be said as well. */
const FIELD_OF_LIST = { role: 'combobox', 'aria-expanded': true } as const;

function named(found: FoundPerson, organizationText: string): NamedSubject {
  if (found.type === 'person') {
    const { person } = found;
    return {
      subject: { type: 'person', id: person.id },
      name: fullName(person),
      detail: positionLine(person),
    };
  }
  const { id, name, shortName } = found.organization;
  const detail = [organizationText, shortName].filter(Boolean).join(' · ');
  return { subject: { type: 'organization', id }, name, detail };
}

/** Asks whom everything is to be shown about. */
export function SubjectPicker({ onChoose }: { readonly onChoose: (one: NamedSubject) => void }) {
  const { t } = useTranslation('about');
  const [text, setText] = useState('');
  const typed = text.trim();
  const isAsking = typed.length >= SHORTEST_TEXT;
  const found = useQuery({
    queryKey: ['about', 'find', typed],
    queryFn: () => api('people.find', { text: typed, limit: MOST_FOUND }),
    enabled: isAsking,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const items = (
    isAsking ? (found.data ?? []).map((one) => named(one, t('organization'))) : recentSubjects()
  ).map((one) => ({ ...one, id: one.subject.id }));
  return (
    <div className="about-picker">
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label={t('field')} autoFocus className="about-picker-field">
          <Input
            {...FIELD_OF_LIST}
            className="field-input"
            maxLength={200}
            placeholder={t('fieldHint')}
          />
        </SearchField>
        {!isAsking && items.length > 0 && <h3 className="about-heading">{t('recent')}</h3>}
        <ListBox
          className="list-box about-found"
          aria-label={t('title')}
          items={items}
          renderEmptyState={() => (
            <p className="about-hint">
              {isAsking && found.isSuccess ? t('noneFound', { text: typed }) : t('start')}
            </p>
          )}
          onAction={(key) => {
            const chosen = items.find(({ id }) => id === key);
            if (chosen !== undefined) onChoose(chosen);
          }}
        >
          {(item) => (
            <ListBoxItem className="list-box-item about-found-item" textValue={item.name}>
              <span>{item.name}</span>
              <span className="about-quiet">{item.detail}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {found.isError && <p role="alert">{describeError(found.error)}</p>}
    </div>
  );
}
