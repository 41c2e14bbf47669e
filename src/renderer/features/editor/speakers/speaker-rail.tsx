import type { Editor } from '@tiptap/core';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBox, ListBoxItem } from 'react-aria-components';

import type { AttendanceId } from '../../../../shared/ids.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import { useCurrentSpeaker } from '../toolbar/use-toolbar-state.ts';
import { speakersOn } from './directory.ts';
import './speaker-rail.css';

/** More than fit beside the page; the others are found by typing. */
const MOST_IN_RAIL = 40;

interface SpeakerRailProps {
  readonly editor: Editor;
  readonly attendance: readonly Attendance[];
  readonly isReadOnly: boolean;
  /** What stands under the title, such as how many are there. */
  readonly head: ReactNode;
  readonly onStart: (speakerId: AttendanceId) => void;
  readonly onLeave: (direction: 'forward' | 'backward') => void;
  readonly railRef: Ref<HTMLDivElement>;
}

/** Those attending with their numbers; choosing one starts a statement. */
export function SpeakerRail({
  editor,
  attendance,
  isReadOnly,
  head,
  onStart,
  onLeave,
  railRef,
}: SpeakerRailProps) {
  const { t } = useTranslation('editor');
  const current = useCurrentSpeaker(editor);
  const attending = useMemo(
    () => speakersOn(attendance, current.dayId).filter((speaker) => !speaker.isAway),
    [attendance, current.dayId],
  );
  const shown = attending.slice(0, MOST_IN_RAIL);
  const more = attending.length - shown.length;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onLeave(event.shiftKey || event.key === 'Escape' ? 'backward' : 'forward');
  };

  return (
    <aside className="speaker-rail" aria-label={t('rail')} onKeyDownCapture={onKeyDown}>
      <h2 className="speaker-rail-title">
        {t('rail')} <span className="speaker-rail-count">{attending.length}</span>
      </h2>
      {head}
      {attending.length === 0 ? (
        <p className="speaker-rail-note" tabIndex={-1}>
          {t('railEmpty')}
        </p>
      ) : (
        <ListBox
          ref={railRef}
          className="speaker-rail-list"
          aria-label={t('rail')}
          selectionMode="none"
          onAction={(key) => {
            const speaker = shown.find(({ id }) => id === key);
            if (speaker && !isReadOnly) onStart(speaker.id);
          }}
        >
          {shown.map((speaker) => (
            <ListBoxItem
              key={speaker.id}
              id={speaker.id}
              textValue={speaker.name}
              className={`speaker-rail-item ${speaker.id === current.speakerId ? 'is-current' : ''}`}
            >
              <kbd className="speaker-rail-number" aria-hidden>
                {speaker.number ?? ''}
              </kbd>
              <span className="speaker-rail-who">
                <span className="speaker-rail-name">{speaker.name}</span>
                {speaker.position && (
                  <span className="speaker-rail-position">{speaker.position}</span>
                )}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      )}
      {more > 0 && <p className="speaker-rail-note">{t('railMore', { count: more })}</p>}
    </aside>
  );
}
