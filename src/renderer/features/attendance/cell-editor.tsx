import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ATTENDANCE_ROLES } from '../../../shared/minutes/people.ts';
import { parseTimeOfDay, timeText } from '../../../shared/minutes/typed-forms.ts';
import { holdsUnsaved } from '../../api/unsaved.ts';
import type { EditedField } from './columns.ts';
import { COLUMN_TEXTS } from './columns.ts';
import { SuggestField } from './suggest-field.tsx';

/** How an edit ended: "next" goes on to the next cell. */
export type EditEnd = 'stay' | 'next' | 'previous';

/** What an edit says: a text, a time or a head count; null for nothing known. */
export type EditedValue = string | number | null;

interface CellEditorProps {
  readonly field: EditedField;
  readonly isGroup: boolean;
  readonly initial: string;
  /** Names offered in the column of organizations. */
  readonly organizations: readonly string[];
  readonly onCommit: (value: EditedValue, end: EditEnd) => void;
  readonly onCancel: () => void;
}

const MAX_LENGTHS: Readonly<Record<EditedField, number>> = {
  name: 300,
  position: 300,
  organization: 300,
  role: 80,
  arrived: 12,
  left: 12,
  representedBy: 300,
};

type Reading = { readonly value: EditedValue } | { readonly error: string };

/** What the typed text means in a column; an error names the sentence to show. */
function read(field: EditedField, isGroup: boolean, text: string): Reading {
  const typed = text.trim();
  if (field === 'arrived' || field === 'left') {
    if (typed === '') return { value: null };
    const time = parseTimeOfDay(typed);
    return time === null ? { error: 'timeError' } : { value: time };
  }
  if (isGroup && field === 'position') {
    if (typed === '') return { value: null };
    const count = /^(\d{1,6})(?:\s*orang)?$/iu.exec(typed)?.[1];
    return count === undefined ? { error: 'headCountError' } : { value: Number(count) };
  }
  if (field === 'name' && typed === '') return { error: 'nameRequired' };
  return { value: field === 'role' && typed === '' ? null : typed };
}

function suggestionsFor(field: EditedField, organizations: readonly string[]): readonly string[] {
  switch (field) {
    case 'role':
      return ATTENDANCE_ROLES;
    case 'organization':
      return organizations;
    case 'name':
    case 'position':
    case 'arrived':
    case 'left':
    case 'representedBy':
      return [];
  }
}

/** The text of a stored time as it is read and typed: "09.10". */
export const shownTime = (time: string | null): string => (time === null ? '' : timeText(time));

/** The field in a cell: Enter and Tab keep what was typed, Esc keeps what was there. */
export function CellEditor({
  field,
  isGroup,
  initial,
  organizations,
  onCommit,
  onCancel,
}: CellEditorProps) {
  const { t } = useTranslation('attendance');
  const [text, setText] = useState(initial);
  const [error, setError] = useState<string | null>(null);
  const cell = useRef<HTMLDivElement>(null);
  const isOver = useRef(false);

  useEffect(() => {
    const input = cell.current?.querySelector('input');
    input?.focus();
    // What was typed to open the field stays in front of the caret; what stood there is selected.
    input?.setSelectionRange(/^\d$/u.test(initial) ? 1 : 0, initial.length);
  }, [initial]);

  const commit = (typed: string, end: EditEnd): void => {
    if (isOver.current) return;
    const reading = read(field, isGroup, typed);
    if ('error' in reading) {
      setError(reading.error);
      return;
    }
    isOver.current = true;
    onCommit(reading.value, end);
  };
  const cancel = (): void => {
    isOver.current = true;
    onCancel();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    switch (event.key) {
      case 'Enter':
        commit(text, 'stay');
        break;
      case 'Tab':
        commit(text, event.shiftKey ? 'previous' : 'next');
        break;
      case 'Escape':
        cancel();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const commitTyped = useRef(() => commit(text, 'stay'));
  useEffect(() => {
    commitTyped.current = () => commit(text, 'stay');
  });
  // Closing the window takes the focus from nothing, so the cell is asked.
  useEffect(
    () =>
      holdsUnsaved(() => {
        commitTyped.current();
        return Promise.resolve(isOver.current);
      }),
    [],
  );

  /** Leaving the cell keeps what can be kept; what cannot be understood is left as it was. */
  const onBlur = (): void => {
    if (isOver.current) return;
    if ('error' in read(field, isGroup, text)) cancel();
    else commit(text, 'stay');
  };

  const label =
    field === 'representedBy'
      ? t('columnRepresentedBy')
      : isGroup && field === 'position'
        ? t('headCount')
        : t(COLUMN_TEXTS[field]);
  return (
    <div ref={cell} className="cell-editor" data-editor data-invalid={error !== null || undefined}>
      <SuggestField
        label={label}
        isLabelHidden
        value={text}
        onChange={(value) => {
          setText(value);
          setError(null);
        }}
        suggestions={suggestionsFor(field, organizations)}
        isOpenAtOnce={field === 'role'}
        onChoose={(value) => commit(value, 'stay')}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        maxLength={MAX_LENGTHS[field]}
      />
      {error !== null && (
        <p className="cell-editor-error" role="alert">
          {t(error)}
        </p>
      )}
    </div>
  );
}
