import { closeHistory } from '@tiptap/pm/history';
import { Fragment } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';

import type { CallInput } from '../../../../shared/contract/index.ts';
import type { AttendanceId, DayId } from '../../../../shared/ids.ts';
import { dayOf } from '../../../../shared/minutes/attendance.ts';
import type { Coming } from '../../../../shared/minutes/comings.ts';
import { comingSentence, factsAfter, timeOfDayAt } from '../../../../shared/minutes/comings.ts';
import { attendeeLabel } from '../../../../shared/minutes/names.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import { api } from '../../../api/client.ts';
import { describeError } from '../../../api/describe-error.ts';
import { showToast } from '../../../ui/toast.tsx';
import type { BlockSource } from '../commands/new-block.ts';
import { createBlock, currentBlock } from '../commands/new-block.ts';
import type { DeskContext } from '../desk/desk-part.ts';
import { blockById, dayIdOf, endOf, isEmptyBlock } from '../model/blocks.ts';
import { lastBeside, markWrittenBeside } from '../plugins/written-beside.ts';
import type { Acts } from './acts.ts';

type DayFacts = CallInput<'attendance.updateDay'>['changes'];

export interface ComingRecordsOptions {
  readonly context: DeskContext;
  readonly acts: Acts;
  readonly dayId: () => DayId | null;
  readonly onAttendanceChanged: () => void;
}

/** A narration line beside the block of the caret, which stays where it is. */
export function insertNarration(state: EditorState, source: BlockSource, text: string) {
  const current = currentBlock(state);
  const id = source.newId();
  const block = createBlock(state.schema, 'narration', {
    id,
    dayId: dayIdOf(current.node),
    stampMs: null,
  });
  const paragraph = state.schema.node('paragraph', null, [state.schema.text(text)]);
  const filled = block.copy(Fragment.from(paragraph));
  // Where nothing was written yet, what happened comes before what will be said.
  const isFirst = isEmptyBlock(current.node);
  const pos = isFirst ? current.pos : endOf(lastBeside(state, current));
  const transaction = closeHistory(state.tr.insert(pos, filled));
  return { id, transaction: isFirst ? transaction : markWrittenBeside(transaction, id) };
}

/** Records late arrivals and departures in the attendance and, where wanted, in the minutes. */
export function createComingRecords({
  context,
  acts,
  dayId,
  onAttendanceChanged,
}: ComingRecordsOptions) {
  const { directory, source, t } = context;

  function show(changed: readonly Attendance[]): void {
    const byId = new Map(changed.map((line) => [line.id, line]));
    directory.replace(directory.attendance().map((line) => byId.get(line.id) ?? line));
  }

  async function setFacts(id: AttendanceId, day: DayId, changes: DayFacts): Promise<void> {
    const former = directory.find(id);
    if (former) {
      const days = former.days.map((each) =>
        each.dayId === day ? ({ ...each, ...changes } as typeof each) : each,
      );
      show([{ ...former, days }]);
    }
    try {
      show(await api('attendance.updateDay', { ids: [id], dayId: day, changes }));
    } catch (error) {
      if (former) show([former]);
      showToast({ tone: 'error', text: describeError(error) });
    }
    onAttendanceChanged();
  }

  function narrate(text: string): () => void {
    const editor = context.editor();
    const { id, transaction } = insertNarration(editor.state, source, text);
    editor.view.dispatch(transaction);
    return () => {
      const block = blockById(editor.state.doc, id);
      if (!block || !editor.isEditable) return;
      const removal = editor.state.tr.delete(block.pos, endOf(block));
      editor.view.dispatch(closeHistory(removal));
    };
  }

  return {
    /** Records that somebody came or left now. */
    record(coming: Coming, id: AttendanceId, isNarrated: boolean): void {
      const attendee = directory.find(id);
      const day = dayId();
      const known = attendee && day !== null ? dayOf(attendee, day) : undefined;
      if (!attendee || day === null || !known) return;
      const { zone, mode } = context.session();
      const name = attendeeLabel(attendee);
      const atMs = source.stampMs();
      const time = atMs === null ? null : timeOfDayAt(atMs, zone);
      const facts = factsAfter(coming, known, time, mode);
      if (facts === null) {
        const knownTime = coming === 'arrival' ? known.arrived : known.left;
        showToast({
          tone: 'info',
          text: t(coming === 'arrival' ? 'arrivedAlready' : 'leftAlready', {
            name,
            time: knownTime?.replace(':', '.') ?? '',
          }),
        });
        return;
      }
      void setFacts(id, day, facts);
      const former = { presence: known.presence, arrived: known.arrived, left: known.left };
      const unsay = isNarrated
        ? narrate(comingSentence(coming, attendee, { atMs, zone }, facts.presence))
        : null;
      const undoFacts = (): void => void setFacts(id, day, former);
      acts.done(undoFacts, unsay !== null);
      const said = coming === 'arrival' ? 'arrivalRecorded' : 'departureRecorded';
      showToast({
        tone: 'success',
        text:
          time === null
            ? t(`${said}Untimed`, { name })
            : t(said, { name, time: time.replace(':', '.'), zone }),
        action: {
          label: t('undo'),
          run() {
            undoFacts();
            unsay?.();
          },
        },
      });
    },
    /** Somebody who was added a moment ago, with the time of that moment. */
    narrateNewcomer(attendee: Attendance): void {
      const day = dayId();
      const known = day === null ? undefined : dayOf(attendee, day);
      const { zone } = context.session();
      const at = { atMs: source.stampMs(), zone };
      narrate(comingSentence('arrival', attendee, at, known?.presence ?? null));
    },
  };
}

export type ComingRecords = ReturnType<typeof createComingRecords>;
