import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';

import type { DeskContext, DeskPart } from '../desk/desk-part.ts';
import type { FindStore } from './find-store.ts';
import { createFindStore } from './find-store.ts';
import { ReplaceTextsStep, editsFor } from './replace-step.ts';
import { revealMatch } from './reveal-match.ts';
import type { Found, Match, Query } from './search.ts';
import { createSearch } from './search.ts';
import { visibleRange } from './visible-range.ts';
import { focusPage } from '../view/focus-page.ts';

/** Finding and replacing in the open document. */
export interface Finder {
  readonly part: DeskPart;
  readonly store: FindStore;
  readonly open: (mode: 'find' | 'replace') => void;
  /** Closes the bar. The caret goes to the match that was gone to, else it stays where it was. */
  readonly close: () => void;
  readonly setQuery: (changes: Partial<Query>) => void;
  readonly next: () => void;
  readonly previous: () => void;
  /** Replaces the match that is shown and goes on to the next; false where there is none. */
  readonly replace: (text: string) => boolean;
  /** Replaces all matches as one step; answers how many. */
  readonly replaceAll: (text: string) => number;
  /** Other blocks are shown now. */
  readonly refresh: () => void;
}

interface Shown {
  readonly current: Match | null;
  readonly marks: DecorationSet;
}

const key = new PluginKey<Shown>('finder');
const NOTHING_SHOWN: Shown = { current: null, marks: DecorationSet.empty };

/** How long typing rests before the matches are counted anew. */
const COUNT_AFTER_MS = 250;

const CURRENT = { class: 'minutes-match is-current-match' };
const OTHER = { class: 'minutes-match' };

export function createFinder(
  context: Pick<DeskContext, 'editor'>,
  isBlockShown: (block: Node) => boolean,
): Finder {
  const store = createFindStore();
  let search = createSearch(store.current().query);
  let found: { readonly doc: Node; readonly in: Found } | null = null;
  /** Whether a key went to a match, so that closing stays there. */
  let hasMoved = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const view = (): EditorView => context.editor().view;
  const shownNow = (): Shown => key.getState(view().state) ?? NOTHING_SHOWN;

  const lookUp = (): Found => {
    const { doc } = view().state;
    if (found?.doc !== doc) found = { doc, in: search(doc, isBlockShown) };
    return found.in;
  };

  /** Only matches in sight and just beside it are marked: few, however many there are. */
  function marksNow(current: Match | null): DecorationSet {
    const matches = lookUp();
    const { doc } = view().state;
    const { from, to } = visibleRange(view());
    const marks: Decoration[] = [];
    for (let index = matches.indexFrom(from); index < matches.count; index += 1) {
      const match = matches.at(index);
      if (!match || match.from > to) break;
      if (match.from === current?.from && match.to === current.to) continue;
      marks.push(Decoration.inline(match.from, match.to, OTHER));
    }
    if (current) marks.push(Decoration.inline(current.from, current.to, CURRENT));
    return DecorationSet.create(doc, marks);
  }

  const showing = (transaction: Transaction, shown: Shown): Transaction =>
    transaction.setMeta(key, shown).setMeta('addToHistory', false);

  function show(current: Match | null): void {
    if (view().composing) return;
    const matches = lookUp();
    view().dispatch(showing(view().state.tr, { current, marks: marksNow(current) }));
    store.set({ count: matches.count, index: current ? matches.indexOf(current) : -1 });
  }

  /** Brings a match into sight; the caret goes along only where a key in the page asked for it. */
  function goTo(index: number, takesCaret = false): void {
    const match = lookUp().at(index);
    show(match);
    if (!match) return;
    if (takesCaret) {
      const { tr } = view().state;
      view().dispatch(tr.setSelection(TextSelection.create(tr.doc, match.to)));
    }
    revealMatch(view(), match.from);
  }

  const isClosed = (): boolean => store.current().mode === 'closed';

  function step(direction: 1 | -1): void {
    if (store.current().query.text === '') {
      open('find');
      return;
    }
    if (isClosed()) store.set({ mode: 'find' });
    const matches = lookUp();
    if (matches.count === 0) {
      show(null);
      return;
    }
    hasMoved = true;
    const { current } = shownNow();
    const { head } = view().state.selection;
    const place = current ? matches.indexOf(current) : -1;
    const start = matches.indexFrom(current?.from ?? head);
    const index =
      direction === 1 ? (place >= 0 ? place + 1 : start) : (place >= 0 ? place : start) - 1;
    goTo((index + matches.count) % matches.count, view().hasFocus());
  }

  /** One line that is selected in the page is what is looked for. */
  function selectedText(): string {
    const { selection, doc } = view().state;
    if (selection.empty || !selection.$from.sameParent(selection.$to)) return '';
    return doc.textBetween(selection.from, selection.to).trim().slice(0, 200);
  }

  function open(mode: 'find' | 'replace'): void {
    const wasClosed = isClosed();
    const text = view().hasFocus() ? selectedText() : '';
    if (wasClosed) hasMoved = false;
    store.set({ mode, focusWish: store.current().focusWish + 1 });
    if (text !== '' && text !== store.current().query.text) setQuery({ text });
    else if (wasClosed) showFirst();
  }

  /** Shows the first match from the caret on, as while the query is being typed. */
  function showFirst(): void {
    const matches = lookUp();
    const from = matches.indexFrom(view().state.selection.from);
    goTo(from < matches.count ? from : 0);
  }

  function setQuery(changes: Partial<Query>): void {
    const query = { ...store.current().query, ...changes };
    search = createSearch(query);
    found = null;
    store.set({ query });
    showFirst();
  }

  function close(): void {
    if (isClosed()) return;
    const { current } = shownNow();
    clearTimeout(timer);
    store.set({ mode: 'closed', focusWish: 0 });
    const transaction = showing(view().state.tr, NOTHING_SHOWN);
    if (hasMoved && current) {
      transaction.setSelection(TextSelection.create(transaction.doc, current.to));
    }
    view().dispatch(transaction);
    focusPage(view());
    if (!hasMoved) view().dispatch(view().state.tr.scrollIntoView());
  }

  /** Makes the edits as a step of its own: undone alone, and not joined with what is typed next. */
  function edit(matches: readonly Match[], text: string): void {
    const { tr, doc } = view().state;
    tr.step(new ReplaceTextsStep(editsFor(doc, matches, text)));
    // Marks would be carried over thousands of changes, to be made anew right after.
    const { current } = shownNow();
    const shown = { current: matches.length === 1 ? current : null, marks: DecorationSet.empty };
    view().dispatch(closeHistory(showing(tr, shown).setMeta('addToHistory', true)));
    view().dispatch(closeHistory(view().state.tr));
  }

  function replace(text: string): boolean {
    const { current } = shownNow();
    if (!current || !view().editable || lookUp().indexOf(current) < 0) return false;
    edit([current], text);
    const matches = lookUp();
    hasMoved = true;
    // From behind the new text on: what it contains is not found again.
    const next = matches.indexFrom(current.from + text.length);
    goTo(next < matches.count ? next : 0);
    return true;
  }

  function replaceAll(text: string): number {
    const matches = lookUp();
    if (matches.count === 0 || !view().editable) return 0;
    const all: Match[] = [];
    for (let index = 0; index < matches.count; index += 1) {
      const match = matches.at(index);
      if (match) all.push(match);
    }
    edit(all, text);
    // What the new words hold themselves is counted when the page rests.
    store.set({ count: 0, index: -1 });
    return all.length;
  }

  const countSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { current } = shownNow();
      show(current && lookUp().indexOf(current) >= 0 ? current : null);
    }, COUNT_AFTER_MS);
  };
  const markSoon = (): void => {
    if (isClosed() || frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (!isClosed()) show(shownNow().current);
    });
  };

  const plugin = new Plugin<Shown>({
    key,
    state: {
      init: () => NOTHING_SHOWN,
      apply(transaction, shown) {
        const asked = transaction.getMeta(key) as Shown | undefined;
        const before = asked ?? shown;
        const isMoved = transaction.docChanged && before !== NOTHING_SHOWN;
        // What is asked for together with a change of the text stands in the text before it.
        if (!isMoved) return before;
        const { mapping, doc } = transaction;
        const { current } = before;
        const from = current && mapping.map(current.from, 1);
        const to = current && mapping.map(current.to, -1);
        return {
          current: from !== null && to !== null && from < to ? { from, to } : null,
          marks: before.marks.map(mapping, doc),
        };
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleKeyDown(_view, event) {
        if (event.key !== 'Escape' || isClosed()) return false;
        hasMoved = false;
        close();
        return true;
      },
    },
    view: (editorView) => {
      const scroller = editorView.dom.closest('.minutes-scroll');
      scroller?.addEventListener('scroll', markSoon, { passive: true });
      window.addEventListener('resize', markSoon);
      return {
        update: (updated, before) => {
          if (!isClosed() && before.doc !== updated.state.doc) countSoon();
        },
        destroy: () => {
          scroller?.removeEventListener('scroll', markSoon);
          window.removeEventListener('resize', markSoon);
          clearTimeout(timer);
          cancelAnimationFrame(frame);
        },
      };
    },
  });

  return {
    part: { plugins: [plugin] },
    store,
    open,
    close,
    setQuery,
    next: () => step(1),
    previous: () => step(-1),
    replace,
    replaceAll,
    refresh() {
      found = null;
      if (!isClosed()) countSoon();
    },
  };
}
