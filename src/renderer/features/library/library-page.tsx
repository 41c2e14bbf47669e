import { useQuery } from '@tanstack/react-query';
import { FolderOpen, Plus, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { TableFormat } from '../../../shared/contract/tables.ts';
import type { SessionId } from '../../../shared/ids.ts';
import type { SessionSummary } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExamplesBanner } from './examples-banner.tsx';
import { LibraryFilters } from './library-filters.tsx';
import { filterChoices, hasFilters, INITIAL_VIEW, visibleRows } from './library-rows.ts';
import type { RowAction } from './row-menu.tsx';
import { RowMenu } from './row-menu.tsx';
import { NOTHING_SELECTED, only, restrictedTo } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { SessionGrid } from './session-grid.tsx';
import { useLibraryActions } from './use-library-actions.ts';
import './library.css';

export interface LibraryPageProps {
  readonly onOpenSession: (id: SessionId) => void;
  /** A new session was made and should be opened for its data. */
  readonly onCreateSession: (id: SessionId) => void;
  /** Asks for a file that holds a session. */
  readonly onOpenSessionFile: () => void;
  /** Offers to bring old minutes in. */
  readonly onImport: () => void;
  /** Takes these sessions elsewhere, as a table. */
  readonly onExport: (ids: readonly SessionId[], format: TableFormat) => void;
}

/** Filters and the selected row outlive a visit to a session, as long as the window is open. */
let remembered = { view: INITIAL_VIEW, selection: NOTHING_SELECTED };

/** Every session of the archive: found, sorted, opened, duplicated, thrown away and brought back. */
export function LibraryPage({
  onOpenSession,
  onCreateSession,
  onOpenSessionFile,
  onImport,
  onExport,
}: LibraryPageProps) {
  const { t } = useTranslation('library');
  const query = useQuery({ queryKey: ['sessions'], queryFn: () => api('sessions.list', {}) });
  const [view, setView] = useState(remembered.view);
  const [chosen, setChosen] = useState(remembered.selection);
  const [menu, setMenu] = useState<{ x: number; y: number; title: string } | null>(null);
  const gridRef = useRef<HTMLDivElement>(null);
  const createRef = useRef<HTMLButtonElement>(null);

  const sessions = query.data;
  const choices = useMemo(
    () =>
      filterChoices((sessions ?? []).filter((row) => (row.trashedAtMs !== null) === view.isTrash)),
    [sessions, view.isTrash],
  );
  const rows = useMemo(() => visibleRows(sessions ?? [], view), [sessions, view]);
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const [shownIds, setShownIds] = useState(ids);
  const selection = restrictedTo(chosen, ids, shownIds);
  if (sessions !== undefined && shownIds !== ids) {
    setShownIds(ids);
    setChosen(selection);
  }

  useEffect(() => {
    remembered = { view, selection };
  });

  const actions = useLibraryActions({
    onOpenSession,
    onCreateSession,
    onAppeared: (id) => setChosen(only(id)),
  });

  const hasLoaded = sessions !== undefined;
  // The list comes with the first session and goes with the last one: the focus goes along.
  const hasList = (sessions ?? []).some((row) => (row.trashedAtMs !== null) === view.isTrash);
  useEffect(() => {
    if (hasLoaded) (gridRef.current ?? createRef.current)?.focus();
  }, [hasLoaded, hasList, view.isTrash]);

  const selectedIds = ids.filter((id) => selection.selected.has(id));

  function run(action: RowAction): void {
    const [first] = selectedIds;
    if (first === undefined) return;
    switch (action) {
      case 'open':
        return onOpenSession(first);
      case 'duplicate':
        return actions.duplicate(first);
      case 'trash':
        return actions.trash(selectedIds);
      case 'restore':
        return actions.restore(selectedIds);
    }
  }

  function onCommandKey(event: KeyboardEvent): boolean {
    const isControl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (isControl && key === 'z') actions.undoTrash();
    else if (key === 'enter') run(view.isTrash ? 'restore' : 'open');
    else if (view.isTrash) return false;
    else if (key === 'delete') run('trash');
    else if (isControl && key === 'd') run('duplicate');
    else return false;
    return true;
  }

  if (query.isError) {
    return (
      <div className="library">
        <EmptyState
          title={t('loadFailed')}
          level={1}
          actions={<Button onPress={() => void query.refetch()}>{t('retry')}</Button>}
        >
          <p role="alert">{describeError(query.error)}</p>
        </EmptyState>
      </div>
    );
  }
  if (sessions === undefined) return <div className="library" aria-busy="true" />;

  const trashed = sessions.filter((row) => row.trashedAtMs !== null).length;
  const total = view.isTrash ? trashed : sessions.length - trashed;
  const isOneSelected = selectedIds.length === 1;
  const rowActions: readonly RowAction[] = view.isTrash
    ? ['restore']
    : isOneSelected
      ? ['open', 'duplicate', 'trash']
      : ['trash'];

  return (
    <div className="library">
      <header className="library-header">
        <h1>{t(view.isTrash ? 'trashTitle' : 'title')}</h1>
        {view.isTrash ? (
          <Button onPress={() => setView({ ...INITIAL_VIEW, sort: view.sort })}>
            {t('leaveTrash')}
          </Button>
        ) : (
          <>
            <Button
              variant="quiet"
              onPress={() => setView({ ...INITIAL_VIEW, sort: view.sort, isTrash: true })}
            >
              <Trash2 size={15} aria-hidden />
              {trashed === 0 ? t('openTrash') : t('openTrashCount', { total: trashed })}
            </Button>
            <Button variant="quiet" onPress={onOpenSessionFile}>
              <FolderOpen size={15} aria-hidden />
              {t('openFile')}
            </Button>
            <Button variant="primary" onPress={actions.create}>
              <Plus size={16} aria-hidden />
              {t('newSession')}
            </Button>
          </>
        )}
      </header>
      {!view.isTrash && (
        <ExamplesBanner
          count={sessions.filter((row) => row.isExample && row.trashedAtMs === null).length}
          onRemove={actions.removeExamples}
        />
      )}
      {total > 0 && (
        <LibraryFilters
          view={view}
          choices={choices}
          onChange={setView}
          onLeave={() => gridRef.current?.focus()}
        />
      )}
      {total > 0 && (
        <div className="library-list">
          <SessionGrid
            rows={rows}
            sort={view.sort}
            onSort={(sort) => setView({ ...view, sort })}
            selection={selection}
            onSelect={setChosen}
            onOpen={(row: SessionSummary) => {
              if (!view.isTrash) onOpenSession(row.id);
            }}
            onMenu={(row, at) => {
              if (!selection.selected.has(row.id)) setChosen(only(row.id));
              setMenu({ ...at, title: row.title || t('untitled') });
            }}
            onCommandKey={onCommandKey}
            gridRef={gridRef}
          />
          {rows.length === 0 && <p className="library-nothing">{t('nothingFound')}</p>}
        </div>
      )}
      {total === 0 && view.isTrash && <EmptyState title={t('trashEmpty')} />}
      {total === 0 && !view.isTrash && (
        <EmptyState
          title={t('emptyTitle')}
          actions={
            <>
              <Button onPress={actions.addExamples}>{t('addExamples')}</Button>
              <Button onPress={onImport}>{t('importOld')}</Button>
              <Button variant="primary" ref={createRef} onPress={actions.create}>
                {t('newSession')}
              </Button>
            </>
          }
        >
          <p>{t('emptyText')}</p>
        </EmptyState>
      )}
      {total > 0 && (
        <SelectionBar
          shown={rows.length}
          total={hasFilters(view) ? total : null}
          selected={selectedIds.length}
          actions={rowActions}
          onAction={run}
          onExport={(format) => onExport(selectedIds.length > 1 ? selectedIds : ids, format)}
        />
      )}
      <RowMenu
        at={menu}
        title={menu?.title ?? ''}
        actions={rowActions}
        onAction={run}
        onClose={() => {
          setMenu(null);
          gridRef.current?.focus();
        }}
      />
    </div>
  );
}
