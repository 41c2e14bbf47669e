import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import type { DayId } from '../../../../shared/ids.ts';
import { longDate } from '../../../../shared/minutes/dates.ts';
import type { SessionDay } from '../../../../shared/minutes/session.ts';
import { changedBlocks, dayIdOf, eachBlock } from '../model/blocks.ts';
import type { Translate } from '../texts.ts';
import { element } from '../view/element.ts';

/** "Hari ke-2 · Rabu, 19 Februari 2025". */
export function dayLabel(days: readonly SessionDay[], dayId: DayId, t: Translate): string {
  const index = days.findIndex((day) => day.id === dayId);
  const day = days[index];
  if (!day) return '';
  const number = `${t('dayNumber')}${index + 1}`;
  return day.date === null ? number : `${number} · ${longDate(day.date)}`;
}

function dividers(doc: Node, days: readonly SessionDay[], t: Translate): DecorationSet {
  if (days.length < 2) return DecorationSet.empty;
  const decorations: Decoration[] = [];
  let former: DayId | null = null;
  eachBlock(doc, ({ node, pos }) => {
    const dayId = dayIdOf(node);
    if (dayId === null || dayId === former) return;
    former = dayId;
    const label = dayLabel(days, dayId, t);
    if (label === '') return;
    decorations.push(
      Decoration.widget(
        pos,
        () => {
          const divider = element('div', 'minutes-day', label);
          divider.contentEditable = 'false';
          return divider;
        },
        { side: -1, key: `${dayId} ${label}`, ignoreSelection: true },
      ),
    );
  });
  return DecorationSet.create(doc, decorations);
}

const daysOf = (blocks: readonly Node[]): string => blocks.map(dayIdOf).join(' ');

const key = new PluginKey<DecorationSet>('dayDividers');

/** A quiet line wherever the day changes, in sessions of several days. */
export function dayDividers(
  days: () => readonly SessionDay[],
  t: Translate,
): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => dividers(state.doc, days(), t),
      apply(transaction, set, before, after) {
        if (transaction.getMeta(key) === true) return dividers(after.doc, days(), t);
        if (!transaction.docChanged || days().length < 2) return set;
        const changed = changedBlocks(before.doc, after.doc);
        return daysOf(changed.before) === daysOf(changed.after)
          ? set.map(transaction.mapping, transaction.doc)
          : dividers(after.doc, days(), t);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Tells the dividers that the days of the session have changed. */
export const DAYS_CHANGED = key;
