import type { Phrase, PhraseFacts } from '../../../../../shared/words/phrases.ts';
import { fillPhrase, phraseText } from '../../../../../shared/words/phrases.ts';
import type { Translate } from '../../texts.ts';
import { element } from '../../view/element.ts';
import { matchPhrases } from './match.ts';

export interface PaletteOptions {
  readonly phrases: readonly Phrase[];
  readonly facts: PhraseFacts;
  readonly t: Translate;
  /** A phrase with its variables filled; `isApart`: in a narration of its own. */
  readonly onChoose: (text: string, isApart: boolean) => void;
  /** `isLeaving`: the focus has gone elsewhere by itself. */
  readonly onClose: (isLeaving: boolean) => void;
}

export interface Palette {
  readonly dom: HTMLElement;
  readonly focus: () => void;
  readonly destroy: () => void;
}

let lastNumber = 0;

/**
 * Phrases to choose from by typing, under the caret. It opens within the key press that asked for
 * it, so that the next key already filters; the preview shows the sentence as it will be written.
 */
export function createPalette({ phrases, facts, t, onChoose, onClose }: PaletteOptions): Palette {
  lastNumber += 1;
  const listId = `phrases-${lastNumber}`;
  let shown: readonly Phrase[] = [];
  let active = 0;
  let isDone = false;

  const input = element('input', 'phrase-input');
  input.type = 'text';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.maxLength = 100;
  input.placeholder = t('phraseSearch');
  const attributes = {
    role: 'combobox',
    'aria-label': t('phrasePalette'),
    'aria-autocomplete': 'list',
    'aria-expanded': 'true',
    'aria-controls': listId,
    'aria-describedby': `${listId}-preview`,
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  const rows = element('ul', 'phrase-rows');
  rows.id = listId;
  rows.setAttribute('role', 'listbox');
  rows.setAttribute('aria-label', t('wordsPhrases'));
  const preview = element('p', 'phrase-preview');
  preview.id = `${listId}-preview`;
  preview.lang = 'id';
  const hint = element('p', 'phrase-hint', t('phraseKeys'));
  const dom = element('div', 'phrase-palette', input, rows, preview, hint);
  dom.contentEditable = 'false';

  const finish = (act: () => void): void => {
    if (isDone) return;
    isDone = true;
    act();
  };
  const choose = (phrase: Phrase | undefined, isApart: boolean): void => {
    if (phrase) {
      finish(() => onChoose(phraseText(fillPhrase(phrase.text, facts)), isApart));
    }
  };

  function setActive(index: number): void {
    rows.children[active]?.removeAttribute('aria-selected');
    active = index;
    const row = rows.children[index];
    const phrase = shown[index];
    if (!row || !phrase) {
      input.removeAttribute('aria-activedescendant');
      preview.replaceChildren(t('phrasesNone'));
      return;
    }
    row.setAttribute('aria-selected', 'true');
    row.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', row.id);
    preview.replaceChildren(
      ...fillPhrase(phrase.text, facts).map(({ text, kind }) =>
        element('span', `phrase-${kind}`, text),
      ),
    );
  }

  function rowOf(phrase: Phrase, index: number): HTMLElement {
    const category = element('span', 'phrase-category', t(`category_${phrase.category}`));
    const row = element(
      'li',
      'phrase-row',
      element('span', 'phrase-title', phrase.title),
      category,
    );
    row.id = `${listId}-${index}`;
    row.setAttribute('role', 'option');
    row.addEventListener('mousedown', (event) => {
      event.preventDefault();
      choose(phrase, event.ctrlKey || event.metaKey);
    });
    row.addEventListener('mousemove', () => {
      if (active !== index) setActive(index);
    });
    return row;
  }

  function show(): void {
    shown = matchPhrases(phrases, input.value, (category) => t(`category_${category}`));
    rows.replaceChildren(...shown.map(rowOf));
    rows.hidden = shown.length === 0;
    setActive(0);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = (by: 1 | -1) =>
      setActive((active + by + shown.length) % Math.max(1, shown.length));
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter') choose(shown[active], event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape') finish(() => onClose(false));
    else if (event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  }

  const onFocusOut = (event: FocusEvent): void => {
    const isInside = event.relatedTarget instanceof Node && dom.contains(event.relatedTarget);
    if (!isInside && document.hasFocus()) finish(() => onClose(true));
  };

  input.addEventListener('keydown', onKeyDown);
  input.addEventListener('input', show);
  dom.addEventListener('focusout', onFocusOut);
  show();
  return {
    dom,
    focus: () => input.focus({ preventScroll: true }),
    destroy() {
      isDone = true;
      dom.removeEventListener('focusout', onFocusOut);
      dom.remove();
    },
  };
}
