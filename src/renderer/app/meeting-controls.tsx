import { Lock, Pause, Play, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { wallClock } from '../../shared/minutes/dates.ts';
import { openSince, pausedSince } from '../../shared/minutes/meeting.ts';
import type { Session } from '../../shared/minutes/session.ts';
import { Button } from '../ui/button.tsx';
import { shortcutOf } from '../api/shortcut-label.ts';
import { StatusBadge } from './status-badge.tsx';
import './meeting-controls.css';

/** Whether the meeting runs, and since when: words and a time, nothing that ticks. */
export function MeetingState({ session }: { readonly session: Session }) {
  const { t } = useTranslation('app');
  const pausedMs = pausedSince(session);
  const sinceMs = pausedMs ?? openSince(session);
  return (
    <span className={`meeting-state ${pausedMs === null ? '' : 'is-paused'}`}>
      {pausedMs === null ? (
        <StatusBadge status={session.status} />
      ) : (
        <span className="status-badge status-paused">
          <Pause size={12} aria-hidden />
          {t('statusPaused')}
        </span>
      )}
      {sinceMs !== null && (
        <span className="meeting-since">
          {t('since', { time: wallClock(sinceMs, session.zone), zone: session.zone })}
        </span>
      )}
    </span>
  );
}

interface MeetingButtonsProps {
  readonly session: Session;
  readonly onStep: () => void;
  readonly onEnd: () => void;
  readonly onFinalise: () => void;
}

/** The steps of the meeting that are possible now, for the mouse; each has its key. */
export function MeetingButtons({ session, onStep, onEnd, onFinalise }: MeetingButtonsProps) {
  const { t } = useTranslation('app');
  const { status } = session;
  if (status === 'final') return null;
  const isPaused = pausedSince(session) !== null;
  const isOn = status === 'berlangsung';
  return (
    <>
      <Button onPress={onStep}>
        {isOn && !isPaused ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
        <span className="meeting-label">
          {t(status === 'rencana' ? 'begin' : isOn && !isPaused ? 'pause' : 'resume')}
        </span>
        <kbd className="meeting-key" aria-hidden>
          {shortcutOf('meeting.step')}
        </kbd>
      </Button>
      {status === 'selesai' && (
        <Button onPress={onFinalise}>
          <Lock size={14} aria-hidden />
          <span className="meeting-label">{t('finalise')}</span>
        </Button>
      )}
      {isOn && (
        <Button onPress={onEnd}>
          <Square size={14} aria-hidden />
          <span className="meeting-label">{t('end')}</span>
          <kbd className="meeting-key" aria-hidden>
            {shortcutOf('meeting.end')}
          </kbd>
        </Button>
      )}
    </>
  );
}
