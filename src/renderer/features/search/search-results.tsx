/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a listbox beside a text field has no HTML element */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import type { SearchHit, TextPiece } from '../../../shared/contract/search.ts';
import { longDate } from '../../../shared/minutes/dates.ts';
import { highlight } from '../../../shared/search/matches.ts';
import type { SearchTerm } from '../../../shared/search/terms.ts';
import type { HitGroup, KeyedHit } from './hit-groups.ts';

export const RESULTS_ID = 'search-results';

function Pieces({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces.map((piece, at) =>
    // Pieces have no identity but their place.
    piece.isMatch ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
  );
}

interface HitRowProps {
  readonly keyed: KeyedHit;
  readonly terms: readonly SearchTerm[];
  readonly isActive: boolean;
  readonly onOpen: (hit: SearchHit) => void;
}

const HitRow = memo(function HitRow({ keyed: { key, hit }, terms, isActive, onOpen }: HitRowProps) {
  const { t } = useTranslation('search');
  const labels = {
    block: '',
    session: t('fieldSession'),
    attendance: t('fieldAttendance'),
    addendum: t('fieldAddendum'),
    file: hit.fileName ?? '',
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys of all hits
    <div
      id={key}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="search-hit"
      // The field keeps the focus, so that typing can go on.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(hit)}
    >
      <span className={hit.speaker === null ? 'search-hit-field' : 'search-hit-speaker'}>
        {hit.speaker === null ? (
          labels[hit.field]
        ) : (
          <Pieces pieces={highlight(hit.speaker, terms)} />
        )}
      </span>
      <span className="search-hit-text">
        <Pieces pieces={hit.excerpt} />
      </span>
    </div>
  );
});

interface SearchResultsProps {
  readonly groups: readonly HitGroup[];
  readonly terms: readonly SearchTerm[];
  readonly activeKey: string | null;
  readonly onOpen: (hit: SearchHit) => void;
}

/** The hits under their sessions, newest first. */
export function SearchResults({ groups, terms, activeKey, onOpen }: SearchResultsProps) {
  const { t } = useTranslation('search');
  return (
    <div id={RESULTS_ID} role="listbox" aria-label={t('results')} className="search-results">
      {groups.map((group) => {
        const labelId = `search-session-${group.sessionId}`;
        return (
          <div
            key={group.sessionId}
            role="group"
            aria-labelledby={labelId}
            className="search-group"
          >
            <div id={labelId} className="search-group-head">
              {group.kind && <span className="search-group-kind">{group.kind}</span>}
              <span className="search-group-title">
                <Pieces pieces={highlight(group.title || t('untitled'), terms)} />
              </span>
              <span className="search-group-date">
                {group.date === null ? t('undated') : longDate(group.date)}
              </span>
            </div>
            {group.hits.map((keyed) => (
              <HitRow
                key={keyed.key}
                keyed={keyed}
                terms={terms}
                isActive={keyed.key === activeKey}
                onOpen={onOpen}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}
