import type { AttendanceId } from '../../../../shared/ids.ts';
import type { Translate } from '../texts.ts';
import { element } from '../view/element.ts';
import type { Speaker } from './directory.ts';
import { matchSpeakers } from './match.ts';

/** More rows than anybody reads; typing finds the others. */
const MOST_ROWS = 60;
/** The place of the marked row while none is marked. */
const NOBODY = -1;

type Choice =
  | { readonly type: 'speaker'; readonly speaker: Speaker }
  | { readonly type: 'add'; readonly name: string }
  | { readonly type: 'none' };

export interface SpeakerListOptions {
  readonly speakers: readonly Speaker[];
  readonly chosen: AttendanceId | null;
  readonly t: Translate;
  /** What is chosen here: the field's name. */
  readonly label: string;
  /** The keys that work here. */
  readonly hint: string;
  /** What is said where nobody is offered. */
  readonly emptyHint?: string;
  /** Who is shown before anything is typed. */
  readonly isOffered: (speaker: Speaker) => boolean;
  /** What is worth knowing of somebody, beside the position. */
  readonly noteOf: (speaker: Speaker) => string;
  /** Whether "nobody" can be chosen. */
  readonly hasNobody: boolean;
  /** `isOther`: chosen with Shift, which means the other of two ways. */
  readonly onChoose: (id: AttendanceId | null, isOther: boolean) => void;
  /** Somebody who is not in the attendance yet; null where nobody can be added here. */
  readonly onAdd: ((name: string, isOther: boolean) => void) | null;
  /** `isLeaving`: the focus has gone elsewhere by itself. */
  readonly onClose: (isLeaving: boolean) => void;
}

export interface SpeakerList {
  readonly dom: HTMLElement;
  readonly focus: () => void;
  readonly destroy: () => void;
}

let lastListNumber = 0;

/**
 * The list of speakers under the caret: a combobox that opens within the key press which asked for
 * it, so that the very next key already chooses.
 */
export function createSpeakerList(options: SpeakerListOptions): SpeakerList {
  const { t } = options;
  lastListNumber += 1;
  const listId = `speakers-${lastListNumber}`;
  let choices: readonly Choice[] = [];
  let active = NOBODY;
  let isDone = false;

  const input = element('input', 'speaker-list-input');
  input.type = 'text';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.maxLength = 200;
  input.placeholder = options.label;
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-label': options.label,
    'aria-autocomplete': 'list',
    'aria-expanded': 'true',
    'aria-controls': listId,
  })) {
    input.setAttribute(name, value);
  }
  const rows = element('ul', 'speaker-list-rows');
  rows.id = listId;
  rows.setAttribute('role', 'listbox');
  rows.setAttribute('aria-label', t('rail'));
  const message = element('p', 'speaker-list-hint', options.hint);
  message.setAttribute('aria-live', 'polite');
  const dom = element('div', 'speaker-list', input, rows, message);
  dom.contentEditable = 'false';

  function rowOf(choice: Choice, index: number): HTMLElement {
    const row = element('li', 'speaker-list-row');
    row.id = `${listId}-${index}`;
    row.setAttribute('role', 'option');
    switch (choice.type) {
      case 'speaker': {
        const { speaker } = choice;
        const isNumbered = speaker.number !== null && input.value === '';
        row.append(element('kbd', 'speaker-list-number', isNumbered ? String(speaker.number) : ''));
        row.append(element('span', 'speaker-list-name', speaker.name || t('speakerUnchosen')));
        const beside = [speaker.position, options.noteOf(speaker)].filter(Boolean);
        row.append(element('span', 'speaker-list-position', beside.join(' · ')));
        break;
      }
      case 'add':
        row.classList.add('is-apart');
        row.append(element('kbd', 'speaker-list-number', '+'));
        row.append(element('span', 'speaker-list-name', t('addSpeaker', { name: choice.name })));
        break;
      case 'none':
        row.classList.add('is-apart');
        row.append(element('kbd', 'speaker-list-number', input.value === '' ? '0' : ''));
        row.append(element('span', 'speaker-list-name', t('notMentioned')));
        break;
    }
    row.addEventListener('mousedown', (event) => {
      event.preventDefault();
      choose(choice, event.shiftKey);
    });
    row.addEventListener('mousemove', () => {
      if (active !== index) setActive(index);
    });
    return row;
  }

  function setActive(index: number): void {
    rows.children[active]?.removeAttribute('aria-selected');
    active = index;
    const row = rows.children[index];
    if (!row) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    row.setAttribute('aria-selected', 'true');
    row.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', row.id);
  }

  function show(): void {
    const typed = input.value.trim();
    const found = (
      typed === ''
        ? options.speakers.filter(options.isOffered)
        : matchSpeakers(options.speakers, typed)
    ).slice(0, MOST_ROWS);
    choices = [
      ...found.map((speaker): Choice => ({ type: 'speaker', speaker })),
      ...(typed === '' || options.onAdd === null ? [] : [{ type: 'add', name: typed } as const]),
      ...(options.hasNobody ? [{ type: 'none' } as const] : []),
    ];
    rows.replaceChildren(...choices.map(rowOf));
    message.textContent =
      typed !== '' || found.length > 0
        ? options.hint
        : options.speakers.length === 0
          ? t('noSpeakers')
          : (options.emptyHint ?? options.hint);
    const chosen = found.findIndex((speaker) => speaker.id === options.chosen);
    // Nobody is proposed before something was typed: an Enter too many must not name a speaker.
    setActive(typed === '' ? chosen : Math.min(0, choices.length - 1));
  }

  function finish(act: () => void): void {
    if (isDone) return;
    isDone = true;
    act();
  }

  function choose(choice: Choice | undefined, isOther = false): void {
    switch (choice?.type) {
      case undefined:
        return;
      case 'speaker':
        finish(() => options.onChoose(choice.speaker.id, isOther));
        return;
      case 'none':
        finish(() => options.onChoose(null, isOther));
        return;
      case 'add':
        finish(() => options.onAdd?.(choice.name, isOther));
    }
  }

  function chooseByNumber(key: string): boolean {
    if (input.value !== '' || !/^\d$/.test(key)) return false;
    const choice =
      key === '0'
        ? choices.find(({ type }) => type === 'none')
        : choices.find(
            (candidate) => candidate.type === 'speaker' && candidate.speaker.number === Number(key),
          );
    choose(choice);
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = (by: 1 | -1) => {
      const from = active === NOBODY && by === -1 ? 0 : active;
      setActive((from + by + choices.length) % choices.length);
    };
    let isHandled = true;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && active !== NOBODY) choose(choices[active], event.shiftKey);
    else if (event.key === 'Enter' || event.key === 'Escape') {
      finish(() => options.onClose(false));
    } else if (event.key === 'Tab') {
      if (input.value === '') finish(() => options.onClose(false));
      else choose(choices[active]);
    } else if (event.key === 'Backspace' && input.value === '') {
      finish(() => options.onClose(false));
    } else isHandled = chooseByNumber(event.key);
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  const onFocusOut = (event: FocusEvent): void => {
    const isInside = event.relatedTarget instanceof Node && dom.contains(event.relatedTarget);
    // The window losing the focus leaves the list open: the secretary comes back to it.
    if (isInside || !document.hasFocus()) return;
    finish(() => options.onClose(true));
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
