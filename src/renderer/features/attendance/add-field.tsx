import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, User, Users } from 'lucide-react';
import type { ClipboardEvent, CSSProperties, KeyboardEvent, RefObject } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { fullName } from '../../../shared/minutes/names.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { showToast } from '../../ui/toast.tsx';
import type { AddOption } from './add-options.ts';
import { addOptions, FEWEST_LETTERS, placeOf } from './add-options.ts';
import { anchorFor, SuggestList, SuggestOption } from './suggest-list.tsx';

const MOST_FOUND = 30;

interface AddFieldProps {
  readonly lines: readonly Attendance[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (option: AddOption) => void;
  /** A list of several lines was pasted into the field. */
  readonly onPasteList: (text: string) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

function findQuery(text: string) {
  const asked = text.trim();
  return {
    queryKey: ['people', 'find', asked],
    queryFn: async () => ({
      asked,
      found: await api('people.find', { text: asked, limit: MOST_FOUND }),
    }),
    staleTime: 0,
    gcTime: 30_000,
  };
}

function OptionText({ option }: { readonly option: AddOption }) {
  const { t } = useTranslation('attendance');
  switch (option.type) {
    case 'person':
      return (
        <>
          <User size={14} aria-hidden className="add-icon" />
          <span className="add-name">{fullName(option.person)}</span>
          <span className="add-place">{placeOf(option.person)}</span>
          {option.listed && <span className="add-listed">{t('alreadyListed')}</span>}
        </>
      );
    case 'group':
      return (
        <>
          <Users size={14} aria-hidden className="add-icon" />
          <span className="add-name">{option.organization.name}</span>
          <span className="add-place">{t('addAsGroup')}</span>
          {option.listed && <span className="add-listed">{t('alreadyListed')}</span>}
        </>
      );
    case 'new-person':
    case 'new-group':
      return (
        <>
          <Plus size={14} aria-hidden className="add-icon" />
          <span>
            {t(option.type === 'new-person' ? 'addNewPerson' : 'addNewGroup', {
              text: option.text,
            })}
          </span>
        </>
      );
  }
}

const keyOf = (option: AddOption): string => {
  switch (option.type) {
    case 'person':
      return option.person.id;
    case 'group':
      return option.organization.id;
    case 'new-person':
    case 'new-group':
      return option.type;
  }
};

/** Finds who is known by two letters; Enter adds the marked one, or opens the form for a new one. */
export function AddField({ lines, text, onText, onChoose, onPasteList, inputRef }: AddFieldProps) {
  const { t } = useTranslation('attendance');
  const id = useId();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [highlighted, setHighlighted] = useState(0);
  const isLong = text.trim().length >= FEWEST_LETTERS;
  const find = useQuery({
    ...findQuery(text),
    enabled: isLong,
    // Until the answer is there the last one stays, so the list does not flicker.
    placeholderData: keepPreviousData,
  });
  const isShown = isOpen && isLong && find.data !== undefined;
  const options = isShown ? addOptions(text, find.data.found, lines) : [];

  const choose = (option: AddOption): void => {
    setIsOpen(false);
    setHighlighted(0);
    onChoose(option);
  };

  /** Enter may come before the answer: it then waits for it, and never takes an older one. */
  const chooseWhenFound = async (): Promise<void> => {
    try {
      const { found } = await queries.fetchQuery(findQuery(text));
      const [first] = addOptions(text, found, lines);
      if (first !== undefined) choose(first);
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        if (isShown) setHighlighted((highlighted + step + options.length) % options.length);
        else setIsOpen(true);
        break;
      }
      case 'Enter': {
        const option = options[highlighted];
        if (option !== undefined && find.data?.asked === text.trim()) choose(option);
        else if (isLong) void chooseWhenFound();
        break;
      }
      case 'Escape':
        if (!isOpen && text === '') return;
        event.stopPropagation();
        if (isShown) setIsOpen(false);
        else onText('');
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/\S[^\S\n]*\r?\n\s*\S|\t/u.test(pasted)) return;
    event.preventDefault();
    setIsOpen(false);
    onPasteList(pasted);
  };

  const style: CSSProperties = { anchorName: anchorFor(id) };
  return (
    <div className="add-field">
      <label className="visually-hidden" htmlFor={id}>
        {t('addField')}
      </label>
      <input
        ref={inputRef}
        id={id}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown ? `${id}-${highlighted}` : undefined}
        className="suggest-input"
        style={style}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={t('addPlaceholder')}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setIsOpen(true);
          setHighlighted(0);
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => setIsOpen(false)}
      />
      {isShown && (
        <SuggestList id={`${id}-list`} label={t('addField')} anchorId={id}>
          {options.map((option, index) => (
            <SuggestOption
              key={keyOf(option)}
              id={`${id}-${index}`}
              isHighlighted={index === highlighted}
              onChoose={() => choose(option)}
            >
              <OptionText option={option} />
            </SuggestOption>
          ))}
        </SuggestList>
      )}
    </div>
  );
}
