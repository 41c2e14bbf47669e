import { element } from '../../view/element.ts';
import type { SpeakerDesk } from '../speaker-desk.ts';
import type { RailPart } from './rail-people.ts';

/** How many statements lack a speaker, and a list to go from one to the next. */
export function createRailMissing(desk: SpeakerDesk): RailPart {
  const { t } = desk.context;
  let isOpen = false;
  let drawnCount = -1;

  const button = element('button', 'rail-missing-button');
  button.type = 'button';
  button.setAttribute('aria-controls', 'speaker-rail-missing');
  const list = element('ul', 'rail-missing-list');
  list.id = 'speaker-rail-missing';
  const dom = element('div', 'rail-missing', button, list);

  function drawList(): void {
    list.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    list.setAttribute('aria-label', t('missingList'));
    if (!isOpen) return;
    const rows = desk.missing.list().map(({ id, time, excerpt }) => {
      const row = element('button', 'rail-missing-row');
      row.type = 'button';
      if (time !== '') row.append(element('time', 'rail-queue-time', time));
      row.append(element('span', 'rail-missing-words', excerpt));
      row.addEventListener('click', () => desk.missing.goTo(id));
      return element('li', '', row);
    });
    list.replaceChildren(...rows);
  }

  button.addEventListener('click', () => {
    isOpen = !isOpen;
    drawList();
  });
  dom.addEventListener('keydown', (event) => {
    const buttons = [...dom.querySelectorAll('button')];
    const at = buttons.findIndex((each) => each === document.activeElement);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(at + by, buttons.length - 1))]?.focus();
  });

  return {
    dom,
    render() {
      const count = desk.missing.count();
      dom.hidden = count === 0 || desk.isReadOnly();
      button.textContent =
        count === 1 ? t('missingOne') : t('missingMany', { count: String(count) });
      if (count === 0) isOpen = false;
      // While the list is open, its rows follow the count, not every key.
      if (count !== drawnCount || !isOpen) drawList();
      drawnCount = count;
    },
  };
}
