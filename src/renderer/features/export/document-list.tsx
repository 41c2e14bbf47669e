/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are walked through and ticked are an ARIA grid, which no table element is */
import { Check, FileText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS } from '../../../shared/official/document-kinds.ts';
import type { SessionGaps } from '../../../shared/official/session-gaps.ts';
import { describeError } from '../../api/describe-error.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { blanksAmong } from './blanks.ts';
import type { ListedDocument } from './listed-document.ts';

interface DocumentListProps {
  readonly documents: readonly ListedDocument[];
  /** The ticked ones: only what Notula makes by itself is saved several at once. */
  readonly kinds: readonly DocumentKind[];
  /** The one of which the details are shown. */
  readonly shown: ListedDocument;
  /** undefined while it is not known. */
  readonly gaps: SessionGaps | undefined;
  /** Why the templates are not among the documents; null where they are. */
  readonly templatesProblem: Error | null;
  readonly onChange: (kinds: readonly DocumentKind[]) => void;
  readonly onShow: (document: ListedDocument) => void;
  readonly onSave: (document: ListedDocument) => void;
}

/** Which row a key goes to from that one; null: the key goes nowhere. */
function rowAfter(key: string, index: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, last);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'Home':
    case 'PageUp':
      return 0;
    case 'End':
    case 'PageDown':
      return last;
    default:
      return null;
  }
}

/** The documents of a session: arrows show one, Space ticks it, Enter saves it. */
export function DocumentList({
  documents,
  kinds,
  shown,
  gaps,
  templatesProblem,
  onChange,
  onShow,
  onSave,
}: DocumentListProps) {
  const { t } = useTranslation('export');
  const rows = useRef(new Map<ListedDocument['key'], HTMLElement>());
  const firstShown = useRef(shown.key);
  // Where the last look ended, not at the top.
  useEffect(() => rows.current.get(firstShown.current)?.focus(), []);

  const toggle = (document: ListedDocument): void => {
    if (document.type === 'template') return;
    const { key } = document;
    onChange(kinds.includes(key) ? kinds.filter((other) => other !== key) : [...kinds, key]);
  };

  const onKeyDown = (event: KeyboardEvent, document: ListedDocument): void => {
    const next = rowAfter(event.key, documents.indexOf(document), documents.length - 1);
    const isAll = event.key === 'a' && (event.ctrlKey || event.metaKey);
    if (next !== null) rows.current.get(documents[next]?.key ?? document.key)?.focus();
    else if (event.key === ' ') toggle(document);
    else if (event.key === 'Enter') onSave(document);
    else if (isAll) onChange(DOCUMENT_KINDS);
    else return;
    event.preventDefault();
  };

  const stateOf = (document: ListedDocument) => {
    if (document.type === 'template') {
      const count = document.template.check.findings.length;
      return count === 0
        ? { text: '', className: '' }
        : { text: t('findingCount', { count }), className: 'export-row-blanks' };
    }
    if (gaps === undefined) return { text: '', className: '' };
    const count = blanksAmong(gaps[document.key]).length;
    return count === 0
      ? { text: t('complete'), className: '' }
      : { text: t('blankCount', { count }), className: 'export-row-blanks' };
  };

  const row = (document: ListedDocument) => {
    const { key, name } = document;
    const state = stateOf(document);
    const isTicked = document.type === 'one' && kinds.includes(document.key);
    return (
      <div
        key={key}
        ref={(element) => {
          if (element === null) rows.current.delete(key);
          else rows.current.set(key, element);
        }}
        className={`export-row ${key === shown.key ? 'export-row-shown' : ''}`}
        role="row"
        // What cannot be ticked says nothing of it.
        aria-selected={document.type === 'one' ? isTicked : undefined}
        tabIndex={key === shown.key ? 0 : -1}
        onFocus={() => onShow(document)}
        onKeyDown={(event) => onKeyDown(event, document)}
      >
        {document.type === 'one' ? (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- for the mouse; the row has the focus, and Space does the same
          <span className="export-row-tick" role="gridcell" onClick={() => toggle(document)}>
            <span className="export-row-box" aria-hidden>
              {isTicked && <Check size={12} strokeWidth={3} />}
            </span>
          </span>
        ) : (
          <span className="export-row-tick" role="gridcell">
            <FileText size={16} aria-hidden />
          </span>
        )}
        <span className="export-row-name" role="gridcell">
          <span>{name}</span>
          <span className={`export-row-state ${state.className}`}>{state.text}</span>
        </span>
      </div>
    );
  };

  const templates = documents.filter(({ type }) => type === 'template');
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
        {documents.filter(({ type }) => type === 'one').map(row)}
        {templates.length > 0 && (
          <div className="export-templates" role="rowgroup" aria-label={t('templates')}>
            <div className="export-templates-title" aria-hidden>
              {t('templates')}
            </div>
            {templates.map(row)}
          </div>
        )}
      </div>
      {templatesProblem !== null && (
        <p className="export-state-error" role="alert">
          {`${t('templates')}: ${describeError(templatesProblem)}`}
        </p>
      )}
      <p className="export-hint">{t('listHint')}</p>
    </div>
  );
}
