import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DayId } from '../../../../shared/ids.ts';
import { presenceOf } from '../../../../shared/minutes/attendance.ts';
import { dayNow } from '../../../../shared/minutes/meeting.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import type { QuorumState } from '../../../../shared/minutes/quorum.ts';
import { countPresent } from '../../../../shared/minutes/quorum.ts';
import type { Session } from '../../../../shared/minutes/session.ts';
import './present-count.css';

interface PresentCountProps {
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  /** The day to count; without it the day of the meeting now. */
  readonly dayId?: DayId | null;
}

const QUORUM = {
  reached: { icon: CircleCheck, label: 'quorumReached' },
  missing: { icon: CircleAlert, label: 'quorumMissing' },
  incomplete: { icon: CircleHelp, label: 'quorumIncomplete' },
} as const satisfies Record<QuorumState['type'], unknown>;

/** How many are there now, and in words whether they make a quorum where the session asks for one. */
export const PresentCount = memo(function PresentCount({
  session,
  attendance,
  dayId = null,
}: PresentCountProps) {
  const { t } = useTranslation('editor');
  const isLive = session.status === 'berlangsung';
  const [openedMs] = useState(() => Date.now());
  const day = dayId ?? dayNow(session, openedMs);
  const count = useMemo(
    () => countPresent(attendance, session.quorum, { dayId: day, isLive }),
    [attendance, session.quorum, day, isLive],
  );
  const { quorum } = count;
  const isRecorded = useMemo(
    () => attendance.some((line) => presenceOf(line, day) !== null),
    [attendance, day],
  );
  return (
    <div className="present-count">
      <p className="present-count-heads">
        {/* "0 hadir" would say that somebody looked and nobody was there. */}
        {isRecorded
          ? t(isLive ? 'presentNow' : 'presentCount', { count: count.people })
          : t('presentNobody')}
        {count.uncountedGroups > 0 && ` + ${t('presentGroups', { count: count.uncountedGroups })}`}
      </p>
      {/* Only the turn is spoken: a list that is being filled changes its numbers all the time. */}
      <output className="present-count-quorum">
        {quorum !== null && <QuorumLabel type={quorum.type} />}
      </output>
      {quorum !== null && (
        <p className="present-count-why">
          {quorum.type === 'incomplete'
            ? t('quorumIncompleteWhy')
            : t(quorum.type === 'reached' ? 'quorumReachedWhy' : 'quorumMissingWhy', {
                present: quorum.present,
                members: quorum.members,
                needed: quorum.needed,
                lacking: quorum.needed - quorum.present,
              })}
        </p>
      )}
    </div>
  );
});

function QuorumLabel({ type }: { readonly type: QuorumState['type'] }) {
  const { t } = useTranslation('editor');
  const { icon: Icon, label } = QUORUM[type];
  return (
    <strong className={`present-count-label is-${type}`}>
      <Icon size={14} aria-hidden />
      {t(label)}
    </strong>
  );
}
