import { Bookmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

import type { SearchSort } from '../../../shared/contract/search.ts';
import { SEARCH_SORTS } from '../../../shared/contract/search.ts';
import type { ParsedQuery } from '../../../shared/search/query/query.ts';
import { Button } from '../../ui/button.tsx';
import { ExportMenu } from './export-menu.tsx';
import { shownNotes } from './query-parts.ts';
import type { ShownAnswer } from './use-search-answer.ts';

const MOST_NOTES = 2;
const MOST_FORMS = 4;

interface ReadingProps {
  readonly query: ParsedQuery;
  readonly answer: ShownAnswer;
  readonly onAsk: (text: string) => void;
}

/** How the text was read, where that is not as it stands. */
function Reading({ query, answer, onAsk }: ReadingProps) {
  const { t } = useTranslation('search');
  const { corrected, widened } = answer.reading;
  const notes = shownNotes(query).slice(0, MOST_NOTES);
  const forms = widened
    .filter((one) => one.forms.length > 0)
    .map((one) => `${one.word}: ${one.forms.slice(0, MOST_FORMS).join(', ')}`);
  if (corrected === null && notes.length === 0 && forms.length === 0) return null;
  const exact = `"${answer.asked.trim().replaceAll('"', '')}"`;
  return (
    <div className="search-reading">
      {corrected !== null && (
        <p>
          {t('corrected')} <strong>{corrected}</strong>.{' '}
          <Button variant="quiet" className="search-exact" onPress={() => onAsk(exact)}>
            {t('searchExactly', { text: exact })}
          </Button>
        </p>
      )}
      {notes.map(({ code, typed, read, start }) => (
        <p key={`${code}-${start}`}>
          {t(code === 'bad-date' && read === '' ? 'note_bad-date_none' : `note_${code}`, {
            typed,
            read,
          })}
        </p>
      ))}
      {forms.length > 0 && (
        <p className="search-forms" title={forms.join('; ')}>
          {t('forms', { forms: forms.join('; ') })}
        </p>
      )}
    </div>
  );
}

interface SearchStatusProps {
  readonly query: ParsedQuery;
  readonly answer: ShownAnswer | undefined;
  readonly count: string;
  readonly hitCount: number;
  readonly sort: SearchSort;
  readonly onSort: (sort: SearchSort) => void;
  readonly onAsk: (text: string) => void;
  readonly onSave: () => void;
}

/** How much was found and how, and what can be done with it. */
export function SearchStatus(props: SearchStatusProps) {
  const { query, answer, count, hitCount, sort, onSort, onAsk, onSave } = props;
  const { t } = useTranslation('search');
  const pending = answer?.pendingChanges ?? 0;
  return (
    <div className="search-status">
      <div className="search-status-line">
        <span className="search-count">{count}</span>
        {answer !== undefined && (answer.isRebuilding || pending > 0) && (
          <span className="search-building">
            {pending > 0 ? t('building', { total: pending }) : t('rebuilding')}
          </span>
        )}
        <span className="search-actions">
          <ToggleButtonGroup
            className="search-sorts"
            aria-label={t('sort')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[sort]}
            onSelectionChange={(keys) => {
              const next = SEARCH_SORTS.find((one) => keys.has(one));
              if (next !== undefined) onSort(next);
            }}
          >
            {SEARCH_SORTS.map((one) => (
              <ToggleButton key={one} id={one} className="search-sort">
                {t(`sort_${one}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <Button variant="quiet" className="search-action" onPress={onSave}>
            <Bookmark size={14} aria-hidden />
            {t('save')}
          </Button>
          {hitCount > 0 && <ExportMenu text={query.text} sort={sort} />}
        </span>
      </div>
      {answer !== undefined && <Reading query={query} answer={answer} onAsk={onAsk} />}
    </div>
  );
}
