import { closeHistory, isHistoryTransaction } from '@tiptap/pm/history';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import type { ExpansionTable } from '../../../../../shared/words/expansion.ts';
import {
  MAX_SHORT_LENGTH,
  endsWord,
  findExpansion,
  lastWord,
} from '../../../../../shared/words/expansion.ts';

/** What was expanded last, to go on to its next form. */
interface Expanded {
  readonly from: number;
  readonly to: number;
  /** What may stand there; the word as it was typed comes last. */
  readonly forms: readonly string[];
  readonly index: number;
}

/** What was typed in one go and ends at `to`; a word that began before it stood there already. */
interface TypedRun {
  readonly from: number;
  readonly to: number;
}

interface ExpansionState {
  readonly last: Expanded | null;
  readonly run: TypedRun | null;
}

const key = new PluginKey<ExpansionState>('wordExpansion');
const NOTHING: ExpansionState = { last: null, run: null };

interface TypedWord {
  readonly word: string;
  readonly from: number;
}

/** The word that ends at a position; null inside a link, where nothing is a word of the text. */
export function wordBefore(state: EditorState, pos: number): TypedWord | null {
  const $pos = state.doc.resolve(pos);
  if (!$pos.parent.isTextblock) return null;
  const end = $pos.parentOffset;
  const start = Math.max(0, end - MAX_SHORT_LENGTH - 1);
  const word = lastWord($pos.parent.textBetween(start, end, undefined, '\uFFFC'));
  if (word === '') return null;
  const from = pos - word.length;
  const link = state.schema.marks['link'];
  return link && state.doc.rangeHasMark(from, pos, link) ? null : { word, from };
}

/** Typing makes the run longer and Backspace shorter; undoing, pasting and all else end it. */
function followRun(run: TypedRun | null, transaction: Transaction): TypedRun | null {
  if (isHistoryTransaction(transaction) || transaction.getMeta('uiEvent')) return null;
  let next: TypedRun | null = null;
  let changes = 0;
  for (const map of transaction.mapping.maps) {
    map.forEach((oldFrom, oldTo, newFrom, newTo) => {
      changes += 1;
      if (oldFrom === oldTo) {
        next = { from: run?.to === oldFrom ? run.from : newFrom, to: newTo };
      } else if (newFrom === newTo && run?.to === oldTo) {
        next = { from: Math.min(run.from, newTo), to: newTo };
      }
    });
  }
  // What only says something of a block, as its time, moves no letter.
  if (changes === 0) return run;
  return changes === 1 ? next : null;
}

function follow(value: ExpansionState, transaction: Transaction): ExpansionState {
  if (!transaction.docChanged) return value;
  const { last } = value;
  const { mapping } = transaction;
  return {
    last: last && { ...last, from: mapping.map(last.from, -1), to: mapping.map(last.to, -1) },
    run: followRun(value.run, transaction),
  };
}

/** One of the forms in place of what stands there. */
function writeForm(state: EditorState, to: number, expanded: Omit<Expanded, 'to'>) {
  const form = expanded.forms[expanded.index] ?? '';
  const last: Expanded = { ...expanded, to: expanded.from + form.length };
  const transaction = closeHistory(state.tr.insertText(form, expanded.from, to));
  return transaction.setMeta(key, { last, run: null } satisfies ExpansionState);
}

/** The expansion is one step to undo: neither what came before it nor what follows joins it. */
function dispatchApart(view: EditorView, transaction: Transaction): void {
  view.dispatch(transaction);
  view.dispatch(closeHistory(view.state.tr));
}

/** Writes out the word that was just typed up to a position, where that happens by itself. */
function automatic(state: EditorState, table: ExpansionTable, pos: number): Transaction | null {
  const run = key.getState(state)?.run ?? null;
  if (table.size === 0 || run === null || run.to < pos) return null;
  const typed = wordBefore(state, pos);
  const found = typed && typed.from >= run.from ? findExpansion(table, typed.word) : null;
  if (typed === null || found?.expansion.mode !== 'otomatis') return null;
  const forms = [...found.forms, typed.word];
  return writeForm(state, pos, { from: typed.from, forms, index: 0 });
}

/** Asked for again right after it, an expansion goes on to its next form, and back to the word. */
function nextForm(state: EditorState, pos: number): Transaction | null {
  const last = key.getState(state)?.last ?? null;
  if (last === null || last.to !== pos) return null;
  const { forms, index } = last;
  if (state.doc.textBetween(last.from, last.to) !== forms[index]) return null;
  return writeForm(state, pos, { ...last, index: (index + 1) % forms.length });
}

function firstForm(state: EditorState, table: ExpansionTable, pos: number): Transaction | null {
  const typed = wordBefore(state, pos);
  const found = typed && findExpansion(table, typed.word);
  if (!found) return null;
  const forms = [...found.forms, typed.word];
  return writeForm(state, pos, { from: typed.from, forms, index: 0 });
}

/** Writes out the word before the caret, whichever way it is kept; false where it has no meaning. */
export const expandWord =
  (table: () => ExpansionTable): Command =>
  (state, dispatch, view) => {
    if (!state.selection.empty) return false;
    const pos = state.selection.head;
    const transaction = nextForm(state, pos) ?? firstForm(state, table(), pos);
    if (transaction === null) return false;
    if (view && dispatch) dispatchApart(view, transaction.scrollIntoView());
    else dispatch?.(transaction.scrollIntoView());
    return true;
  };

const ENDING_KEYS = new Set(['Enter', 'Tab']);

/**
 * Writes out abbreviations while they are typed. Only the word before the caret is looked at, once
 * it is ended; what stands in the text already is never touched, nor is a word that an input method
 * is still putting together.
 */
export function wordExpansion(table: () => ExpansionTable): Plugin<ExpansionState> {
  return new Plugin<ExpansionState>({
    key,
    state: {
      init: () => NOTHING,
      apply: (transaction, value) =>
        (transaction.getMeta(key) as ExpansionState | undefined) ?? follow(value, transaction),
    },
    props: {
      handleTextInput(view, from, to, text, typeIt) {
        if (from !== to || !endsWord(text) || view.composing) return false;
        if (automatic(view.state, table(), from) === null) return false;
        // First what was typed, then the expansion: undoing the one leaves the other.
        view.dispatch(typeIt());
        const expansion = automatic(view.state, table(), from);
        if (expansion) dispatchApart(view, expansion);
        return true;
      },
      handleKeyDown(view, event) {
        const { selection } = view.state;
        if (!ENDING_KEYS.has(event.key) || event.isComposing || view.composing) return false;
        if (!selection.empty || event.altKey) return false;
        const expansion = automatic(view.state, table(), selection.head);
        if (expansion) dispatchApart(view, expansion);
        return false;
      },
    },
  });
}
