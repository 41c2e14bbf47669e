import type { Command } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import type { SpeakerKeys } from '../../../../shared/contract/editor-keys.ts';
import type { AttendanceId, DayId, SessionId } from '../../../../shared/ids.ts';
import type { Coming, Newcomer } from '../../../../shared/minutes/comings.ts';
import { newcomerAt } from '../../../../shared/minutes/comings.ts';
import { dayOfEvent } from '../../../../shared/minutes/meeting.ts';
import { attendeeLabel } from '../../../../shared/minutes/names.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import { api } from '../../../api/client.ts';
import { describeError } from '../../../api/describe-error.ts';
import { showToast } from '../../../ui/toast.tsx';
import { startBlock } from '../commands/insert-block.ts';
import { currentBlock } from '../commands/new-block.ts';
import type { DeskContext, DeskPart } from '../desk/desk-part.ts';
import { dayIdOf } from '../model/blocks.ts';
import { askFor } from '../plugins/speaker-request.ts';
import { writtenBeside } from '../plugins/written-beside.ts';
import { createActs } from './acts.ts';
import type { ComingRecords } from './coming-records.ts';
import { createComingRecords } from './coming-records.ts';
import { createMissingActions } from './missing-actions.ts';
import type { MissingActions } from './missing-actions.ts';
import { createNumberActions } from './number-actions.ts';
import type { NumberActions } from './number-actions.ts';
import type { NumberKeys } from './number-keys.ts';
import { createNumberKeys, numberKeys } from './number-keys.ts';
import { createQueueActions } from './queue-actions.ts';
import type { QueueActions } from './queue-actions.ts';
import type { Roster } from './roster.ts';
import { createRoster } from './roster.ts';
import type { PurposeOptions, SpeakerPopupOptions } from './speaker-popup.ts';
import type { SpeakerQueue } from './speaker-queue.ts';
import { createSpeakerQueue } from './speaker-queue.ts';

/** Presence on the day of somebody who is added while the meeting runs. */

export interface SpeakerDeskOptions {
  readonly context: DeskContext;
  readonly sessionId: SessionId;
  /** Adds a participant by name; null when that failed, which the user has been told. */
  readonly addSpeaker: (name: string, onDay: Newcomer | null) => Promise<Attendance | null>;
  readonly onAttendanceChanged: () => void;
}

/** Who speaks at the caret, and the day the meeting is on. */
export interface CurrentSpeaker {
  readonly speakerId: AttendanceId | null;
  readonly dayId: DayId | null;
}

/** Everything about speakers in one open document: numbers, queue, coming and going. */
export interface SpeakerDesk {
  readonly part: DeskPart;
  readonly popup: SpeakerPopupOptions;
  readonly roster: Roster;
  readonly queue: SpeakerQueue;
  readonly keys: NumberKeys;
  readonly numbers: NumberActions;
  readonly queueing: QueueActions;
  readonly missing: MissingActions;
  readonly comings: ComingRecords;
  readonly isNarrating: () => boolean;
  readonly toggleNarrating: () => void;
  readonly isReadOnly: () => boolean;
  readonly current: () => CurrentSpeaker;
  readonly start: (id: AttendanceId) => void;
  /** The session or the attendance changed. */
  readonly update: () => void;
  readonly setKeys: (keys: SpeakerKeys) => void;
  /** Calls back when anything of this changed; the answer stops that. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly context: DeskContext;
}

export function createSpeakerDesk(options: SpeakerDeskOptions): SpeakerDesk {
  const { context, sessionId } = options;
  const { directory, session, source, t } = context;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  let caret: CurrentSpeaker = { speakerId: null, dayId: session().days[0]?.id ?? null };
  let chosenKeys: SpeakerKeys = 'alt';
  let isNarrating = false;
  let isLoaded = false;

  const fail = (error: unknown): void => {
    showToast({ tone: 'error', text: describeError(error) });
  };
  /** The day the meeting is on while it runs, otherwise the one that is written about. */
  const dayId = (): DayId | null => {
    const runsOn =
      session().status === 'berlangsung' ? dayOfEvent(session(), 'diskors', Date.now()) : null;
    return runsOn ?? caret.dayId ?? session().days[0]?.id ?? null;
  };
  const nameOf = (id: AttendanceId): string => {
    const attendee = directory.find(id);
    return attendee ? attendeeLabel(attendee) : t('speakerUnknown');
  };

  const acts = createActs(() => context.editor().state.doc);
  const roster = createRoster({
    directory,
    dayId,
    save: (numbers) => {
      void api('speakers.setNumbers', { sessionId, numbers: [...numbers] }).catch(fail);
    },
  });
  const queue = createSpeakerQueue({ sessionId, nowMs: Date.now, onFailure: fail });
  roster.subscribe(changed);
  queue.subscribe(changed);

  const update = (): void => {
    if (isLoaded && session().status === 'berlangsung') roster.decide();
    changed();
  };
  directory.subscribe(update);
  // A key pressed before the numbers are known waits for them: it must not name somebody else.
  const ready = api('speakers.get', { sessionId }).then(
    (kept) => {
      isLoaded = true;
      isNarrating = kept.isNarratingComings;
      roster.load(kept.numbers);
      queue.load(kept.queue);
      update();
    },
    (error: unknown) => {
      const reason = describeError(error);
      showToast({ tone: 'error', text: t('speakersNotLoaded', { reason }) });
    },
  );
  const whenReady = (act: () => void): void => {
    if (isLoaded) act();
    else void ready.then(act);
  };

  const start = (id: AttendanceId): void => {
    context.run(startBlock('statement', source, id));
  };
  const shared = { context, acts, roster, queue, dayId, nameOf, start };
  const numbers = createNumberActions(shared);
  const queueing = createQueueActions(shared);
  const missing = createMissingActions(context, changed);
  const comings = createComingRecords({
    context,
    acts,
    dayId,
    onAttendanceChanged: options.onAttendanceChanged,
  });

  async function addSpeaker(name: string): Promise<Attendance | null> {
    const onDay = newcomerAt(session(), caret.dayId, source.stampMs() ?? Date.now());
    const added = await options.addSpeaker(name, onDay);
    if (added === null) return null;
    const others = directory.attendance().filter(({ id }) => id !== added.id);
    directory.replace([...others, added]);
    return added;
  }

  const toggleNarrating = (): void => {
    isNarrating = !isNarrating;
    api('speakers.setNarrating', { sessionId, isNarratingComings: isNarrating }).catch(
      (error: unknown) => {
        isNarrating = !isNarrating;
        fail(error);
        changed();
      },
    );
    showToast({ tone: 'info', text: t(isNarrating ? 'narratingOn' : 'narratingOff') });
    changed();
  };

  function ofComing(coming: Coming): PurposeOptions {
    const day = dayId();
    const factsOf = (id: AttendanceId) => directory.find(id)?.days.find((d) => d.dayId === day);
    const isThere = (id: AttendanceId): boolean => {
      const facts = factsOf(id);
      const hasCome = facts?.presence !== 'izin' && facts?.presence !== 'tidak hadir';
      return hasCome && (facts?.left ?? null) === null;
    };
    const hasArrived = (id: AttendanceId): boolean =>
      isThere(id) && (factsOf(id)?.presence ?? null) !== null;
    const clock = (time: string | null | undefined): string => time?.replace(':', '.') ?? '';
    return {
      label: t(coming === 'arrival' ? 'arrivalChoose' : 'departureChoose'),
      hint: t(isNarrating ? 'comingHintNarrated' : 'comingHint'),
      emptyHint: t(coming === 'arrival' ? 'arrivalNobody' : 'departureNobody'),
      isOffered: ({ id }) => (coming === 'arrival' ? !hasArrived(id) : isThere(id)),
      noteOf: ({ id, leftAt }) => {
        if (leftAt !== null) return t('leftAt', { time: leftAt });
        const { arrived, presence } = factsOf(id) ?? {};
        return arrived ? t('cameAt', { time: clock(arrived) }) : (presence ?? '');
      },
      onChoose: (id, isOther) => comings.record(coming, id, isOther !== isNarrating),
      onAdd:
        coming === 'departure'
          ? null
          : (name, isOther) =>
              void addSpeaker(name).then((added) => {
                if (added && isOther !== isNarrating) comings.narrateNewcomer(added);
              }),
    };
  }

  const popup: SpeakerPopupOptions = {
    speakersOn: roster.speakersOn,
    stampMs: source.stampMs,
    t,
    addSpeaker: async (name) => (await addSpeaker(name))?.id ?? null,
    purpose(type) {
      if (type !== 'queue') return ofComing(type);
      return queueing.purpose(async (name) => {
        const added = await addSpeaker(name);
        if (added) queueing.note(added.id);
      });
    },
    onSeveral(count, speakerId) {
      const name = speakerId === null ? t('notMentioned').toLowerCase() : nameOf(speakerId);
      showToast({ tone: 'info', text: t('severalChanged', { count: String(count), name }) });
    },
  };

  const ask =
    (type: 'queue' | Coming): Command =>
    (state, dispatch) => {
      dispatch?.(askFor(state.tr, { type }));
      return true;
    };
  const act =
    (run: () => void): Command =>
    (_state, dispatch) => {
      if (dispatch) whenReady(run);
      return true;
    };
  const commands = new Map<CommandId, Command>([
    ['queue.note', ask('queue')],
    ['queue.next', act(queueing.next)],
    ['speaker.arrival', ask('arrival')],
    ['speaker.departure', ask('departure')],
    ['speaker.narrating', act(toggleNarrating)],
    ['speaker.number', act(() => numbers.giveToCurrent(caret.speakerId))],
    ['speaker.missing', missing.next],
  ]);

  const keys = createNumberKeys(() => chosenKeys);
  const followCaret = new Plugin({
    key: new PluginKey('speakerAtCaret'),
    view: () => ({
      update({ state }) {
        const { node } = currentBlock(state);
        const speakerId = (node.attrs['speakerId'] as AttendanceId | null | undefined) ?? null;
        const day = dayIdOf(node);
        if (speakerId === caret.speakerId && day === caret.dayId) return;
        caret = { speakerId, dayId: day };
        changed();
      },
    }),
  });

  return {
    part: {
      plugins: [
        numberKeys(keys, (number) => {
          if (!context.editor().isEditable) return;
          whenReady(() =>
            number === 0 ? numbers.giveToCurrent(caret.speakerId) : numbers.startOf(number),
          );
        }),
        followCaret,
        missing.plugin,
        writtenBeside(),
      ],
      commands,
      keys: { 'Mod-z': acts.undo },
    },
    popup,
    roster,
    queue,
    keys,
    numbers,
    queueing,
    missing,
    comings,
    isNarrating: () => isNarrating,
    toggleNarrating,
    isReadOnly: () => !context.editor().isEditable,
    current: () => ({ speakerId: caret.speakerId, dayId: dayId() }),
    start,
    update,
    setKeys(next) {
      chosenKeys = next;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    context,
  };
}
