import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import type { VersionId } from '../../../../shared/ids.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import type { Session } from '../../../../shared/minutes/session.ts';
import { api } from '../../../api/client.ts';
import { describeError } from '../../../api/describe-error.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { showsAll } from '../filter/criteria.ts';
import type { MinutesDesk } from '../minutes-desk.ts';
import type { EditorText, Translate } from '../texts.ts';
import { bringBackAll, bringBackBlock } from './bring-back.ts';
import { VersionList } from './version-list.tsx';
import { VersionView } from './version-view.tsx';
import { focusPage } from '../view/focus-page.ts';
import './history-view.css';

interface HistoryViewProps {
  readonly desk: MinutesDesk;
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  readonly t: Translate;
  readonly registerCommands: (
    handlers: Partial<Readonly<Record<CommandId, () => void>>>,
  ) => () => void;
}

/** Earlier versions of the minutes: to look at, to compare with now, to bring back. */
export function HistoryView(props: HistoryViewProps) {
  const { desk, registerCommands, t } = props;
  const [isOpen, setOpen] = useState(false);

  useEffect(
    () =>
      registerCommands({
        // The list is to hold what was typed last too, so that it is saved first.
        'session.history': () => void desk.flush().then(() => setOpen(true)),
      }),
    [desk, registerCommands],
  );

  const close = (): void => {
    setOpen(false);
    requestAnimationFrame(() => focusPage(desk.editor.view));
  };
  return (
    <ModalOverlay
      className="history-overlay"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className="history-modal">
        <Dialog className="history-view">
          <header className="history-head">
            <Heading slot="title" className="history-title">
              {t('versions')}
            </Heading>
            <Button onPress={close}>{t('versionsClose')}</Button>
          </header>
          <Versions {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Versions({ desk, session, attendance, t }: HistoryViewProps) {
  const sessionId = session.id;
  // What is saved changes outside of the cache, so that nothing of it is kept.
  const list = useQuery({
    queryKey: ['versions', sessionId],
    queryFn: () => api('history.list', { sessionId }),
    gcTime: 0,
  });
  const [chosen, setChosen] = useState<VersionId | null>(null);
  const selected = chosen ?? list.data?.[0]?.id ?? null;
  const earlier = useQuery({
    queryKey: ['version', sessionId, selected],
    queryFn: () =>
      selected === null ? null : api('history.load', { sessionId, versionId: selected }),
    gcTime: 0,
  });
  const [now, setNow] = useState<Node>(desk.editor.state.doc);

  const keepNow = async (): Promise<void> => {
    await desk.flush();
    try {
      const kept = await api('history.keep', { sessionId, reason: 'manual' });
      showToast({ tone: 'info', text: t(kept === null ? 'versionNothingNew' : 'versionKept') });
      await list.refetch();
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  };

  /** Changes the minutes after keeping them as they are; the page keeps the change in its undo. */
  const bringBack = async (
    change: (state: EditorState) => Transaction | null,
    done: EditorText,
  ): Promise<void> => {
    // The version that is kept now becomes the newest; the one that is looked at stays in sight.
    setChosen(selected);
    if (!(await desk.keepVersion('before-restore'))) {
      showToast({ tone: 'error', text: t('bringBackUnsaved') });
      return;
    }
    if (!showsAll(desk.filter.store.current().criteria)) desk.filter.clear();
    const { view } = desk.editor;
    const transaction = change(view.state);
    if (transaction) view.dispatch(transaction);
    setNow(view.state.doc);
    showToast({ tone: 'success', text: t(done) });
    await desk.flush();
    await list.refetch();
  };

  if (list.error ?? earlier.error) {
    return (
      <EmptyState title={t('versionsFailed')}>
        {describeError(list.error ?? earlier.error)}
      </EmptyState>
    );
  }
  if (list.data === undefined) return <p className="page-loading">{t('versionsLoading')}</p>;
  const keepButton = (
    <Button className="version-keep" onPress={() => void keepNow()}>
      {t('versionKeep')}
    </Button>
  );
  if (list.data.length === 0) {
    return (
      <EmptyState title={t('versionsEmpty')} actions={keepButton}>
        {t('versionsEmptyText')}
      </EmptyState>
    );
  }
  const days = session.days.map(({ id }) => id);
  return (
    <div className="history-body">
      <div className="history-side">
        {keepButton}
        <VersionList
          versions={list.data}
          zone={session.zone}
          selected={selected}
          onSelect={setChosen}
        />
      </div>
      {earlier.data ? (
        <VersionView
          key={earlier.data.info.id}
          earlier={earlier.data}
          now={now}
          session={session}
          attendance={attendance}
          t={t}
          onBringBackBlock={(version, node) =>
            void bringBack(
              (state) => bringBackBlock(state, version, node, days),
              'broughtBackBlock',
            )
          }
          onBringBackAll={(version) =>
            void bringBack((state) => bringBackAll(state, version, days), 'broughtBackAll')
          }
        />
      ) : (
        <p className="page-loading">{t('versionsLoading')}</p>
      )}
    </div>
  );
}
