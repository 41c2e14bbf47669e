import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DayId, SessionId } from '../../../../shared/ids.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import { api } from '../../../api/client.ts';
import { describeError } from '../../../api/describe-error.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { marksQuery } from '../marks-query.ts';
import { SecretaryList } from './secretary-list.tsx';
import { SignScreen } from './sign-screen.tsx';
import { nextUnsigned, signingList } from './signing-list.ts';
import { ThanksScreen } from './thanks-screen.tsx';
import './hand-around.css';

export interface HandAroundProps {
  readonly sessionId: SessionId;
  /** null: the first day. */
  readonly dayId: DayId | null;
  readonly onLeave: () => void;
}

/** What is on screen. Only the first is for the secretary; the others are handed around. */
type Screen =
  | { readonly type: 'list' }
  | { readonly type: 'sign'; readonly attendanceId: Attendance['id']; readonly isInTurn: boolean }
  | {
      readonly type: 'thanks';
      readonly attendanceId: Attendance['id'];
      readonly isInTurn: boolean;
    };

/**
 * The mode in which the device goes from hand to hand: whoever signs sees their own name and nothing
 * of anybody else. It stands in place of the whole window, and only holding a button leads back.
 */
export function HandAround({ sessionId, dayId: firstDay, onLeave }: HandAroundProps) {
  const { t } = useTranslation('marks');
  const session = useQuery({
    queryKey: ['session', sessionId],
    queryFn: () => api('sessions.get', { id: sessionId }),
  });
  const attendance = useQuery({
    queryKey: ['attendance', sessionId],
    queryFn: () => api('attendance.list', { sessionId }),
  });
  const marks = useQuery(marksQuery(sessionId));
  const [chosenDay, setChosenDay] = useState(firstDay);
  const [screen, setScreen] = useState<Screen>({ type: 'list' });

  useEffect(() => {
    void api('app.setHandAround', { isOn: true });
    // A finger that is held asks for a menu, which would end the hold.
    const noMenu = (event: Event): void => event.preventDefault();
    window.addEventListener('contextmenu', noMenu);
    return () => {
      window.removeEventListener('contextmenu', noMenu);
      void api('app.setHandAround', { isOn: false });
    };
  }, []);

  const problem = session.error ?? attendance.error ?? marks.error;
  if (problem !== null) {
    return (
      <main className="hand-around hand-around-calm">
        <Notice tone="danger" role="alert">
          {describeError(problem)}
        </Notice>
        <Button onPress={onLeave}>{t('leaveMode')}</Button>
      </main>
    );
  }
  if (!session.data || !attendance.data || !marks.data) return <main className="hand-around" />;

  const { days } = session.data;
  const day = days.find(({ id }) => id === chosenDay) ?? days[0];
  if (day === undefined) return null;
  const list = signingList(attendance.data, marks.data, day.id);
  const toList = (): void => setScreen({ type: 'list' });

  switch (screen.type) {
    case 'list': {
      const next = nextUnsigned(list, null);
      return (
        <SecretaryList
          session={session.data}
          dayId={day.id}
          list={list}
          onDay={setChosenDay}
          onPick={({ attendanceId }) => setScreen({ type: 'sign', attendanceId, isInTurn: false })}
          onInTurn={
            next === null
              ? null
              : () => setScreen({ type: 'sign', attendanceId: next.attendanceId, isInTurn: true })
          }
          onLeave={onLeave}
        />
      );
    }
    case 'sign': {
      const signer = list.find(({ attendanceId }) => attendanceId === screen.attendanceId);
      if (signer === undefined) return <ThanksScreen onNext={null} onList={toList} />;
      return (
        <SignScreen
          key={signer.attendanceId}
          session={session.data}
          day={day}
          signer={signer}
          onSigned={() => setScreen({ ...screen, type: 'thanks' })}
          onList={toList}
        />
      );
    }
    case 'thanks': {
      const next = screen.isInTurn ? nextUnsigned(list, screen.attendanceId) : null;
      return (
        <ThanksScreen
          onNext={
            next === null
              ? null
              : () => setScreen({ ...screen, type: 'sign', attendanceId: next.attendanceId })
          }
          onList={toList}
        />
      );
    }
  }
}
