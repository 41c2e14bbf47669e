/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are walked through and ticked are an ARIA grid, which no table element is */
import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type { SessionGaps } from '../../../shared/official/session-gaps.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { blanksAmong } from './blanks.ts';

interface DocumentListProps {
  /** The ticked ones. */
  readonly kinds: readonly DocumentKind[];
  /** The one of which the details are shown. */
  readonly shown: DocumentKind;
  /** undefined while it is not known. */
  readonly gaps: SessionGaps | undefined;
  readonly onChange: (kinds: readonly DocumentKind[]) => void;
  readonly onShow: (kind: DocumentKind) => void;
  readonly onSave: (kind: DocumentKind) => void;
}

const LAST = DOCUMENT_KINDS.length - 1;

/** Which row a key goes to from that one; null: the key goes nowhere. */
function rowAfter(key: string, index: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, LAST);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'Home':
    case 'PageUp':
      return 0;
    case 'End':
    case 'PageDown':
      return LAST;
    default:
      return null;
  }
}

/** The documents of a session: arrows show one, Space ticks it, Enter saves it. */
export function DocumentList({ kinds, shown, gaps, onChange, onShow, onSave }: DocumentListProps) {
  const { t } = useTranslation('export');
  const rows = useRef(new Map<DocumentKind, HTMLElement>());
  const firstShown = useRef(shown);
  // Where the last look ended, not at the top.
  useEffect(() => rows.current.get(firstShown.current)?.focus(), []);

  const toggle = (kind: DocumentKind): void =>
    onChange(kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind]);

  const onKeyDown = (event: KeyboardEvent, kind: DocumentKind, index: number): void => {
    const next = rowAfter(event.key, index);
    const isAll = event.key === 'a' && (event.ctrlKey || event.metaKey);
    if (next !== null) rows.current.get(DOCUMENT_KINDS[next] ?? kind)?.focus();
    else if (event.key === ' ') toggle(kind);
    else if (event.key === 'Enter') onSave(kind);
    else if (isAll) onChange(DOCUMENT_KINDS);
    else return;
    event.preventDefault();
  };

  const stateOf = (kind: DocumentKind) => {
    if (gaps === undefined) return { text: '', className: '' };
    const count = blanksAmong(gaps[kind]).length;
    return count === 0
      ? { text: t('complete'), className: '' }
      : { text: t('blankCount', { count }), className: 'export-row-blanks' };
  };

  return (
    <div className="export-list-side">
      <Checkbox
        className="export-all"
        isSelected={kinds.length === DOCUMENT_KINDS.length}
        isIndeterminate={kinds.length > 0 && kinds.length < DOCUMENT_KINDS.length}
        onChange={(isSelected) => onChange(isSelected ? DOCUMENT_KINDS : [])}
      >
        {t('all')}
      </Checkbox>
      <div className="export-list" role="grid" aria-label={t('list')} aria-multiselectable>
        {DOCUMENT_KINDS.map((kind, index) => {
          const state = stateOf(kind);
          return (
            <div
              key={kind}
              ref={(row) => {
                if (row === null) rows.current.delete(kind);
                else rows.current.set(kind, row);
              }}
              className={`export-row ${kind === shown ? 'export-row-shown' : ''}`}
              role="row"
              aria-selected={kinds.includes(kind)}
              tabIndex={kind === shown ? 0 : -1}
              onFocus={() => onShow(kind)}
              onKeyDown={(event) => onKeyDown(event, kind, index)}
            >
              {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- for the mouse; the row has the focus, and Space does the same */}
              <span className="export-row-tick" role="gridcell" onClick={() => toggle(kind)}>
                <span className="export-row-box" aria-hidden>
                  {kinds.includes(kind) && <Check size={12} strokeWidth={3} />}
                </span>
              </span>
              <span className="export-row-name" role="gridcell">
                <span>{DOCUMENT_NAMES[kind]}</span>
                <span className={`export-row-state ${state.className}`}>{state.text}</span>
              </span>
            </div>
          );
        })}
      </div>
      <p className="export-hint">{t('listHint')}</p>
    </div>
  );
}
