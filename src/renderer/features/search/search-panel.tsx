import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SearchHit } from '../../../shared/contract/search.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { groupHits, hitAtStep, wordsOfHit } from './hit-groups.ts';
import { RESULTS_ID, SearchResults } from './search-results.tsx';
import {
  askSearch,
  chooseHit,
  LAST_LIMIT,
  rememberedScroll,
  rememberScroll,
  showMoreHits,
  useSearchState,
} from './search-state.ts';
import { SearchStart } from './search-start.tsx';
import { useAwaitedHit } from './use-awaited-hit.ts';
import { useSearchAnswer } from './use-search-answer.ts';
import './search.css';

export interface SearchPanelProps {
  /** Grows each time the search is asked for: what stands in the field is then selected, ready to be typed over. */
  readonly wish: number;
  /** The words are those to mark in the block, as they are written there. */
  readonly onOpen: (
    hit: Pick<SearchHit, 'sessionId' | 'blockId' | 'field'>,
    words: readonly string[],
  ) => void;
  readonly onClose: () => void;
}

/** Longest text that the search takes. */
const MAX_TEXT_LENGTH = 500;
const PAGE_STEP = 8;
/** A count is read out once typing has paused. */
const ANNOUNCE_AFTER_MS = 700;

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_STEP,
  PageUp: -PAGE_STEP,
};

/** What a screen reader is told: the latest text that stayed for a moment. */
function useAnnouncement(text: string): string {
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(text), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return announced;
}

/** The search over every session, one key away; what was asked stays for the next time. */
export function SearchPanel({ wish, onOpen, onClose }: SearchPanelProps) {
  const { t } = useTranslation('search');
  const state = useSearchState();
  const { data: answer, error, isPlaceholderData, refetch } = useSearchAnswer(state);
  const fieldRef = useRef<HTMLInputElement>(null);
  const scrollRef = useRef<HTMLDivElement>(null);

  const groups = useMemo(() => groupHits(answer?.hits ?? []), [answer]);
  const hits = useMemo(() => groups.flatMap((group) => group.hits), [groups]);
  const active = hits.find((one) => one.key === state.activeKey) ?? null;
  const isAsking = (answer?.terms.length ?? 0) > 0;
  const canShowMore = (answer?.hasMore ?? false) && state.limit < LAST_LIMIT;
  const counts = { total: hits.length, sessions: groups.length };
  const count = t(answer?.hasMore ? 'countMore' : 'count', counts);
  const none = t('noneTitle', { text: state.text.trim() });
  const announcement = useAnnouncement(isAsking ? (hits.length > 0 ? count : none) : '');

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
  }, [wish]);
  const isAnswered = answer !== undefined;
  useLayoutEffect(() => {
    if (isAnswered) scrollRef.current?.scrollTo({ top: rememberedScroll() });
  }, [isAnswered, state.asked]);

  const open = (hit: SearchHit): void => onOpen(hit, wordsOfHit(hit));
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
    if (next === null) scrollRef.current?.scrollTo({ top: 0 });
    else document.getElementById(next)?.scrollIntoView({ block: 'nearest' });
  };

  const onFieldKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // A word that is being composed takes these keys for itself.
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const by = STEPS[event.key];
    if (by !== undefined && hits.length > 0) {
      event.preventDefault();
      step(by);
    } else if (event.key === 'Enter') {
      const chosen = active ?? (isAnswering ? hits[0] : undefined);
      if (chosen !== undefined) open(chosen.hit);
      else openWhenAnswered();
    }
  };

  return (
    <dialog
      open
      className="search-panel"
      aria-modal="true"
      aria-label={t('title')}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <search className="search-head">
        <div className="search-field">
          <Search size={18} aria-hidden className="search-field-icon" />
          <input
            ref={fieldRef}
            className="search-field-input"
            type="text"
            role="combobox"
            aria-label={t('field')}
            aria-autocomplete="list"
            aria-expanded={hits.length > 0}
            aria-controls={RESULTS_ID}
            {...(active === null ? {} : { 'aria-activedescendant': active.key })}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={MAX_TEXT_LENGTH}
            placeholder={t('placeholder')}
            value={state.text}
            onChange={(event) => askSearch({ text: event.target.value })}
            onKeyDown={onFieldKeyDown}
          />
          {state.text !== '' && (
            <Button
              variant="quiet"
              isIcon
              aria-label={t('clear')}
              onPress={() => {
                askSearch({ text: '' });
                fieldRef.current?.focus();
              }}
            >
              <X size={16} aria-hidden />
            </Button>
          )}
          <Button variant="quiet" onPress={onClose}>
            {t('close')} <kbd>Esc</kbd>
          </Button>
        </div>
      </search>
      <div className="search-status">
        <span>{isAsking && hits.length > 0 && count}</span>
        {answer !== undefined && answer.pendingChanges > 0 && (
          <span className="search-building">{t('building', { total: answer.pendingChanges })}</span>
        )}
        <output className="visually-hidden">{announcement}</output>
      </div>
      <div
        ref={scrollRef}
        className="search-scroll"
        onScroll={(event) => rememberScroll(event.currentTarget.scrollTop)}
      >
        {renderBody()}
      </div>
    </dialog>
  );

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
    if (answer === undefined) return null;
    if (!isAsking) return <SearchStart />;
    if (hits.length === 0) {
      return (
        <EmptyState title={t('noneTitle', { text: state.text.trim() })}>{t('noneText')}</EmptyState>
      );
    }
    return (
      <>
        <SearchResults
          groups={groups}
          terms={answer.terms}
          activeKey={state.activeKey}
          onOpen={open}
        />
        <div className="search-more">
          {canShowMore && <Button onPress={showMoreHits}>{t('more')}</Button>}
          {answer.hasMore && !canShowMore && <p>{t('tooMany', { total: hits.length })}</p>}
        </div>
      </>
    );
  }
}
