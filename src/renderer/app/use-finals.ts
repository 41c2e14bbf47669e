import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AttendanceId, BlockId, SessionId } from '../../shared/ids.ts';
import type { ClosingCheck, ClosingFinding } from '../../shared/minutes/closing-checks.ts';
import type { Addendum, FinalState } from '../../shared/minutes/final.ts';
import type { Session } from '../../shared/minutes/session.ts';
import { api } from '../api/client.ts';
import type { CorrectedBlock } from '../features/finals/addendum-dialog.tsx';
import { finalStateQuery } from '../features/finals/queries.ts';
import { showToast } from '../ui/toast.tsx';
import type { CommandRegistry } from './commands.ts';
import { useCommands } from './commands.ts';
import type { OpenSession } from './opening.ts';
import type { SessionTab } from './use-session-tab.ts';

const NO_ADDENDA: readonly Addendum[] = [];

type FinalsDialog =
  | { readonly type: 'finalise' | 'addenda' | 'log' }
  | { readonly type: 'addendum'; readonly corrected: CorrectedBlock | null };

/** Where a finding or an addendum leads; each object leads there once. */
interface Places {
  readonly openAt: OpenSession['openAt'];
  readonly line: { readonly id: AttendanceId } | null;
  readonly days: object | null;
}

const NOWHERE: Places = { openAt: null, line: null, days: null };

interface FinalsOptions {
  readonly id: SessionId;
  /** undefined while it is loaded. */
  readonly session: Session | undefined;
  readonly opening: OpenSession;
  readonly commands: CommandRegistry;
  /** Shows a tab and leaves the focus where it is. */
  readonly setTab: (tab: SessionTab) => void;
  /** Shows a tab with the caret in its first field. */
  readonly goToTab: (tab: SessionTab) => void;
}

export interface Finals {
  readonly state: { readonly data: FinalState | undefined; readonly error: unknown };
  readonly addenda: readonly Addendum[];
  readonly dialog: FinalsDialog | null;
  readonly show: (dialog: FinalsDialog | null) => void;
  /** What was written of the reason, kept over a look at a finding. */
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** The check whose finding is looked at; null: none is. */
  readonly review: ClosingCheck | null;
  readonly endReview: () => void;
  readonly places: Places;
  readonly goToFinding: (finding: ClosingFinding) => void;
  readonly goToAddendum: (addendum: Addendum) => void;
  readonly askForAddendum: (corrected: CorrectedBlock | null) => void;
  readonly finalised: (session: Session) => void;
  readonly addendumAdded: (addendum: Addendum) => void;
}

/** What makes a session final, corrects it afterwards, and tells of both. */
export function useFinals(options: FinalsOptions): Finals {
  const { id, session, opening, commands, setTab, goToTab } = options;
  const { t } = useTranslation('finals');
  const queries = useQueryClient();
  const status = session?.status ?? null;
  const state = useQuery({ ...finalStateQuery(id), enabled: status === 'final' });
  const [dialog, show] = useState<FinalsDialog | null>(null);
  const [reason, setReason] = useState('');
  const [review, setReview] = useState<ClosingCheck | null>(null);
  const [places, setPlaces] = useState(NOWHERE);
  const [answered, setAnswered] = useState(opening);
  if (answered !== opening) {
    setAnswered(opening);
    setPlaces(NOWHERE);
  }

  useEffect(() => {
    void api('app.setMenuSession', { status });
    return () => void api('app.setMenuSession', { status: null });
  }, [status]);
  useCommands(commands, {
    'session.finalise': () => show({ type: 'finalise' }),
    'session.addenda': () => show({ type: 'addenda' }),
    'session.log': () => show({ type: 'log' }),
  });
  const askForAddendum = useCallback(
    (corrected: CorrectedBlock | null) => show({ type: 'addendum', corrected }),
    [],
  );

  const goToBlock = (blockId: BlockId, words: readonly string[]): void => {
    setTab('minutes');
    setPlaces({ ...NOWHERE, openAt: { blockId, words } });
  };
  const goToAddendum = ({ blockId }: Addendum): void => {
    show(null);
    if (blockId !== null) goToBlock(blockId, []);
  };

  return {
    state: { data: state.data ?? undefined, error: state.error },
    addenda: state.data?.addenda ?? NO_ADDENDA,
    dialog,
    show,
    reason,
    setReason,
    review,
    endReview: () => setReview(null),
    places,
    goToFinding({ check, place, name }) {
      show(null);
      setReview(check);
      switch (place.type) {
        case 'block':
          return goToBlock(place.blockId, name === undefined ? [] : [name.written]);
        case 'attendance':
          if (place.attendanceId === null) return goToTab('attendance');
          setTab('attendance');
          return setPlaces({ ...NOWHERE, line: { id: place.attendanceId } });
        case 'minutes':
          return goToTab('minutes');
        case 'session-data':
          setTab('data');
          return setPlaces({ ...NOWHERE, days: {} });
      }
    },
    goToAddendum,
    askForAddendum,
    finalised(next) {
      show(null);
      setReview(null);
      setReason('');
      queries.setQueryData(['session', id], next);
      for (const queryKey of [['attendance', id], ['final', id], ['sessions']]) {
        void queries.invalidateQueries({ queryKey });
      }
      showToast({ tone: 'success', text: t('finalised') });
    },
    addendumAdded(addendum) {
      goToAddendum(addendum);
      showToast({ tone: 'success', text: t('recorded', { number: addendum.number }) });
    },
  };
}
