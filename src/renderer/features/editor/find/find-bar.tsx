import { undo } from '@tiptap/pm/history';
import { ArrowDown, ArrowUp, CaseSensitive, ChevronDown, WholeWord, X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';

import { attendeeLabel } from '../../../../shared/minutes/names.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import { Button } from '../../../ui/button.tsx';
import type { SelectOption } from '../../../ui/select.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useKeysWithin } from '../../../ui/use-keys-within.ts';
import { showsAll } from '../filter/criteria.ts';
import type { MinutesDesk } from '../minutes-desk.ts';
import type { SearchedSpeaker } from './search.ts';
import './find-bar.css';

interface FindBarProps {
  readonly desk: MinutesDesk;
  readonly attendance: readonly Attendance[];
  readonly isReadOnly: boolean;
}

/** Finding and replacing, over the page: writing goes on beside it. */
export function FindBar(props: FindBarProps) {
  const { store } = props.desk.find;
  const mode = useSyncExternalStore(store.subscribe, () => store.current().mode);
  return mode === 'closed' ? null : <OpenFindBar {...props} />;
}

function OpenFindBar({ desk, attendance, isReadOnly }: FindBarProps) {
  const { t } = useTranslation('editor');
  const { find } = desk;
  const state = useSyncExternalStore(find.store.subscribe, find.store.current);
  const { query, count, index, focusWish } = state;
  const { store: filterStore } = desk.filter;
  const isFiltered = useSyncExternalStore(
    filterStore.subscribe,
    () => !showsAll(filterStore.current().criteria),
  );
  const isReplacing = state.mode === 'replace' && !isReadOnly;
  const bar = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [replacement, setReplacement] = useState('');
  /** How many matches were just replaced; null once anything else happened. */
  const [replaced, setReplaced] = useState<number | null>(null);

  useEffect(() => {
    // F3 in the page shows the bar and stays in the page.
    if (focusWish === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [focusWish]);

  const replaceAll = async (): Promise<void> => {
    const { length } = query.text;
    if (length === 0 || count === 0) return;
    await desk.flush();
    // Sent before what replaces the words; nobody waits for it.
    void desk.keepVersion('before-replace');
    setReplaced(find.replaceAll(replacement));
  };
  const replaceOne = (): void => {
    setReplaced(null);
    if (!find.replace(replacement)) find.next();
  };

  useKeysWithin(bar, (event) => {
    const { target, key, shiftKey } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const isInput = target instanceof HTMLInputElement && !event.isComposing;
    if (key === 'Escape') find.close();
    else if (key === 'Enter' && isInput && shiftKey) find.previous();
    else if (key === 'Enter' && isInput && target === field.current) find.next();
    else if (key === 'Enter' && isInput) replaceOne();
    else if (isCommand && key.toLowerCase() === 'z' && !shiftKey && replaced !== null) {
      desk.run(undo);
      setReplaced(null);
      requestAnimationFrame(() => field.current?.focus());
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const speakers: readonly SelectOption<SearchedSpeaker>[] = [
    { value: 'all', label: t('findEverybody') },
    { value: 'none', label: t('findNobody') },
    ...attendance.map((attendee) => ({
      value: attendee.id,
      label: attendeeLabel(attendee),
    })),
  ];
  const isNothing = query.text !== '' && count === 0 && replaced === null;
  const counted =
    query.text === ''
      ? ''
      : count === 0
        ? t('findNothing')
        : index < 0
          ? t('findCountOnly', { count })
          : t('findCount', { index: index + 1, count });
  const message = replaced === null ? counted : t('replacedCount', { count: replaced });

  const note = isFiltered && <p className="find-note">{t('findOnlyShown')}</p>;

  return (
    <search ref={bar} className="find-bar" aria-label={t('findBar')}>
      <div className="find-row">
        <TextField
          label={t('findField')}
          isLabelHidden
          placeholder={t('findField')}
          className="find-field"
          value={query.text}
          onChange={(text) => {
            setReplaced(null);
            find.setQuery({ text });
          }}
          inputRef={field}
        />
        <Button
          variant="quiet"
          isIcon
          aria-label={t('findPrevious')}
          isDisabled={count === 0}
          onPress={find.previous}
        >
          <ArrowUp size={16} aria-hidden />
        </Button>
        <Button
          variant="quiet"
          isIcon
          aria-label={t('findNext')}
          isDisabled={count === 0}
          onPress={find.next}
        >
          <ArrowDown size={16} aria-hidden />
        </Button>
        <output className={`find-message ${isNothing ? 'is-nothing' : ''}`}>{message}</output>
        <ToggleButton
          className="editor-tool find-option"
          aria-label={t('findCase')}
          isSelected={query.isCaseSensitive}
          onChange={(isCaseSensitive) => find.setQuery({ isCaseSensitive })}
        >
          <CaseSensitive size={18} aria-hidden />
          <span className="editor-tool-tip">{t('findCase')}</span>
        </ToggleButton>
        <ToggleButton
          className="editor-tool find-option"
          aria-label={t('findWord')}
          isSelected={query.isWholeWord}
          onChange={(isWholeWord) => find.setQuery({ isWholeWord })}
        >
          <WholeWord size={18} aria-hidden />
          <span className="editor-tool-tip">{t('findWord')}</span>
        </ToggleButton>
        <Select
          label={t('findSpeaker')}
          isLabelHidden
          className="find-speaker"
          options={speakers}
          value={query.speaker}
          onChange={(speaker) => find.setQuery({ speaker })}
        />
        {!isReadOnly && !isReplacing && (
          <Button variant="quiet" onPress={() => find.open('replace')}>
            <ChevronDown size={14} aria-hidden />
            {t('findShowReplace')}
          </Button>
        )}
        <Button variant="quiet" isIcon aria-label={t('findClose')} onPress={find.close}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      {isReplacing && (
        <div className="find-row">
          <TextField
            label={t('replaceField')}
            isLabelHidden
            placeholder={t('replaceField')}
            className="find-field"
            value={replacement}
            onChange={(text) => {
              setReplaced(null);
              setReplacement(text);
            }}
          />
          <Button isDisabled={count === 0} onPress={replaceOne}>
            {t('replaceOne')}
          </Button>
          <Button
            className="find-replace-all"
            isDisabled={count === 0}
            onPress={() => void replaceAll()}
          >
            {t('replaceAll')}
          </Button>
          {note}
        </div>
      )}
      {!isReplacing && note}
    </search>
  );
}
