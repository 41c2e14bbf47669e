import { useEffect, useRef } from 'react';
import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { GridList, GridListItem } from 'react-aria-components';

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

const isKind = (key: unknown): key is DocumentKind => DOCUMENT_KINDS.some((kind) => kind === key);

/** The documents of a session: arrows show one, Space ticks it, Enter saves it. */
export function DocumentList({ kinds, shown, gaps, onChange, onShow, onSave }: DocumentListProps) {
  const { t } = useTranslation('export');
  const gridRef = useRef<HTMLDivElement>(null);
  const firstShown = useRef(shown);

  const rowOf = (kind: DocumentKind): HTMLElement | null =>
    gridRef.current?.querySelector<HTMLElement>(`[role="row"][data-key="${kind}"]`) ?? null;
  // Where the last look ended, not at the top.
  useEffect(() => rowOf(firstShown.current)?.focus(), []);

  /** The name only shows the document; the box ticks it. */
  const showOnly = (event: PointerEvent | MouseEvent, kind: DocumentKind): void => {
    event.stopPropagation();
    if (event.type === 'click') rowOf(kind)?.focus();
  };

  const showFocused = ({ target }: FocusEvent): void => {
    const row = (target as HTMLElement).closest<HTMLElement>('[role="row"]');
    const key = row?.dataset['key'];
    if (isKind(key)) onShow(key);
  };
  const saveByEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Otherwise Enter would tick, as Space does.
    event.preventDefault();
    event.stopPropagation();
    onSave(shown);
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
      <div role="presentation" onFocus={showFocused} onKeyDownCapture={saveByEnter}>
        <GridList
          ref={gridRef}
          className="export-list"
          aria-label={t('list')}
          selectionMode="multiple"
          escapeKeyBehavior="none"
          selectedKeys={kinds}
          onSelectionChange={(keys) =>
            onChange(DOCUMENT_KINDS.filter((kind) => keys === 'all' || keys.has(kind)))
          }
        >
          {DOCUMENT_KINDS.map((kind) => {
            const blankCount = gaps === undefined ? null : blanksAmong(gaps[kind]).length;
            const state =
              blankCount === null
                ? ''
                : blankCount === 0
                  ? t('complete')
                  : t('blankCount', { count: blankCount });
            return (
              <GridListItem
                key={kind}
                id={kind}
                textValue={`${DOCUMENT_NAMES[kind]}${state === '' ? '' : `, ${state}`}`}
                className={`export-row ${kind === shown ? 'export-row-shown' : ''}`}
              >
                <Checkbox slot="selection" />
                {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- only spares a mouse the ticking; the row itself takes focus and keys */}
                <span
                  className="export-row-name"
                  onPointerDown={(event) => showOnly(event, kind)}
                  onMouseDown={(event) => showOnly(event, kind)}
                  onClick={(event) => showOnly(event, kind)}
                >
                  <span>{DOCUMENT_NAMES[kind]}</span>
                  <span className={`export-row-state ${blankCount ? 'export-row-blanks' : ''}`}>
                    {state}
                  </span>
                </span>
              </GridListItem>
            );
          })}
        </GridList>
      </div>
      <p className="export-hint">{t('listHint')}</p>
    </div>
  );
}
