import { Lock, Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AddedFile, SessionFile } from '../../../shared/contract/files.ts';
import { isHeard } from '../../../shared/files/shown-files.ts';
import { sizeWords } from '../../../shared/files/size-words.ts';
import type { SessionFileId } from '../../../shared/ids.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useDroppedFiles } from '../../ui/use-dropped-files.ts';
import { AddingState } from './adding-state.tsx';
import { FileDetails } from './file-details.tsx';
import { FileList } from './file-list.tsx';
import type { Player } from './player.ts';
import { useFiles } from './use-files.ts';
import './files-panel.css';

export interface FilesPanelProps {
  readonly session: Session;
  readonly player: Player;
}

/** The files beside the minutes: photos, invitation, slides, recordings. */
export function FilesPanel({ session, player }: FilesPanelProps) {
  const { t, i18n } = useTranslation('files');
  const desk = useFiles(session.id);
  const [wantedId, setChosen] = useState<SessionFileId | null>(null);
  const [spoken, setSpoken] = useState('');
  const root = useRef<HTMLElement>(null);
  const list = desk.list.data ?? [];
  const chosen = list.find(({ id }) => id === wantedId) ?? list[0];

  /** The first recording, whose beginning is asked for, else the first of the files. */
  const showAdded = (added: readonly AddedFile[]): void => {
    const recording = added.find((file) => file.role === 'rekaman' && isHeard(file));
    const shown = recording ?? added[0];
    if (shown) setChosen(shown.id);
  };
  const isHeldOver = useDroppedFiles((files) => {
    // A dialog over the page has files dropped on it for itself.
    const isCovered = root.current?.closest('[inert], [aria-hidden="true"]') !== null;
    if (!isCovered && files.length > 0) void desk.addDropped(files).then(showAdded);
  });
  const add = async (): Promise<void> => showAdded(await desk.choose());

  const focusList = (): void =>
    root.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  const remove = async (file: SessionFile): Promise<void> => {
    const at = list.indexOf(file);
    const next = list[at + 1] ?? list[at - 1];
    if (!(await desk.remove(file))) return;
    setChosen(next?.id ?? null);
    focusList();
  };
  const reorder = (order: readonly SessionFileId[], moved: SessionFile): void => {
    setSpoken(
      t('movedTo', { name: moved.name, row: order.indexOf(moved.id) + 1, total: order.length }),
    );
    void desk.reorder(order);
  };
  const move = (file: SessionFile, steps: 1 | -1): void => {
    const order = list.map(({ id }) => id);
    const from = order.indexOf(file.id);
    const to = from + steps;
    if (to < 0 || to >= order.length) return;
    order.splice(from, 1);
    order.splice(to, 0, file.id);
    reorder(order, file);
  };

  if (desk.list.isError) {
    return (
      <EmptyState
        title={t('loadFailed')}
        actions={<Button onPress={() => void desk.list.refetch()}>{t('retry')}</Button>}
      >
        {describeError(desk.list.error)}
      </EmptyState>
    );
  }
  if (desk.list.data === undefined) return <p className="page-loading">{t('loading')}</p>;

  // A frozen file keeps its place, and with it those between.
  const canReorder = list.length > 1 && list.every(({ isFrozen }) => !isFrozen);
  const at = chosen === undefined ? -1 : list.indexOf(chosen);
  const totalBytes = list.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const addButton = (
    <Button
      variant="primary"
      isDisabled={desk.isAdding}
      {...(list.length === 0 ? { 'data-tab-start': true } : {})}
      onPress={() => void add()}
    >
      <Paperclip size={16} aria-hidden />
      {t('add')}
    </Button>
  );
  return (
    <section
      ref={root}
      className={`files ${isHeldOver ? 'files-held-over' : ''}`}
      aria-label={t('panel')}
    >
      <div className="files-bar">
        {list.length > 0 && addButton}
        {list.length > 0 && (
          <span className="files-hint">{t(isHeldOver ? 'dropHere' : 'dropHint')}</span>
        )}
        {list.length > 0 && (
          <span className="files-total">
            {t('total', { count: list.length, size: sizeWords(totalBytes, i18n.language) })}
          </span>
        )}
      </div>
      {session.status === 'final' && (
        <p className="files-frozen">
          <Lock size={14} aria-hidden /> {t('frozenAll')}
        </p>
      )}
      {desk.isAdding && desk.progress !== null && (
        <AddingState progress={desk.progress} onCancel={desk.cancel} />
      )}
      <span className="visually-hidden" aria-live="polite">
        {spoken}
      </span>
      {chosen === undefined ? (
        <EmptyState title={t('emptyTitle')} actions={addButton}>
          <p>{t('emptyText')}</p>
          <p className="files-hint">{t(isHeldOver ? 'dropHere' : 'dropHint')}</p>
        </EmptyState>
      ) : (
        <div className="files-body">
          <FileList
            files={list}
            chosenId={chosen.id}
            canReorder={canReorder}
            onChoose={setChosen}
            onOpen={desk.open}
            onRemove={(file) => void remove(file)}
            onMove={move}
            onReorder={(order) => reorder(order, chosen)}
          />
          <FileDetails
            key={chosen.id}
            session={session}
            file={chosen}
            desk={desk}
            player={player}
            onMoveUp={canReorder && at > 0 ? () => move(chosen, -1) : undefined}
            onMoveDown={canReorder && at < list.length - 1 ? () => move(chosen, 1) : undefined}
            onRemove={() => void remove(chosen)}
          />
        </div>
      )}
    </section>
  );
}
