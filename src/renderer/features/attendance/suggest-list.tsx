/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a listbox beside a text field has no HTML element */
import type { CSSProperties, ReactNode } from 'react';
import { useEffect, useRef } from 'react';

import './suggest.css';

/** A CSS name for an element's id, by which its list is placed under it. */
export function anchorFor(id: string): string {
  return `--anchor-${id.replace(/\W/gu, '')}`;
}

interface SuggestListProps {
  readonly id: string;
  readonly label: string;
  /** Id of the field under which the list stands. */
  readonly anchorId: string;
  readonly children: ReactNode;
}

/** The list of a combobox, over everything else, so no scrolling container cuts it. */
export function SuggestList({ id, label, anchorId, children }: SuggestListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.showPopover();
  }, []);
  const style: CSSProperties = { positionAnchor: anchorFor(anchorId) };
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      popover="manual"
      className="suggest-list"
      style={style}
    >
      {children}
    </div>
  );
}

interface SuggestOptionProps {
  readonly id: string;
  readonly isHighlighted: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

export function SuggestOption({ id, isHighlighted, onChoose, children }: SuggestOptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isHighlighted) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isHighlighted]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field keeps the focus and has the keys
    <div
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isHighlighted}
      className="suggest-option"
      // The field keeps the focus: choosing must not look like leaving it.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
