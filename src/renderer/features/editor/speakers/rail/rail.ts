import { element } from '../../view/element.ts';
import type { SpeakerDesk } from '../speaker-desk.ts';
import { createRailMissing } from './rail-missing.ts';
import { createRailPeople } from './rail-people.ts';
import { createRailQueue } from './rail-queue.ts';

export interface Rail {
  readonly dom: HTMLElement;
  readonly destroy: () => void;
}

/**
 * The speakers beside the page, drawn by plain elements: choosing somebody by a key must not wait for
 * a framework, and a rail of hundreds costs nothing while somebody types.
 */
export function createRail(
  desk: SpeakerDesk,
  leave: (direction: 'forward' | 'backward') => void,
): Rail {
  const hint = element('p', 'rail-hint');
  hint.setAttribute('aria-hidden', 'true');
  const news = element('p', 'rail-news');
  news.setAttribute('role', 'status');
  const setHint = (text: string): void => {
    hint.textContent = text;
  };
  const dom = element('div', 'rail');
  const missing = createRailMissing(desk);
  const queue = createRailQueue({ desk, setHint, leave });
  const people = createRailPeople({ desk, host: dom, setHint, leave });
  dom.append(missing.dom, queue.dom, people.dom, hint, news);

  dom.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    if (event.key !== 'F6' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    leave(event.shiftKey || event.key === 'Escape' ? 'backward' : 'forward');
  });

  let frame = 0;
  let isGone = false;
  const render = (): void => {
    frame = 0;
    if (isGone) return;
    const hadFocus = dom.contains(document.activeElement);
    missing.render();
    queue.render();
    people.render();
    if (hadFocus && !dom.contains(document.activeElement)) people.field.focus();
  };
  // What happens in one key press is drawn once, and only after the caret.
  const planRender = (): void => {
    if (frame === 0) frame = requestAnimationFrame(() => setTimeout(render));
  };
  render();
  setHint('');
  const unsubscribe = desk.subscribe(planRender);
  desk.queueing.announceBy((text) => {
    if (dom.offsetParent === null) return false;
    news.textContent = text;
    return true;
  });
  return {
    dom,
    destroy() {
      isGone = true;
      unsubscribe();
      cancelAnimationFrame(frame);
      desk.queueing.announceBy(null);
      dom.remove();
    },
  };
}
