/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows in sight are placed one by one, which table elements cannot be */
import { EllipsisVertical, Lock } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../../shared/ids.ts';
import type { SessionStatus, SessionSummary } from '../../../shared/minutes/session.ts';
import { shortDates } from './library-rows.ts';

const STATUS_TEXTS = {
  rencana: 'statusRencana',
  berlangsung: 'statusBerlangsung',
  selesai: 'statusSelesai',
  final: 'statusFinal',
} as const satisfies Record<SessionStatus, string>;

export const rowElementId = (id: SessionId): string => `library-row-${id}`;

interface SessionRowProps {
  readonly row: SessionSummary;
  readonly index: number;
  readonly offsetPx: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onPress: (event: MouseEvent, row: SessionSummary) => void;
  readonly onOpen: (row: SessionSummary) => void;
  readonly onMenu: (row: SessionSummary, at: { readonly x: number; readonly y: number }) => void;
}

export function SessionRow({
  row,
  index,
  offsetPx,
  isActive,
  isSelected,
  onPress,
  onOpen,
  onMenu,
}: SessionRowProps) {
  const { t, i18n } = useTranslation('library');
  const title = row.title || t('untitled');
  return (
    <div
      id={rowElementId(row.id)}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={`library-row ${isActive ? 'library-row-active' : ''}`}
      style={{ transform: `translateY(${offsetPx}px)` }}
      onMouseDown={(event) => onPress(event, row)}
      onDoubleClick={() => onOpen(row)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(row, { x: event.clientX, y: event.clientY });
      }}
    >
      <div role="gridcell" className="library-cell library-cell-quiet" title={row.kind}>
        {row.kind}
      </div>
      <div role="gridcell" className="library-cell library-cell-title" title={title}>
        <span className={row.title === '' ? 'library-untitled' : 'library-title'}>{title}</span>
        {row.isExample && <span className="library-example">{t('example')}</span>}
      </div>
      <div role="gridcell" className="library-cell">
        {shortDates(row, i18n.language)}
      </div>
      <div role="gridcell" className="library-cell library-cell-quiet" title={row.place}>
        {row.place}
      </div>
      <div role="gridcell" className={`library-cell library-status library-status-${row.status}`}>
        {row.status === 'final' && <Lock size={12} aria-hidden />}
        {t(STATUS_TEXTS[row.status])}
      </div>
      <div role="gridcell" className="library-cell library-cell-menu">
        <button
          type="button"
          tabIndex={-1}
          className="library-menu-button"
          aria-label={t('rowMenu', { title })}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            onMenu(row, { x: box.right, y: box.bottom });
          }}
        >
          <EllipsisVertical size={16} aria-hidden />
        </button>
      </div>
    </div>
  );
}
