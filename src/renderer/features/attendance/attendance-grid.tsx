/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows in sight are placed one by one, which table elements cannot be */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import type { MouseEvent, PointerEvent, RefObject } from 'react';
import { useCallback, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { AttendanceId, DayId } from '../../../shared/ids.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { CellEdit } from './attendance-row.tsx';
import { AttendanceRow, cellId } from './attendance-row.tsx';
import type { EditedValue, EditEnd } from './cell-editor.tsx';
import type { Column } from './columns.ts';
import { COLUMN_TEXTS, COLUMNS } from './columns.ts';
import type { GridState } from './selection.ts';
import { activeIndex, allSelected, noneSelected, targets, toggled } from './selection.ts';
import type { GridKeys } from './use-grid-keys.ts';
import { useGridKeys } from './use-grid-keys.ts';
import type { RowDrag } from './use-row-drag.ts';
import { useRowDrag } from './use-row-drag.ts';
import './attendance-grid.css';

const ROW_HEIGHT_PX = 44;
const HEADER_HEIGHT_PX = 32;

interface AttendanceGridProps extends GridKeys {
  readonly lines: readonly Attendance[];
  readonly dayId: DayId | null;
  readonly isFrozen: boolean;
  readonly state: GridState;
  readonly onState: (state: GridState) => void;
  readonly edit: CellEdit | null;
  readonly organizations: readonly string[];
  readonly onCommit: (value: EditedValue, end: EditEnd) => void;
  readonly onCancel: () => void;
  readonly onDrop: (drag: RowDrag) => void;
  readonly isSigned: (line: Attendance) => boolean;
  readonly gridRef: RefObject<HTMLDivElement | null>;
}

/**
 * The attendance as an ARIA grid of which only the rows in sight are in the page. The grid keeps
 * the focus and names its active cell, so scrolling and changes never take the focus away.
 */
export function AttendanceGrid(props: AttendanceGridProps) {
  const { lines, dayId, isFrozen, state, onState, edit, organizations, gridRef } = props;
  const { onCommit, onCancel, onOpen, onDrop, onSign, isSigned } = props;
  const { t } = useTranslation('attendance');
  const gridId = useId();
  const scroller = useRef<HTMLDivElement | null>(null);
  const order = lines.map((line) => line.id);
  const active = activeIndex(state, order);
  const activeLine = lines[active];
  const isAllSelected = lines.length > 0 && state.selected.size === lines.length;

  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is passed on or memoised
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 8,
    scrollMargin: HEADER_HEIGHT_PX,
    scrollPaddingStart: HEADER_HEIGHT_PX,
    // The active row is named by aria-activedescendant, so it must exist even out of sight.
    rangeExtractor: (visible) => {
      const indexes = defaultRangeExtractor(visible);
      return active === -1 || indexes.includes(active) ? indexes : [...indexes, active];
    },
  });
  useEffect(() => {
    if (state.activeId !== null && active !== -1) virtualizer.scrollToIndex(active);
  }, [active, state.activeId, virtualizer]);

  const { drag, start } = useRowDrag({
    scroller,
    headerHeightPx: HEADER_HEIGHT_PX,
    rowHeightPx: ROW_HEIGHT_PX,
    rowCount: lines.length,
    onDrop,
  });
  const moved = new Set<AttendanceId>(drag?.ids);
  const pageRows = (): number =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT_PX) - 2);
  const onKeyDown = useGridKeys({ ...props, order, pageRows });

  const setGrid = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element;
      gridRef.current = element;
    },
    [gridRef],
  );

  /** The line and the column that were clicked. */
  function placeOf(target: EventTarget): { line: Attendance; column: Column | null } | null {
    if (!(target instanceof Element) || target.closest('[data-editor]')) return null;
    const rowId = target.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'];
    const line = lines.find((each) => each.id === rowId);
    if (line === undefined) return null;
    const name = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
    return { line, column: COLUMNS.find((column) => column === name) ?? null };
  }

  function onClick(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest('[data-check-all]') !== null) {
      onState(isAllSelected ? noneSelected(state) : allSelected(state, order));
      return;
    }
    const place = placeOf(event.target);
    if (place === null) return;
    const { line, column } = place;
    const isCheck = event.target.closest('[data-check]') !== null;
    if (isCheck || event.shiftKey || event.ctrlKey || event.metaKey) {
      onState(toggled(state, order, line.id, event.shiftKey));
      return;
    }
    onState({ ...state, activeId: line.id, column: column ?? state.column, anchorId: line.id });
    if (event.target.closest('[data-sign]') !== null) {
      onSign?.(line);
      return;
    }
    const isPencil = event.target.closest('[data-edit]') !== null;
    if (isFrozen || column === null || (column === 'name' && !isPencil)) return;
    onOpen(line, column, null);
  }

  function onDoubleClick(event: MouseEvent): void {
    const place = placeOf(event.target);
    if (place?.column === 'name' && !isFrozen) onOpen(place.line, 'name', null);
  }

  function onPointerDown(event: PointerEvent): void {
    const place = placeOf(event.target);
    if (!(event.target instanceof Element) || place === null) return;
    if (event.target.closest('[data-handle]') === null) return;
    const { line } = place;
    start(
      event,
      state.selected.has(line.id) ? targets({ ...state, activeId: line.id }, order) : [line.id],
    );
  }

  return (
    <div
      ref={setGrid}
      role="grid"
      tabIndex={0}
      className="attendance-grid"
      aria-label={t('grid')}
      aria-rowcount={lines.length + 1}
      aria-colcount={COLUMNS.length + 2}
      aria-multiselectable
      aria-readonly={isFrozen}
      aria-activedescendant={activeLine && cellId(gridId, activeLine.id, state.column)}
      data-dragging={drag !== null || undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onPointerDown={onPointerDown}
    >
      <div role="row" aria-rowindex={1} className="attendance-header">
        <div role="columnheader" className="attendance-tools">
          <span className="visually-hidden">{t('selection')}</span>
          {!isFrozen && (
            <span
              className="attendance-check"
              data-check-all
              data-all={isAllSelected || undefined}
              title={t('selectAll')}
              aria-hidden
            >
              {isAllSelected && <Check size={12} strokeWidth={3} />}
            </span>
          )}
        </div>
        <div role="columnheader" className="attendance-cell attendance-number">
          {t('columnNumber')}
        </div>
        {COLUMNS.map((column) => (
          <div key={column} role="columnheader" className="attendance-cell">
            {t(COLUMN_TEXTS[column])}
          </div>
        ))}
      </div>
      <div
        role="presentation"
        className="attendance-rows"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          return (
            <AttendanceRow
              key={line.id}
              gridId={gridId}
              line={line}
              index={item.index}
              dayId={dayId}
              topPx={item.start - HEADER_HEIGHT_PX}
              isSelected={state.selected.has(line.id)}
              isMoved={moved.has(line.id)}
              isFrozen={isFrozen}
              isSigned={isSigned(line)}
              isSignable={onSign !== null}
              activeColumn={item.index === active ? state.column : null}
              edit={edit?.id === line.id ? { ...edit, organizations, onCommit, onCancel } : null}
            />
          );
        })}
        {drag !== null && (
          <div
            className="attendance-drop"
            style={{ transform: `translateY(${drag.dropIndex * ROW_HEIGHT_PX}px)` }}
          />
        )}
      </div>
    </div>
  );
}
