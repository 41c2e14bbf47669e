import type { AttendanceId } from '../../../../../shared/ids.ts';
import type { Translate } from '../../texts.ts';
import { element } from '../../view/element.ts';
import type { Speaker } from '../directory.ts';

interface RowOptions {
  readonly id: string;
  readonly speaker: Speaker;
  readonly t: Translate;
  readonly isCurrent: boolean;
  readonly isMovable: boolean;
  readonly onStart: () => void;
  readonly onMenu: (anchor: HTMLElement) => void;
  /** Somebody was dropped on this row. */
  readonly onDrop: (dropped: AttendanceId) => void;
}

const DRAG_TYPE = 'application/x-notula-speaker';

/** Words that are read out between those that are shown. */
export const spoken = (text: string): HTMLElement => element('span', 'rail-spoken', text);

/** One person of the rail. */
export function speakerRow({ speaker, t, ...options }: RowOptions): HTMLLIElement {
  const note = [
    speaker.isAway ? t('away') : '',
    speaker.leftAt === null ? '' : t('leftAt', { time: speaker.leftAt }),
  ]
    .filter(Boolean)
    .join(' · ');
  const who = element('span', 'rail-who', element('span', 'rail-name', speaker.name));
  const beside = [note, speaker.position].filter(Boolean).join(' · ');
  if (beside !== '') who.append(spoken(', '), element('span', 'rail-position', beside));
  if (options.isCurrent) who.append(spoken(`, ${t('speaking')}`));
  // For the mouse alone: the keyboard has its menu key and the keys that the menu names.
  const more = element('span', 'rail-more', '⋯');
  more.setAttribute('aria-hidden', 'true');
  more.title = t('personMenu', { name: speaker.name });

  const number = speaker.number === null ? '' : String(speaker.number);
  const row = element('li', 'rail-row', element('kbd', 'rail-number', number), who, more);
  if (number !== '') row.prepend(spoken(t('numberOf', { number: '' })));
  row.id = options.id;
  row.title = [speaker.name, speaker.position].filter(Boolean).join('\n');
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  row.classList.toggle('is-current', options.isCurrent);
  row.classList.toggle('is-gone', speaker.isAway || speaker.leftAt !== null);
  // The focus stays where it is: in the page, or in the field of the rail.
  row.addEventListener('mousedown', (event) => {
    if (event.button === 0 && event.target === more) event.preventDefault();
  });
  row.addEventListener('click', (event) => {
    if (event.target === more) options.onMenu(more);
    else options.onStart();
  });
  row.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    options.onMenu(row);
  });
  if (!options.isMovable) return row;

  row.draggable = true;
  row.addEventListener('dragstart', (event) => {
    event.dataTransfer?.setData(DRAG_TYPE, speaker.id);
  });
  acceptDrops(row, speaker.number !== null, options.onDrop);
  return row;
}

function acceptDrops(
  row: HTMLElement,
  isTarget: boolean,
  onDrop: (dropped: AttendanceId) => void,
): void {
  if (!isTarget) return;
  row.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes(DRAG_TYPE) !== true) return;
    event.preventDefault();
    row.classList.add('is-target');
  });
  row.addEventListener('dragleave', () => row.classList.remove('is-target'));
  row.addEventListener('drop', (event) => {
    event.preventDefault();
    row.classList.remove('is-target');
    const dropped = event.dataTransfer?.getData(DRAG_TYPE);
    if (dropped) onDrop(dropped as AttendanceId);
  });
}
