import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import { dateInWords, dateOn } from '../../../../shared/minutes/dates.ts';
import type { Addendum } from '../../../../shared/minutes/final.ts';
import type { SessionZone } from '../../../../shared/minutes/session.ts';
import { blockIdOf, eachBlock, endOf } from '../model/blocks.ts';
import type { Translate } from '../texts.ts';
import { element } from '../view/element.ts';

interface NoteOptions {
  readonly zone: () => SessionZone;
  readonly t: Translate;
}

const key = new PluginKey<DecorationSet>('addendumNotes');

/** Under the text that it corrects; not of it, and never typed in. */
function noteElement({ number, atMs, text, actor }: Addendum, { zone, t }: NoteOptions) {
  const date = dateInWords(dateOn(atMs, zone()));
  const label = t('addendumLabel', { number: String(number), date });
  const note = element(
    'aside',
    'minutes-addendum',
    element('span', 'minutes-addendum-name', label),
    element('p', 'minutes-addendum-text', text),
    ...(actor === ''
      ? []
      : [element('span', 'minutes-addendum-who', t('addendumWho', { who: actor }))]),
  );
  note.contentEditable = 'false';
  note.tabIndex = -1;
  note.setAttribute('role', 'note');
  note.setAttribute('aria-label', label);
  note.dataset['addendum'] = String(number);
  return note;
}

function notesIn(doc: Node, addenda: readonly Addendum[], options: NoteOptions): DecorationSet {
  const byBlock = Map.groupBy(addenda, ({ blockId }) => blockId);
  byBlock.delete(null);
  if (byBlock.size === 0) return DecorationSet.empty;
  const notes: Decoration[] = [];
  eachBlock(doc, (block) => {
    for (const addendum of byBlock.get(blockIdOf(block.node)) ?? []) {
      notes.push(
        Decoration.widget(endOf(block), () => noteElement(addendum, options), {
          // Before the line of another day, which stands there with -1.
          side: -1000 + addendum.number,
          key: `addendum ${addendum.number} ${addendum.sha256}`,
          ignoreSelection: true,
          stopEvent: () => true,
        }),
      );
    }
  });
  return DecorationSet.create(doc, notes);
}

/** Shows addenda beside the blocks that they correct. */
export function addendumNotes(options: NoteOptions): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, set, _before, after) {
        const addenda = transaction.getMeta(key) as readonly Addendum[] | undefined;
        if (addenda !== undefined) return notesIn(after.doc, addenda, options);
        return transaction.docChanged ? set.map(transaction.mapping, transaction.doc) : set;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

export const showAddenda = (transaction: Transaction, addenda: readonly Addendum[]): Transaction =>
  transaction.setMeta(key, addenda);
