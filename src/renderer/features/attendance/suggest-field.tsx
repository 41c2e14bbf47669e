import type { CSSProperties, KeyboardEvent } from 'react';
import { useId, useState } from 'react';

import { anchorFor, SuggestList, SuggestOption } from './suggest-list.tsx';

const MOST_SHOWN = 40;

interface SuggestFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly suggestions: readonly string[];
  /** A suggestion was chosen; it has been given to `onChange` already. */
  readonly onChoose?: (value: string) => void;
  /** Keys that the field does not use itself, such as Enter without a chosen suggestion. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onBlur?: () => void;
  readonly isOpenAtOnce?: boolean;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly className?: string;
}

/** Suggestions of which a word begins with what was typed. */
function matching(suggestions: readonly string[], text: string): readonly string[] {
  const query = text.trim().toLowerCase();
  return suggestions
    .filter((each) => {
      const name = each.toLowerCase();
      return name.startsWith(query) || name.includes(` ${query}`);
    })
    .slice(0, MOST_SHOWN);
}

/** A text field that offers words and takes any other as well. */
export function SuggestField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  suggestions,
  onChoose,
  onKeyDown,
  onBlur,
  isOpenAtOnce = false,
  placeholder,
  maxLength,
  className = '',
}: SuggestFieldProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(isOpenAtOnce);
  const [highlighted, setHighlighted] = useState(-1);
  // Until something is typed, all words are offered, whatever stands in the field.
  const [isTyped, setIsTyped] = useState(false);
  const options = isOpen ? matching(suggestions, isTyped ? value : '') : [];

  const choose = (option: string): void => {
    onChange(option);
    setIsOpen(false);
    setHighlighted(-1);
    onChoose?.(option);
  };

  const handleKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    const chosen = options[highlighted];
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (!isOpen) setIsOpen(true);
      else setHighlighted((at) => Math.max(-1, Math.min(options.length - 1, at + step)));
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape' && isOpen && highlighted !== -1) {
      event.stopPropagation();
      setHighlighted(-1);
    } else onKeyDown?.(event);
  };

  const style: CSSProperties = { anchorName: anchorFor(id) };
  return (
    <div className={`field ${className}`}>
      <label className={isLabelHidden ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={highlighted === -1 ? undefined : `${id}-${highlighted}`}
        className="suggest-input"
        style={style}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setIsTyped(true);
          setIsOpen(true);
          setHighlighted(-1);
        }}
        onKeyDown={handleKey}
        onBlur={() => {
          setIsOpen(false);
          onBlur?.();
        }}
      />
      {options.length > 0 && (
        <SuggestList id={`${id}-list`} label={label} anchorId={id}>
          {options.map((option, index) => (
            <SuggestOption
              key={option}
              id={`${id}-${index}`}
              isHighlighted={index === highlighted}
              onChoose={() => choose(option)}
            >
              {option}
            </SuggestOption>
          ))}
        </SuggestList>
      )}
    </div>
  );
}
