/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a listbox beside a text field has no HTML element */
import { CircleHelp, Search, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LONGEST_SEARCH } from '../../../shared/contract/search.ts';
import type { Completions } from '../../../shared/search/query/complete.ts';
import { completionsAt } from '../../../shared/search/query/complete.ts';
import { Button } from '../../ui/button.tsx';
import { complete, completionMode, fieldAction } from './completion-state.ts';
import { today } from './query-parts.ts';
import { RESULTS_ID } from './search-results.tsx';
import { useCandidates } from './use-candidates.ts';

const COMPLETIONS_ID = 'search-completions';
const optionId = (index: number): string => `search-completion-${index}`;

interface SearchFieldProps {
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly hitCount: number;
  /** The id of the chosen hit. */
  readonly activeId: string | null;
  readonly onChange: (text: string) => void;
  readonly onStep: (by: number) => void;
  readonly onOpen: () => void;
  /** From the empty field down to what is kept. */
  readonly onIntoStart: () => void;
  readonly onHelp: () => void;
  readonly onClose: () => void;
}

/** What may follow at the caret; the chosen proposal and a dismissal hold for that text alone. */
function useCompletions(text: string, caret: number) {
  const candidates = useCandidates();
  const [state, setState] = useState({ text: '', chosen: -1, isDismissed: false });
  const found = useMemo<Completions>(
    () => completionsAt(text, caret, candidates, today()),
    [text, caret, candidates],
  );
  const { chosen, isDismissed } = state.text === text ? state : { chosen: -1, isDismissed: false };
  const mode = isDismissed ? ('none' as const) : completionMode(text, found);
  return {
    found,
    mode,
    chosen: mode === 'list' ? Math.min(chosen, found.items.length - 1) : -1,
    choose: (next: number): void => setState({ text, chosen: next, isDismissed: false }),
    dismiss: (): void => setState({ text, chosen: -1, isDismissed: true }),
  };
}

/** The field of the search, with what an operator can be completed with under it. */
export function SearchField(props: SearchFieldProps) {
  const { fieldRef, text, hitCount, activeId, onChange, onStep, onOpen } = props;
  const { t } = useTranslation('search');
  const [caret, setCaret] = useState(text.length);
  const [hasFocus, setFocus] = useState(false);
  const nextCaret = useRef<number | null>(null);
  const { found, mode, chosen, choose, dismiss } = useCompletions(
    text,
    Math.min(caret, text.length),
  );
  const isListOpen = mode === 'list' && hasFocus;
  const hinted = mode === 'hint' && hasFocus ? found.items[0] : undefined;

  useLayoutEffect(() => {
    if (nextCaret.current === null) return;
    fieldRef.current?.setSelectionRange(nextCaret.current, nextCaret.current);
    nextCaret.current = null;
  }, [text, fieldRef]);

  const take = (index: number): void => {
    const item = found.items[index];
    if (item === undefined) return;
    const done = complete(text, found, item);
    nextCaret.current = done.caret;
    setCaret(done.caret);
    onChange(done.text.slice(0, LONGEST_SEARCH));
    fieldRef.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // A word that is being composed takes these keys for itself.
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.shiftKey) return;
    const action = fieldAction(event.key, {
      mode: isListOpen ? 'list' : hinted ? 'hint' : 'none',
      chosen,
      completionCount: found.items.length,
      hitCount,
      isEmpty: text.trim() === '',
    });
    if (action === null) return;
    event.preventDefault();
    switch (action.type) {
      case 'step-results':
        return onStep(action.by);
      case 'step-completions': {
        const next = chosen + action.by;
        return choose(next < -1 ? found.items.length - 1 : next >= found.items.length ? -1 : next);
      }
      case 'take':
        return take(action.index);
      case 'dismiss':
        event.stopPropagation();
        return dismiss();
      case 'open':
        return onOpen();
      case 'into-start':
        return props.onIntoStart();
    }
  };

  const listed = isListOpen ? (chosen === -1 ? null : optionId(chosen)) : activeId;
  return (
    <div className="search-field">
      <Search size={18} aria-hidden className="search-field-icon" />
      <input
        ref={fieldRef}
        className="search-field-input"
        type="text"
        role="combobox"
        aria-label={t('field')}
        aria-autocomplete="list"
        aria-expanded={isListOpen || hitCount > 0}
        aria-controls={isListOpen ? COMPLETIONS_ID : RESULTS_ID}
        {...(listed === null ? {} : { 'aria-activedescendant': listed })}
        {...(hinted === undefined ? {} : { 'aria-describedby': 'search-hint' })}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a search is opened to be typed into, and the first letter comes at once
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST_SEARCH}
        placeholder={t('placeholder')}
        value={text}
        onChange={(event) => {
          setCaret(event.target.selectionStart ?? event.target.value.length);
          onChange(event.target.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
        onKeyDown={onKeyDown}
        // Read by the panel: Escape closes the proposals before it closes the search.
        data-has-list={isListOpen}
      />
      {hinted !== undefined && (
        <span id="search-hint" className="search-hint">
          <kbd>Tab</kbd> {hinted.key === null ? '' : t(`filter_${hinted.key}`)}
          {hinted.type === 'value' ? `: ${hinted.label}` : ''}
        </span>
      )}
      {text !== '' && (
        <Button
          variant="quiet"
          isIcon
          aria-label={t('clear')}
          onPress={() => {
            onChange('');
            fieldRef.current?.focus();
          }}
        >
          <X size={16} aria-hidden />
        </Button>
      )}
      <Button variant="quiet" isIcon aria-label={t('help')} onPress={props.onHelp}>
        <CircleHelp size={16} aria-hidden />
      </Button>
      <Button variant="quiet" onPress={props.onClose}>
        {t('close')} <kbd>Esc</kbd>
      </Button>
      {isListOpen && (
        <div
          id={COMPLETIONS_ID}
          role="listbox"
          aria-label={t('completions')}
          className="search-completions"
        >
          {found.items.map((item, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys of the list
            <div
              key={item.insert}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className="search-completion"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(index)}
            >
              <span className="search-completion-name">{item.label}</span>
              {item.sessionCount !== null && (
                <span className="search-completion-count">
                  {t('sessionCount', { total: item.sessionCount })}
                </span>
              )}
            </div>
          ))}
          <p aria-hidden className="search-completion-keys">
            {t('completionKeys')}
          </p>
        </div>
      )}
    </div>
  );
}
