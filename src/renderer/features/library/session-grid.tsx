/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows in sight are placed one by one, which table elements cannot be */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../../shared/ids.ts';
import type { SessionSummary } from '../../../shared/minutes/session.ts';
import type { Column, Sort } from './library-rows.ts';
import { COLUMNS } from './library-rows.ts';
import type { Selection } from './selection.ts';
import { all, movedTo, toggled } from './selection.ts';
import { rowElementId, SessionRow } from './session-row.tsx';

const ROW_HEIGHT_PX = 36;
const HEAD_HEIGHT_PX = 36;
const COLUMN_TEXTS = {
  kind: 'columnKind',
  title: 'columnTitle',
  date: 'columnDate',
  place: 'columnPlace',
  status: 'columnStatus',
} as const satisfies Record<Column, string>;

interface SessionGridProps {
  readonly rows: readonly SessionSummary[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: (row: SessionSummary) => void;
  readonly onMenu: (row: SessionSummary, at: { readonly x: number; readonly y: number }) => void;
  /** Keys of the list's commands; true where the key was one. */
  readonly onCommandKey: (event: KeyboardEvent) => boolean;
  readonly gridRef: RefObject<HTMLDivElement | null>;
}

function reversed({ direction }: Sort): Sort['direction'] {
  return direction === 'ascending' ? 'descending' : 'ascending';
}

/**
 * The list as an ARIA grid of which only the rows in sight are in the page. The grid itself keeps
 * the focus and names its active row, so scrolling never takes the focus away.
 */
export function SessionGrid({
  rows,
  sort,
  onSort,
  selection,
  onSelect,
  onOpen,
  onMenu,
  onCommandKey,
  gridRef,
}: SessionGridProps) {
  const { t } = useTranslation('library');
  const scroller = useRef<HTMLDivElement>(null);
  const ids = rows.map((row) => row.id);
  const active = selection.activeId === null ? -1 : ids.indexOf(selection.activeId);

  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is passed on or memoised
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    // The head scrolls with the rows and sticks above them.
    scrollMargin: HEAD_HEIGHT_PX,
    scrollPaddingStart: HEAD_HEIGHT_PX,
    // The active row is named by aria-activedescendant, so it must exist even out of sight.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return active === -1 || indexes.includes(active) ? indexes : [...indexes, active];
    },
  });

  useEffect(() => {
    if (active !== -1) virtualizer.scrollToIndex(active);
  }, [active, virtualizer]);

  const pageRows = (): number =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT_PX) - 2);

  function targetOf(key: string): number | null {
    switch (key) {
      case 'ArrowDown':
        return active + 1;
      case 'ArrowUp':
        return active - 1;
      case 'PageDown':
        return active + pageRows();
      case 'PageUp':
        return active - pageRows();
      case 'Home':
        return 0;
      case 'End':
        return rows.length - 1;
      default:
        return null;
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Keys typed on a column header belong to it.
    if (event.target !== event.currentTarget) return;
    const target = targetOf(event.key);
    const row = rows[active];
    if (target !== null && !event.ctrlKey && !event.altKey) {
      onSelect(movedTo(selection, ids, target, event.shiftKey));
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      onSelect(all(selection, ids));
    } else if (event.key === ' ' && row !== undefined) {
      onSelect(toggled(selection, row.id));
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      openMenuByKey(row);
    } else if (!onCommandKey(event)) {
      return;
    }
    event.preventDefault();
  }

  function openMenuByKey(row: SessionSummary | undefined): void {
    if (row === undefined) return;
    const box = document.querySelector(`#${CSS.escape(rowElementId(row.id))}`);
    const { left, bottom } = (box ?? document.body).getBoundingClientRect();
    onMenu(row, { x: left + ROW_HEIGHT_PX, y: bottom });
  }

  function onPress(event: MouseEvent, row: SessionSummary): void {
    if (event.button === 2 && selection.selected.has(row.id)) {
      onSelect({ ...selection, activeId: row.id });
    } else if (event.ctrlKey || event.metaKey) {
      onSelect(toggled(selection, row.id));
    } else {
      onSelect(movedTo(selection, ids, ids.indexOf(row.id), event.shiftKey));
    }
    // A press on the row's own button leaves the focus to the menu that it opens.
    if (event.target instanceof Element && event.target.closest('button')) return;
    event.preventDefault();
    gridRef.current?.focus();
  }

  const activeId: SessionId | undefined = rows[active]?.id;
  return (
    <div
      ref={gridRef}
      role="grid"
      tabIndex={0}
      aria-label={t('table')}
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length + 1}
      aria-activedescendant={activeId === undefined ? undefined : rowElementId(activeId)}
      className="library-grid"
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && active === -1) {
          onSelect(movedTo(selection, ids, 0, false));
        }
      }}
    >
      <div ref={scroller} role="presentation" className="library-scroller">
        <div role="row" aria-rowindex={1} className="library-head">
          {COLUMNS.map((column) => (
            <div
              key={column}
              role="columnheader"
              aria-sort={sort.column === column ? sort.direction : 'none'}
              className="library-head-cell"
            >
              <button
                type="button"
                className="library-sort"
                onClick={() =>
                  onSort({
                    column,
                    direction: sort.column === column ? reversed(sort) : 'ascending',
                  })
                }
              >
                {t(COLUMN_TEXTS[column])}
                {sort.column === column &&
                  (sort.direction === 'ascending' ? (
                    <ArrowUp size={13} aria-hidden />
                  ) : (
                    <ArrowDown size={13} aria-hidden />
                  ))}
              </button>
            </div>
          ))}
        </div>
        <div
          role="rowgroup"
          style={{ blockSize: virtualizer.getTotalSize(), position: 'relative' }}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <SessionRow
                key={item.key}
                row={row}
                index={item.index}
                offsetPx={item.start - HEAD_HEIGHT_PX}
                isActive={item.index === active}
                isSelected={selection.selected.has(row.id)}
                onPress={onPress}
                onOpen={onOpen}
                onMenu={onMenu}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
