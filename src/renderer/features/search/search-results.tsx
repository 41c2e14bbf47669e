/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a listbox beside a text field has no HTML element */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { CSSProperties } from 'react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { SearchHit } from '../../../shared/contract/search.ts';
import { longDate } from '../../../shared/minutes/dates.ts';
import type { ResultRow } from './hit-groups.ts';
import { partLabel, whenLabel } from './hit-texts.ts';
import { Pieces } from './pieces.tsx';
import { rememberedScroll, rememberScroll } from './search-state.ts';

export const RESULTS_ID = 'search-results';

/** The same as in search.css: rows of known heights are placed without being measured. */
const SESSION_HEIGHT_PX = 40;
const HIT_HEIGHT_PX = 55;
const SECOND_LINE_HEIGHT_PX = 21;
const AGENDA_HEIGHT_PX = 20;
/** An excerpt of so many letters stands on one line in the narrowest list. */
const LETTERS_OF_ONE_LINE = 52;
/** More hits are asked for before the last are reached. */
const ROWS_BEFORE_END = 12;

/** An agenda item does not stand under the one before it. */
const agendaOf = ({ agenda, blockType }: SearchHit): string | null =>
  blockType === 'agendaItem' ? null : agenda;

const isOneLine = ({ excerpt }: SearchHit): boolean =>
  excerpt.reduce((letters, { text }) => letters + text.length, 0) <= LETTERS_OF_ONE_LINE;

function heightOf(row: ResultRow | undefined): number {
  if (row === undefined || row.type === 'session') return SESSION_HEIGHT_PX;
  return (
    HIT_HEIGHT_PX +
    (isOneLine(row.hit) ? 0 : SECOND_LINE_HEIGHT_PX) +
    (agendaOf(row.hit) === null ? 0 : AGENDA_HEIGHT_PX)
  );
}

type RowOf<Type extends ResultRow['type']> = Extract<ResultRow, { type: Type }>;

function SessionRow({ group }: RowOf<'session'>) {
  const { t } = useTranslation('search');
  return (
    <>
      <span className="search-session-title">
        {group.title === '' ? t('untitled') : <Pieces pieces={group.titlePieces} />}
      </span>
      {group.kind && <span className="search-session-kind">{group.kind}</span>}
      <span className="search-session-date">
        {group.date === null ? t('undated') : longDate(group.date)}
      </span>
    </>
  );
}

function HitRow({ hit }: RowOf<'hit'>) {
  const { t } = useTranslation('search');
  const part = partLabel(t, hit);
  const agenda = agendaOf(hit);
  const session = hit.sessionTitle || t('untitled');
  const date = hit.sessionDate === null ? t('undated') : longDate(hit.sessionDate);
  return (
    <>
      <span className="search-hit-head">
        {hit.speaker !== null && (
          <span className="search-hit-speaker">
            <Pieces pieces={hit.speakerPieces} />
          </span>
        )}
        {hit.blockType === 'statement' && hit.speaker === null && (
          <span className="search-hit-nobody">{t('nobody')}</span>
        )}
        <span className="search-hit-position">
          {hit.field === 'file' ? hit.fileName : hit.speakerPosition}
        </span>
        {part !== '' && <span className="search-hit-part">{part}</span>}
        <span className="search-hit-when">{whenLabel(hit, hit)}</span>
      </span>
      <span className={`search-hit-text ${isOneLine(hit) ? 'is-one-line' : ''}`}>
        <Pieces pieces={hit.excerpt} />
      </span>
      {agenda !== null && (
        <span className="search-hit-agenda">{t('underAgenda', { title: agenda })}</span>
      )}
      {/* The head above is for the eye alone: it may be out of sight. */}
      <span className="visually-hidden">{`${session}, ${date}`}</span>
    </>
  );
}

interface RowProps {
  readonly row: ResultRow;
  readonly top: number;
  readonly isSticky: boolean;
  readonly isActive: boolean;
  readonly hitCount: number;
  readonly onOpen: (hit: SearchHit) => void;
}

const Row = memo(function Row({ row, top, isSticky, isActive, hitCount, onOpen }: RowProps) {
  const place: CSSProperties = isSticky
    ? { height: heightOf(row) }
    : { top, height: heightOf(row) };
  if (row.type === 'session') {
    return (
      // What it says is part of the name of each of its hits.
      <div aria-hidden className={`search-session ${isSticky ? 'is-sticky' : ''}`} style={place}>
        <SessionRow {...row} />
      </div>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys of all hits
    <div
      id={row.key}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-posinset={row.number}
      aria-setsize={hitCount}
      className="search-hit"
      style={place}
      // The field keeps the focus, so that typing can go on.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(row.hit)}
    >
      <HitRow {...row} />
    </div>
  );
});

interface SearchResultsProps {
  readonly rows: readonly ResultRow[];
  readonly hitCount: number;
  readonly activeKey: string | null;
  /** Counts what was asked: the list of something else begins at its top. */
  readonly asked: number;
  readonly canShowMore: boolean;
  readonly onShowMore: () => void;
  readonly onOpen: (hit: SearchHit) => void;
  /** The last lines of the list, where more was found than is shown. */
  readonly end: string;
}

/** The hits under their sessions; only those in sight are in the page. */
export function SearchResults(props: SearchResultsProps) {
  const { rows, hitCount, activeKey, asked, canShowMore, onShowMore, onOpen, end } = props;
  const { t } = useTranslation('search');
  const scroller = useRef<HTMLDivElement>(null);
  const active = rows.findIndex((row) => row.key === activeKey);
  const stickyIndex = useRef(0);

  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is passed on or memoised
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    initialOffset: rememberedScroll,
    overscan: 4,
    scrollPaddingStart: SESSION_HEIGHT_PX,
    rangeExtractor: (range) => {
      const first = rows.slice(0, range.startIndex + 1).findLastIndex(isSession);
      stickyIndex.current = Math.max(0, first);
      const wanted = new Set([stickyIndex.current, ...defaultRangeExtractor(range)]);
      // The field names the chosen hit, so it must exist even out of sight.
      if (active !== -1) wanted.add(active);
      return [...wanted].toSorted((a, b) => a - b);
    },
  });

  const shownAsked = useRef(asked);
  useEffect(() => {
    if (shownAsked.current === asked) return;
    shownAsked.current = asked;
    scroller.current?.scrollTo({ top: rememberedScroll() });
  }, [asked]);
  useEffect(() => {
    if (active === 1) scroller.current?.scrollTo({ top: 0 });
    else if (active !== -1) virtualizer.scrollToIndex(active);
  }, [active, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const isNearEnd = canShowMore && lastShown >= rows.length - ROWS_BEFORE_END;
  useEffect(() => {
    if (isNearEnd) onShowMore();
  }, [isNearEnd, onShowMore]);

  return (
    <div
      ref={scroller}
      className="search-list"
      onScroll={(event) => rememberScroll(event.currentTarget.scrollTop)}
    >
      <div
        id={RESULTS_ID}
        role="listbox"
        aria-label={t('results')}
        className="search-rows"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <Row
                key={key}
                row={row}
                top={start}
                isSticky={index === stickyIndex.current}
                isActive={index === active}
                hitCount={hitCount}
                onOpen={onOpen}
              />
            )
          );
        })}
      </div>
      {end !== '' && <p className="search-end">{end}</p>}
    </div>
  );
}

const isSession = (row: ResultRow): boolean => row.type === 'session';
