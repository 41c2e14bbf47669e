import type { QueueEntryId } from '../../../../../shared/ids.ts';
import { wallClock } from '../../../../../shared/minutes/dates.ts';
import { element } from '../../view/element.ts';
import type { SpeakerDesk } from '../speaker-desk.ts';
import type { RailPart } from './rail-people.ts';
import { spoken } from './rail-rows.ts';

const DRAG_TYPE = 'application/x-notula-queue';

interface RailQueueOptions {
  readonly desk: SpeakerDesk;
  readonly setHint: (hint: string) => void;
  readonly leave: (direction: 'forward' | 'backward') => void;
}

/** Those who asked to speak, in their order, each with the time when that was noted. */
export function createRailQueue({ desk, setHint, leave }: RailQueueOptions): RailPart {
  const { t, directory, session } = desk.context;
  let active = 0;

  const title = element('h3', 'rail-title');
  const list = element('ol', 'rail-queue-list');
  list.tabIndex = 0;
  list.setAttribute('role', 'listbox');
  const dom = element('section', 'rail-queue', title, list);

  const entries = () => desk.queueing.waiting();
  const nameOf = (index: number): string => {
    const entry = entries()[index];
    const attendee = entry && directory.find(entry.attendanceId);
    return attendee
      ? (desk.popup.speakersOn(null).find(({ id }) => id === attendee.id)?.name ?? '')
      : '';
  };

  function setActive(index: number): void {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = Math.max(0, Math.min(index, entries().length - 1));
    const row = list.children[active];
    if (!row) return;
    row.setAttribute('aria-selected', 'true');
    row.scrollIntoView({ block: 'nearest' });
    list.setAttribute('aria-activedescendant', row.id);
  }

  function rowOf(index: number): HTMLElement {
    const entry = entries()[index];
    if (!entry) return element('li', 'rail-queue-row');
    const name = nameOf(index);
    const place = String(index + 1);
    const time = wallClock(entry.notedAtMs, session().zone);
    // For the mouse alone: the keyboard has Delete.
    const remove = element('span', 'rail-queue-remove', '×');
    remove.setAttribute('aria-hidden', 'true');
    remove.title = t('queueRemove', { name });
    remove.hidden = desk.isReadOnly();
    const line = element(
      'li',
      'rail-queue-row',
      element('span', 'rail-queue-place', `${place}.`),
      element('span', 'rail-name', name),
      spoken(`, ${t('queueNotedAt')} `),
      element('time', 'rail-queue-time', time),
      remove,
    );
    line.id = `speaker-queue-${index}`;
    line.title = t('queueServe', { name });
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', 'false');
    if (desk.isReadOnly()) return line;
    line.addEventListener('mousedown', (event) => {
      if (event.target === remove) event.preventDefault();
    });
    line.addEventListener('click', (event) => {
      if (event.target === remove) desk.queueing.remove(entry);
      else desk.queueing.serve(entry);
    });
    line.draggable = true;
    line.addEventListener('dragstart', (event) => event.dataTransfer?.setData(DRAG_TYPE, entry.id));
    line.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes(DRAG_TYPE) !== true) return;
      event.preventDefault();
      line.classList.add('is-target');
    });
    line.addEventListener('dragleave', () => line.classList.remove('is-target'));
    line.addEventListener('drop', (event) => {
      event.preventDefault();
      const dropped = event.dataTransfer?.getData(DRAG_TYPE);
      if (dropped && dropped !== entry.id) {
        desk.queueing.moveBefore(dropped as QueueEntryId, entry.id);
      }
    });
    return line;
  }

  function render(): void {
    const waiting = entries();
    const { dayId } = desk.current();
    const served = desk.queue.servedOn(dayId);
    dom.hidden = waiting.length === 0 && served === 0;
    title.replaceChildren(
      t('queue'),
      element('span', 'rail-count', waiting.length === 0 ? '' : String(waiting.length)),
      element(
        'span',
        'rail-served',
        served === 0 ? '' : t('queueServed', { count: String(served) }),
      ),
    );
    list.setAttribute('aria-label', t('queue'));
    list.hidden = waiting.length === 0;
    list.replaceChildren(...waiting.map((_, index) => rowOf(index)));
    setActive(active);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const entry = entries()[active];
    const isUp = event.key === 'ArrowUp';
    const by = isUp ? -1 : 1;
    let isHandled = true;
    if (isUp || event.key === 'ArrowDown') {
      const isMove = event.altKey && event.shiftKey;
      if (!isMove) setActive(active + by);
      else if (entry && !desk.isReadOnly() && desk.queueing.shift(entry, by)) {
        setActive(active + by);
      }
    } else if (event.key === 'Home') setActive(0);
    else if (event.key === 'End') setActive(entries().length - 1);
    else if (event.key === 'Escape') leave('backward');
    else if (!entry || desk.isReadOnly()) isHandled = false;
    else if (event.key === 'Enter' && !event.altKey && !event.ctrlKey) desk.queueing.serve(entry);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      desk.queueing.remove(entry);
      if (entries().length === 0) leave('backward');
    } else isHandled = false;
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  list.addEventListener('keydown', onKeyDown);
  list.addEventListener('focus', () => setHint(t('queueHint')));
  list.addEventListener('blur', () => setHint(''));
  return { dom, render };
}
