import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { createRail } from './rail/rail.ts';
import type { SpeakerDesk } from './speaker-desk.ts';
import './speaker-rail.css';

interface SpeakerRailProps {
  readonly desk: SpeakerDesk;
  /** What stands over the speakers, such as who is present. */
  readonly head?: ReactNode;
  readonly onLeave: (direction: 'forward' | 'backward') => void;
}

/** Those attending with their numbers, those who wait to speak, and what lacks a speaker. */
export function SpeakerRail({ desk, head, onLeave }: SpeakerRailProps) {
  const { t } = useTranslation('editor');
  const host = useRef<HTMLDivElement>(null);
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  useEffect(() => {
    const rail = createRail(desk, (direction) => leave.current(direction));
    host.current?.append(rail.dom);
    return rail.destroy;
  }, [desk]);
  return (
    <aside className="speaker-rail" aria-label={t('rail')}>
      {head}
      <div ref={host} className="speaker-rail-body" />
    </aside>
  );
}
