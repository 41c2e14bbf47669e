import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../shared/ids.ts';
import type { MeetingEvent } from '../../shared/minutes/meeting-course.ts';
import { canMark, nextStep, statusAfter, withMark } from '../../shared/minutes/meeting.ts';
import type { Session } from '../../shared/minutes/session.ts';
import { api } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import type { MeetingNotes } from '../features/editor/meeting/meeting-notes.ts';
import { showToast } from '../ui/toast.tsx';

interface MeetingOptions {
  readonly id: SessionId;
  /** Whether the minutes are in sight; otherwise the sentence is shown in the corner. */
  readonly isPageShown: boolean;
  /** The meeting begins or goes on: from now on it is written down. */
  readonly onOpened: () => void;
}

export interface Meeting {
  /** The next sensible step: open, adjourn, resume, or go on after the end. */
  readonly step: () => void;
  readonly end: () => void;
  /** Takes the status back by one step; the text is taken back by Ctrl+Z. */
  readonly takeBack: () => void;
  /** What happened last, for screen readers. */
  readonly announcement: string;
  readonly registerNotes: (notes: MeetingNotes) => () => void;
}

/**
 * The course of the meeting by one key each, from any part of the session. The sentence stands in the
 * minutes within the key press; the archive answers later, and only a failure is told.
 */
export function useMeeting({ id, isPageShown, onOpened }: MeetingOptions): Meeting {
  const { t } = useTranslation('app');
  const queries = useQueryClient();
  const notes = useRef<MeetingNotes | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const registerNotes = useCallback((registered: MeetingNotes) => {
    notes.current = registered;
    return () => {
      if (notes.current === registered) notes.current = null;
    };
  }, []);

  const current = (): Session | undefined => queries.getQueryData<Session>(['session', id]);
  const show = (session: Session): void => {
    queries.setQueryData(['session', id], session);
    void queries.invalidateQueries({ queryKey: ['sessions'] });
  };
  const answer = async (call: Promise<Session>): Promise<boolean> => {
    try {
      show(await call);
      return true;
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
      void queries.invalidateQueries({ queryKey: ['session', id] });
      return false;
    }
  };

  const record = (session: Session, event: MeetingEvent): void => {
    const page = notes.current;
    if (page === null) {
      showToast({ tone: 'info', text: t('minutesNotOpen') });
      return;
    }
    if (!canMark(session, event)) return;
    const atMs = page.eventMs();
    const sentence = page.write(event, atMs);
    // At once: the next word is stamped, or not, as the meeting is now.
    const meeting = withMark(session, event, atMs);
    queries.setQueryData(['session', id], { ...session, status: statusAfter(event), meeting });
    setAnnouncement(sentence);
    if (event === 'dibuka' || event === 'dilanjutkan') onOpened();
    else if (!isPageShown) showToast({ tone: 'info', text: sentence });
    void answer(api('meeting.mark', { id, event, atMs }));
  };

  const takeBack = async (): Promise<void> => {
    const session = current();
    if (session === undefined || session.status === 'final') return;
    const { marks } = session.meeting;
    const isDone = await answer(
      marks.length > 0
        ? api('meeting.takeBack', { id })
        : api('sessions.setStatus', {
            id,
            status: session.status === 'selesai' ? 'berlangsung' : 'rencana',
          }),
    );
    if (isDone) setAnnouncement(t('meetingTakenBack'));
  };

  return {
    announcement,
    registerNotes,
    step() {
      const session = current();
      if (session === undefined) return;
      const step = nextStep(session, notes.current?.eventMs() ?? Date.now());
      if (step === null) return;
      if (step !== 'take-back') return record(session, step);
      onOpened();
      if (session.meeting.marks.at(-1)?.event === 'ditutup') void takeBack();
      else void answer(api('sessions.setStatus', { id, status: 'berlangsung' }));
    },
    end() {
      const session = current();
      if (session === undefined) return;
      if (session.status === 'berlangsung') record(session, 'ditutup');
      // Written down afterwards: nobody knows from here when it ended.
      else if (session.status === 'rencana') {
        void answer(api('sessions.setStatus', { id, status: 'selesai' }));
      }
    },
    takeBack: () => void takeBack(),
  };
}
