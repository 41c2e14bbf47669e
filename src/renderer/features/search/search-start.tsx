import { Pencil, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GridList, GridListItem } from 'react-aria-components';

import type { SavedSearch } from '../../../shared/contract/searches.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NameDialog } from './name-dialog.tsx';
import { askSearch } from './search-state.ts';
import type { KeptSearchesDesk } from './use-kept-searches.ts';

interface SearchStartProps {
  readonly desk: KeptSearchesDesk;
  /** After a search was chosen: its results are walked from the field. */
  readonly onRun: () => void;
  readonly onHelp: () => void;
}

/** What is kept, while nothing is asked yet; and how to ask, where nothing is kept either. */
export function SearchStart({ desk, onRun, onHelp }: SearchStartProps) {
  const { t } = useTranslation('search');
  const { saved, asked } = desk.kept;
  const [renamed, setRenamed] = useState<SavedSearch | null>(null);

  const run = (search: Pick<SavedSearch, 'query' | 'sort'>): void => {
    askSearch({ text: search.query, sort: search.sort });
    onRun();
  };
  const onSavedKeyDown = (event: KeyboardEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    const search = saved.find(({ id }) => id === row?.getAttribute('data-key'));
    if (search === undefined) return;
    if (event.key === 'F2') setRenamed(search);
    else if (event.key === 'Delete') void desk.remove(search);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (saved.length === 0 && asked.length === 0) {
    return (
      <EmptyState title={t('startTitle')} actions={<Button onPress={onHelp}>{t('help')}</Button>}>
        <p>{t('startText')}</p>
        <p className="search-start-line">{t('startQuotes')}</p>
        <p className="search-start-line">{t('startFilters')}</p>
        <p className="search-start-line">
          <kbd>↑</kbd> <kbd>↓</kbd> {t('startKeys')} · <kbd>Enter</kbd> {t('startEnter')}
        </p>
      </EmptyState>
    );
  }
  return (
    <div className="search-start">
      <section className="search-kept">
        <h2 className="search-kept-title">{t('savedTitle')}</h2>
        {saved.length === 0 ? (
          <p className="search-kept-none">{t('savedNone')}</p>
        ) : (
          // Before the list's own keys, which take Delete for removing a selection.
          <div onKeyDownCapture={onSavedKeyDown}>
            <GridList
              aria-label={t('savedTitle')}
              className="search-kept-list"
              items={saved}
              onAction={(id) => {
                const search = saved.find((one) => one.id === id);
                if (search !== undefined) run(search);
              }}
            >
              {(search) => (
                <GridListItem id={search.id} textValue={search.name} className="search-kept-row">
                  <span className="search-kept-name">{search.name}</span>
                  <span className="search-kept-query">
                    {search.query === search.name ? '' : search.query}
                  </span>
                  <Button
                    variant="quiet"
                    isIcon
                    aria-label={t('rename', { name: search.name })}
                    onPress={() => setRenamed(search)}
                  >
                    <Pencil size={14} aria-hidden />
                  </Button>
                  <Button
                    variant="quiet"
                    isIcon
                    aria-label={t('remove', { name: search.name })}
                    onPress={() => void desk.remove(search)}
                  >
                    <Trash2 size={14} aria-hidden />
                  </Button>
                </GridListItem>
              )}
            </GridList>
            <p className="search-kept-keys">{t('savedKeys')}</p>
          </div>
        )}
      </section>
      {asked.length > 0 && (
        <section className="search-kept">
          <div className="search-kept-head">
            <h2 className="search-kept-title">{t('askedTitle')}</h2>
            <Button variant="quiet" onPress={() => void desk.clearAsked()}>
              {t('clearAsked')}
            </Button>
          </div>
          <GridList
            aria-label={t('askedTitle')}
            className="search-kept-list"
            items={asked.map(({ query }) => ({ id: query }))}
            onAction={(id) => run({ query: String(id), sort: 'terbaru' })}
          >
            {({ id }) => (
              <GridListItem id={id} textValue={id} className="search-kept-row">
                <span className="search-kept-name">{id}</span>
              </GridListItem>
            )}
          </GridList>
        </section>
      )}
      {renamed !== null && (
        <NameDialog
          title={t('renameTitle')}
          name={renamed.name}
          query={renamed.query}
          onClose={() => setRenamed(null)}
          onName={(name) => desk.rename(renamed.id, name)}
        />
      )}
    </div>
  );
}
