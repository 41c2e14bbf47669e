import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { WhoItIs } from '../../../shared/minutes/known-people.ts';
import { attendeeLabel, fullName, positionLine } from '../../../shared/minutes/names.ts';
import type { Person } from '../../../shared/minutes/people.ts';
import { Button } from '../../ui/button.tsx';
import type { LineEdit, ReviewedLine } from './paste-review.ts';
import './paste-dialog.css';

const ROW_HEIGHT_PX = 40;

function useRemark(): (row: ReviewedLine) => string {
  const { t } = useTranslation('attendance');
  return ({ duplicate, isUnclear, acquaintance, who, noted, isIncluded }) => {
    if (noted !== null && isIncluded) return t('fileNoted');
    if (duplicate?.type === 'listed') return t('pasteListed');
    if (duplicate?.type === 'pasted') return t('pasteRepeated', { row: duplicate.lineNumber });
    if (isUnclear) return t('pasteUnclear');
    return t(acquaintance.type === 'known' && who !== 'new' ? 'pasteKnown' : 'pasteNew');
  };
}

const personLabel = (person: Person): string =>
  [fullName(person), positionLine(person)].filter(Boolean).join(', ');

interface WhoProps {
  readonly row: ReviewedLine;
  readonly persons: readonly Person[];
  readonly label: string;
  readonly onChoose: (who: WhoItIs) => void;
}

/** Somebody who may be known under another spelling: only the user can tell. */
function Who({ row, persons, label, onChoose }: WhoProps) {
  const { t } = useTranslation('attendance');
  return (
    <select
      className="paste-input"
      aria-label={label}
      data-attention={row.who === null || undefined}
      value={row.who ?? ''}
      onChange={(event) => {
        const person = persons.find(({ id }) => id === event.target.value);
        onChoose(person?.id ?? 'new');
      }}
    >
      {row.who === null && <option value="">{t('whoAsk')}</option>}
      {persons.map((person) => (
        <option key={person.id} value={person.id}>
          {t('whoKnown', { name: personLabel(person) })}
        </option>
      ))}
      <option value="new">{t('whoNew')}</option>
    </select>
  );
}

interface ReviewRowProps {
  readonly row: ReviewedLine;
  readonly topPx: number;
  readonly onEdit: (edit: LineEdit) => void;
}

function ReviewRow({ row, topPx, onEdit }: ReviewRowProps) {
  const { t } = useTranslation('attendance');
  const remark = useRemark();
  const { line, acquaintance } = row;
  const where = t('pasteLine', { row: line.lineNumber });
  const field = (label: string, value: string, change: (text: string) => LineEdit) => (
    <input
      className="paste-input"
      aria-label={`${where}: ${label}`}
      value={value}
      title={value}
      maxLength={300}
      spellCheck={false}
      onChange={(event) => onEdit(change(event.target.value))}
    />
  );
  return (
    <div
      className="paste-row"
      style={{ transform: `translateY(${topPx}px)` }}
      data-left-out={!row.isIncluded || undefined}
      title={line.source}
    >
      <input
        type="checkbox"
        className="paste-check"
        aria-label={t('pasteInclude', { row: line.lineNumber })}
        checked={row.isIncluded}
        onChange={(event) => onEdit({ isIncluded: event.target.checked })}
      />
      {field(t('name'), row.shownName, (name) => ({ fullName: name }))}
      {line.type === 'group' ? (
        <span className="paste-group">
          {line.headCount === null ? t('headCountUnknown') : t('people', { n: line.headCount })}
        </span>
      ) : (
        <>
          {field(t('position'), line.position, (position) => ({ position }))}
          {field(t('organization'), line.organization, (organization) => ({ organization }))}
        </>
      )}
      <select
        className="paste-input"
        aria-label={`${where}: ${t('pasteType')}`}
        value={line.type}
        onChange={(event) => onEdit({ type: event.target.value === 'group' ? 'group' : 'person' })}
      >
        <option value="person">{t('pastePerson')}</option>
        <option value="group">{t('pasteGroup')}</option>
      </select>
      {acquaintance.type === 'perhaps' && row.duplicate === null ? (
        <Who
          row={row}
          persons={acquaintance.persons}
          label={`${where}: ${t('who')}`}
          onChoose={(who) => onEdit({ who })}
        />
      ) : (
        <span
          className="paste-remark"
          data-attention={
            row.isUnclear || (row.duplicate !== null && row.noted === null) || undefined
          }
          title={row.duplicate?.type === 'listed' ? attendeeLabel(row.duplicate.line) : undefined}
        >
          {remark(row)}
          {line.rowCount !== undefined && ` · ${t('fileJoined', { n: line.rowCount })}`}
        </span>
      )}
    </div>
  );
}

interface ReviewTableProps {
  readonly rows: readonly ReviewedLine[];
  readonly onEdit: (lineNumber: number, edit: LineEdit) => void;
  readonly onIncludeAll: (isIncluded: boolean) => void;
}

/** What was understood of a list, line by line, to be corrected before anything is added. */
export function ReviewTable({ rows, onEdit, onIncludeAll }: ReviewTableProps) {
  const { t } = useTranslation('attendance');
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is passed on or memoised
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    getItemKey: (index) => rows[index]?.line.lineNumber ?? index,
    overscan: 6,
  });
  return (
    <section className="paste-review" aria-label={t('pasteTable')}>
      <div className="paste-choices">
        <Button variant="quiet" onPress={() => onIncludeAll(true)}>
          {t('pasteIncludeAll')}
        </Button>
        <Button variant="quiet" onPress={() => onIncludeAll(false)}>
          {t('pasteIncludeNone')}
        </Button>
      </div>
      <div ref={scroller} className="paste-rows">
        <div className="paste-head" aria-hidden>
          <span />
          <span>{t('name')}</span>
          <span>{t('position')}</span>
          <span>{t('organization')}</span>
          <span>{t('pasteType')}</span>
          <span>{t('pasteStatus')}</span>
        </div>
        <div className="paste-canvas" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <ReviewRow
                key={row.line.lineNumber}
                row={row}
                topPx={item.start}
                onEdit={(edit) => onEdit(row.line.lineNumber, edit)}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}
