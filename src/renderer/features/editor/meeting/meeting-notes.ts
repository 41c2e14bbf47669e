import type { Editor } from '@tiptap/core';

import type { MeetingTemplates } from '../../../../shared/minutes/meeting-sentences.ts';
import { chairOf, meetingSentence } from '../../../../shared/minutes/meeting-sentences.ts';
import type { MeetingEvent } from '../../../../shared/minutes/meeting-course.ts';
import { dayOfEvent } from '../../../../shared/minutes/meeting.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import type { Session } from '../../../../shared/minutes/session.ts';
import type { BlockSource } from '../commands/new-block.ts';
import type { Stamps } from './stamps.ts';
import { goOnAfterSentence, writeSentence } from './write-sentence.ts';

/** What the keys of the meeting ask of the open minutes. */
export interface MeetingNotes {
  /** The time now on the clock that stamps the statements, UTC milliseconds. */
  readonly eventMs: () => number;
  /** Writes the official sentence of an event and answers with it; the focus stays where it is. */
  readonly write: (event: MeetingEvent, atMs: number) => string;
}

interface MeetingNotesOptions {
  readonly editor: () => Editor;
  readonly session: () => Session;
  readonly attendance: () => readonly Attendance[];
  /** The office's wording of the official sentences. */
  readonly templates: () => MeetingTemplates;
  readonly source: BlockSource;
  readonly stamps: Stamps;
}

export function createMeetingNotes(options: MeetingNotesOptions): MeetingNotes {
  return {
    eventMs: options.stamps.eventMs,
    write(event, atMs) {
      const session = options.session();
      const dayId = dayOfEvent(session, event, atMs);
      const sentence = meetingSentence(
        event,
        {
          kind: session.kind,
          title: session.title,
          place: session.place,
          zone: session.zone,
          atMs,
          chair: chairOf(options.attendance(), dayId),
        },
        options.templates(),
      );
      const { view } = options.editor();
      const { newId } = options.source;
      const written = writeSentence(view.state, { event, sentence, atMs, dayId, newId });
      view.dispatch(written.transaction);
      view.dispatch(goOnAfterSentence(view.state, written.ready));
      return sentence;
    },
  };
}
