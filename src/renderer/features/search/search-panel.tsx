import type { RefObject } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SearchHit } from '../../../shared/contract/search.ts';
import { MOST_HITS } from '../../../shared/contract/search.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ChipRow } from './chip-row.tsx';
import { FilterRow } from './filter-row.tsx';
import { groupHits, hitAtStep, resultRows, wordsOfHit } from './hit-groups.ts';
import { NameDialog } from './name-dialog.tsx';
import { PassagePane } from './passage-pane.tsx';
import { proposalsFor, readQuery } from './query-parts.ts';
import { SearchField } from './search-field.tsx';
import { SearchHelp } from './search-help.tsx';
import { SearchResults } from './search-results.tsx';
import { SearchStart } from './search-start.tsx';
import { askSearch, chooseHit, showMoreHits, useSearchState } from './search-state.ts';
import { SearchStatus } from './search-status.tsx';
import { useAwaitedHit } from './use-awaited-hit.ts';
import { useKeptSearches } from './use-kept-searches.ts';
import { useSearchAnswer } from './use-search-answer.ts';
import { usePassagePlace } from './use-view-place.ts';
import './search.css';
import './search-parts.css';

export interface SearchPanelProps {
  /** Grows each time the search is asked for: what stands in the field is then selected, ready to be typed over. */
  readonly wish: number;
  /** The words are those to mark in the block, as they are written there. */
  readonly onOpen: (
    hit: Pick<SearchHit, 'sessionId' | 'blockId' | 'field'>,
    words: readonly string[],
  ) => void;
  /** Shows everything that whoever said it ever said. */
  readonly onAbout: (hit: SearchHit) => void;
  readonly onClose: () => void;
}

/** A count is read out once typing has paused. */
const ANNOUNCE_AFTER_MS = 700;

/** What a screen reader is told: the latest text that stayed for a moment. */
function useAnnouncement(text: string): string {
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(text), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return announced;
}

/** Takes the focus when the panel comes and each time it is wished for, and gives it back. */
function useFieldFocus(fieldRef: RefObject<HTMLInputElement | null>, wish: number): void {
  // Read while rendering: once the panel is there, its field has taken the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) {
        // A hit that was opened scrolls to its own place.
        before.focus({ preventScroll: true });
      }
    },
    [before],
  );
  useEffect(() => {
    fieldRef.current?.focus();
    fieldRef.current?.select();
  }, [fieldRef, wish]);
}

const ask = (text: string): void => askSearch({ text });

/** The search over every session, one key away; what was asked stays for the next time. */
export function SearchPanel({ wish, onOpen, onAbout, onClose }: SearchPanelProps) {
  const { t } = useTranslation('search');
  const state = useSearchState();
  const { data: answer, error, isPlaceholderData, refetch } = useSearchAnswer(state);
  const desk = useKeptSearches();
  const place = usePassagePlace();
  const [dialog, setDialog] = useState<'help' | 'save' | null>(null);
  const fieldRef = useRef<HTMLInputElement>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  useFieldFocus(fieldRef, wish);

  const query = useMemo(() => readQuery(state.text), [state.text]);
  const groups = useMemo(() => groupHits(answer?.hits ?? []), [answer]);
  const rows = useMemo(() => resultRows(groups), [groups]);
  const hits = useMemo(() => groups.flatMap((group) => group.hits), [groups]);
  const active = hits.find((one) => one.key === state.activeKey) ?? null;
  const isAsking = query.all.length > 0;
  const canShowMore = (answer?.hasMore ?? false) && state.limit < MOST_HITS && !isPlaceholderData;
  const none = t('noneTitle', { text: state.text.trim() });
  const count = isAsking && hits.length > 0 ? countText() : '';
  const announcement = useAnnouncement(isAsking && answer ? count || none : '');

  const openHit = useCallback((hit: SearchHit): void => onOpen(hit, wordsOfHit(hit)), [onOpen]);
  const { note } = desk;
  const open = (hit: SearchHit): void => {
    note(state.text);
    openHit(hit);
  };
  const openRef = useRef(open);
  useEffect(() => {
    openRef.current = open;
  });
  // The same function each time: rows are drawn anew only where something of them changed.
  const openRow = useCallback((hit: SearchHit): void => openRef.current(hit), []);
  const close = (): void => {
    if (hits.length > 0 && isAsking) note(state.text);
    onClose();
  };
  // The hits on screen may still be those of the question before.
  const isAnswering = answer !== undefined && !isPlaceholderData;
  const openWhenAnswered = useAwaitedHit({
    asked: state.asked,
    isSettled: isAnswering || error !== null,
    first: hits[0]?.hit,
    open,
  });

  const step = (by: number): void => {
    const next = hitAtStep(hits, state.activeKey, by);
    if (next === state.activeKey && by > 0 && canShowMore) showMoreHits();
    chooseHit(next);
  };
  const openChosen = (): void => {
    const chosen = active ?? (isAnswering && isAsking ? hits[0] : undefined);
    if (chosen !== undefined) open(chosen.hit);
    else openWhenAnswered();
  };
  const tryOut = (text: string): void => {
    setDialog(null);
    ask(text);
    fieldRef.current?.focus();
  };

  return (
    <dialog
      open
      className="search-panel"
      aria-modal="true"
      aria-label={t('title')}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        // What lies over the panel, and the proposals under its field, close first.
        const { target } = event;
        if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return;
        if (target.dataset['hasList'] === 'true') return;
        event.stopPropagation();
        close();
      }}
    >
      <search className="search-head">
        <SearchField
          fieldRef={fieldRef}
          text={state.text}
          hitCount={hits.length}
          activeId={active?.key ?? null}
          onChange={ask}
          onStep={step}
          onOpen={openChosen}
          onIntoStart={() => bodyRef.current?.querySelector<HTMLElement>('[role=row]')?.focus()}
          onHelp={() => setDialog('help')}
          onClose={close}
        />
        <FilterRow text={state.text} onChange={ask} />
        <ChipRow query={query} onChange={ask} />
      </search>
      {isAsking && (
        <SearchStatus
          query={query}
          answer={answer}
          count={count}
          hitCount={hits.length}
          sort={state.sort}
          onSort={(sort) => askSearch({ sort })}
          onAsk={tryOut}
          onSave={() => setDialog('save')}
        />
      )}
      <output className="visually-hidden">{announcement}</output>
      <div ref={bodyRef} className={`search-body is-${place}`}>
        {renderBody()}
      </div>
      {dialog === 'help' && <SearchHelp onTry={tryOut} onClose={() => setDialog(null)} />}
      {dialog === 'save' && (
        <NameDialog
          title={t('saveTitle')}
          name={state.text.trim()}
          query={state.text.trim()}
          onClose={() => setDialog(null)}
          onName={(name) => {
            note(state.text);
            return desk.save(name, state.text, state.sort);
          }}
        />
      )}
    </dialog>
  );

  function countText(): string {
    const shown = { total: hits.length, sessions: groups.length };
    if (answer?.hasMore !== true) return t(answer?.isCut === true ? 'countCut' : 'count', shown);
    if (answer.total !== null) return t('countOf', { ...shown, all: answer.total });
    return t(state.sort === 'terbaru' ? 'countMore' : 'countBest', shown);
  }

  function renderBody() {
    if (error !== null) {
      return (
        <EmptyState
          title={t('failedTitle')}
          actions={<Button onPress={() => void refetch()}>{t('tryAgain')}</Button>}
        >
          {describeError(error)}
        </EmptyState>
      );
    }
    if (!isAsking) {
      return (
        <SearchStart
          desk={desk}
          onRun={() => fieldRef.current?.focus()}
          onHelp={() => setDialog('help')}
        />
      );
    }
    if (answer === undefined) return null;
    if (hits.length === 0) {
      return (
        <EmptyState
          title={none}
          actions={proposalsFor(state.text).map((proposal) => (
            <Button key={proposal.type} onPress={() => tryOut(proposal.text)}>
              {t(`propose_${proposal.type}`)}
            </Button>
          ))}
        >
          {t(answer.isRebuilding ? 'noneRebuilding' : answer.isCut ? 'noneCut' : 'noneText')}
        </EmptyState>
      );
    }
    const shown = active ?? hits[0];
    const isCut = answer.hasMore && state.limit >= MOST_HITS;
    return (
      <>
        <SearchResults
          rows={rows}
          hitCount={hits.length}
          activeKey={state.activeKey}
          asked={state.asked}
          canShowMore={canShowMore}
          onShowMore={showMoreHits}
          onOpen={openRow}
          end={isCut ? t('tooMany', { total: hits.length }) : ''}
        />
        {place !== 'none' && shown !== undefined && (
          <PassagePane
            hit={shown.hit}
            text={answer.reading.corrected ?? answer.asked}
            onOpen={open}
            onAbout={onAbout}
          />
        )}
      </>
    );
  }
}
