import type { AttendanceId } from '../../../../../shared/ids.ts';
import { NUMBERED_SPEAKERS } from '../../../../../shared/minutes/speaker-numbers.ts';
import { shortcutOf } from '../../../../api/shortcut-label.ts';
import { element } from '../../view/element.ts';
import type { Speaker } from '../directory.ts';
import { matchSpeakers } from '../match.ts';
import { digitOf } from '../number-keys.ts';
import type { SpeakerDesk } from '../speaker-desk.ts';
import type { MenuItem } from './popup-menu.ts';
import { openPopupMenu } from './popup-menu.ts';
import { speakerRow } from './rail-rows.ts';

/** More than anybody reads; the others are found by typing. */
const MOST_ROWS = 60;
const NOBODY = -1;

export interface RailPart {
  readonly dom: HTMLElement;
  readonly render: () => void;
}

export interface RailPeople extends RailPart {
  readonly field: HTMLInputElement;
}

interface RailPeopleOptions {
  readonly desk: SpeakerDesk;
  /** Where menus are put. */
  readonly host: HTMLElement;
  readonly setHint: (hint: string) => void;
  readonly leave: (direction: 'forward' | 'backward') => void;
}

/** Those with a number come first, in the order of their numbers. */
function numbersFirst(speakers: readonly Speaker[]): readonly Speaker[] {
  const numbered = speakers
    .filter(({ number }) => number !== null)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  return [...numbered, ...speakers.filter(({ number, isAway }) => number === null && !isAway)];
}

/** The field that finds people, and the people: one combobox whose list is always open. */
export function createRailPeople({ desk, host, setHint, leave }: RailPeopleOptions): RailPeople {
  const { t } = desk.context;
  let shown: readonly Speaker[] = [];
  let active = NOBODY;

  const field = element('input', 'rail-field');
  field.type = 'text';
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.maxLength = 200;
  const list = element('ul', 'rail-list');
  list.id = 'speaker-rail-list';
  list.setAttribute('role', 'listbox');
  const note = element('p', 'rail-note');
  const more = element('button', 'rail-menu-button', '⋯');
  more.type = 'button';
  more.setAttribute('aria-haspopup', 'menu');
  const head = element('div', 'rail-head', field, more);
  const dom = element('div', 'rail-people', head, list, note);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'true',
    'aria-controls': list.id,
  })) {
    field.setAttribute(name, value);
  }

  const activeSpeaker = (): Speaker | undefined => shown[active];
  const typed = (): string => field.value.trim();

  function setActive(index: number): void {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const row = list.children[index];
    if (row) {
      row.setAttribute('aria-selected', 'true');
      row.scrollIntoView({ block: 'nearest' });
      field.setAttribute('aria-activedescendant', row.id);
    } else field.removeAttribute('aria-activedescendant');
    if (document.activeElement === field) setHint(t(row ? 'railHintChosen' : 'railHint'));
  }

  function act(speaker: Speaker | undefined, run: (id: AttendanceId) => void): void {
    if (!speaker || desk.isReadOnly()) return;
    run(speaker.id);
  }

  function menuOf(speaker: Speaker): readonly MenuItem[] {
    const { id, number, leftAt } = speaker;
    const holder = (digit: number): string => {
      const who = desk.roster.holderOf(digit);
      const name =
        who === null ? '' : (desk.roster.speakersOn(null).find((s) => s.id === who)?.name ?? '');
      return [t('numberOf', { number: String(digit) }), name].filter(Boolean).join(': ');
    };
    return [
      { type: 'action', label: t('menuStart'), keys: 'Enter', run: () => desk.start(id) },
      { type: 'action', label: t('menuNote'), keys: '+', run: () => desk.queueing.note(id) },
      {
        type: 'action',
        label: t('menuArrival'),
        keys: shortcutOf('speaker.arrival'),
        run: () => desk.comings.record('arrival', id, desk.isNarrating()),
      },
      ...(leftAt === null
        ? [
            {
              type: 'action' as const,
              label: t('menuDeparture'),
              keys: shortcutOf('speaker.departure'),
              run: () => desk.comings.record('departure', id, desk.isNarrating()),
            },
          ]
        : []),
      {
        type: 'row',
        label: t('menuNumber'),
        items: Array.from({ length: NUMBERED_SPEAKERS }, (_, index) => ({
          label: String(index + 1),
          name: holder(index + 1),
          isChecked: number === index + 1,
          run: () => desk.numbers.give(index + 1, id),
        })),
      },
      ...(number === null
        ? []
        : [
            {
              type: 'action' as const,
              label: t('menuRelease', { number: String(number) }),
              keys: '0',
              run: () => desk.numbers.release(id),
            },
          ]),
    ];
  }

  function openMenu(speaker: Speaker, anchor: HTMLElement): void {
    if (desk.isReadOnly()) return;
    const label = t('personMenu', { name: speaker.name });
    const before = document.activeElement;
    openPopupMenu(host, {
      label,
      anchor,
      items: menuOf(speaker),
      onClose(isLeaving) {
        if (!isLeaving && before instanceof HTMLElement) before.focus({ preventScroll: true });
      },
    });
  }

  more.addEventListener('click', () =>
    openPopupMenu(host, {
      label: t('railMenu'),
      anchor: more,
      items: [
        {
          type: 'check',
          label: t('menuNarrating'),
          isChecked: desk.isNarrating(),
          run: () => desk.toggleNarrating(),
        },
      ],
      onClose: (isLeaving) => {
        if (!isLeaving) more.focus();
      },
    }),
  );

  function rowOf(speaker: Speaker, index: number): HTMLElement {
    const { id, number } = speaker;
    return speakerRow({
      id: `speaker-rail-${index}`,
      speaker,
      t,
      isCurrent: id === desk.current().speakerId,
      isMovable: !desk.isReadOnly(),
      onStart: () => act(speaker, desk.start),
      onMenu: (anchor) => openMenu(speaker, anchor),
      onDrop: (dropped) => {
        if (number !== null && dropped !== id) desk.numbers.give(number, dropped);
      },
    });
  }

  function render(): void {
    const { dayId } = desk.current();
    const all = desk.roster.speakersOn(dayId);
    const marked = activeSpeaker()?.id;
    const found = typed() === '' ? numbersFirst(all) : matchSpeakers(all, typed());
    shown = found.slice(0, MOST_ROWS);
    list.replaceChildren(...shown.map(rowOf));
    active = NOBODY;
    setActive(marked === undefined ? NOBODY : shown.findIndex(({ id }) => id === marked));
    const rest = found.length - shown.length;
    note.textContent =
      all.length === 0
        ? t('railEmpty')
        : found.length === 0
          ? t('railNobody')
          : rest > 0
            ? t('railMore', { count: String(rest) })
            : '';
    note.hidden = note.textContent === '';
    list.setAttribute('aria-label', t('rail'));
    field.placeholder = t('railSearch');
    field.setAttribute('aria-label', t('railSearch'));
    more.title = t('railMenu');
    more.setAttribute('aria-label', t('railMenu'));
    more.hidden = desk.isReadOnly();
  }

  function clear(): void {
    field.value = '';
    active = NOBODY;
    render();
  }

  /** After a word and a blank, a digit is part of what is searched, as in "dapil 3". */
  const isSearching = (): boolean => /\s\d*$/.test(field.value);

  function onDigit(digit: number): void {
    const speaker = activeSpeaker();
    if (desk.isReadOnly()) return;
    if (!speaker) {
      if (digit > 0) desk.numbers.startOf(digit);
    } else if (digit === 0) desk.numbers.release(speaker.id);
    else desk.numbers.give(digit, speaker.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const speaker = activeSpeaker();
    const numbered = desk.keys.read(event);
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const isAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const digit = digitOf(event);
    const step = (by: 1 | -1): void => {
      const from = active === NOBODY && by === -1 ? 0 : active;
      if (shown.length > 0) setActive((from + by + shown.length) % shown.length);
    };
    let isHandled = true;
    if (typeof numbered === 'number') {
      if (numbered > 0 && !desk.isReadOnly()) desk.numbers.startOf(numbered);
    } else if (numbered === 'prefix') isHandled = true;
    else if (event.key === 'ArrowDown' && isPlain) step(1);
    else if (event.key === 'ArrowUp' && isPlain) step(-1);
    else if (event.key === 'Enter' && isPlain) act(speaker, desk.start);
    else if (event.key === 'Escape') {
      if (field.value === '' && active === NOBODY) leave('backward');
      else clear();
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const row = list.children[active];
      if (speaker && row instanceof HTMLElement) openMenu(speaker, row);
    } else if (isAlt && speaker && event.code === 'KeyA') {
      act(speaker, desk.queueing.note);
      clear();
    } else if (isAlt && speaker && (event.code === 'KeyD' || event.code === 'KeyL')) {
      const coming = event.code === 'KeyD' ? 'arrival' : 'departure';
      act(speaker, (id) => desk.comings.record(coming, id, desk.isNarrating()));
      clear();
    } else if (isPlain && event.key === '+' && speaker) {
      act(speaker, desk.queueing.note);
      clear();
    } else if (isPlain && !event.shiftKey && digit !== null && !isSearching()) onDigit(digit);
    else isHandled = false;
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  field.addEventListener('keydown', onKeyDown);
  field.addEventListener('input', () => {
    active = NOBODY;
    render();
    if (typed() !== '' && shown.length > 0) setActive(0);
  });
  field.addEventListener('blur', () => setHint(''));
  field.addEventListener('focus', () => setActive(active));
  return { dom, field, render };
}
