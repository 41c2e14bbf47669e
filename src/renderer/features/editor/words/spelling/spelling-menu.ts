import type { Translate } from '../../texts.ts';
import { element } from '../../view/element.ts';

export interface SpellingMenuOptions {
  readonly word: string;
  readonly suggestions: readonly string[];
  readonly t: Translate;
  readonly onReplace: (by: string) => void;
  readonly onAdd: () => void;
  readonly onIgnore: () => void;
  readonly onNext: () => void;
  /** `isLeaving`: the focus has gone elsewhere by itself. */
  readonly onClose: (isLeaving: boolean) => void;
}

export interface SpellingMenu {
  readonly dom: HTMLElement;
  readonly focus: () => void;
  readonly destroy: () => void;
}

/** What can be done about one doubtful word. */
export function createSpellingMenu(options: SpellingMenuOptions): SpellingMenu {
  const { word, suggestions, t } = options;
  let isDone = false;
  const finish = (act: () => void): void => {
    if (isDone) return;
    isDone = true;
    act();
  };
  const item = (className: string, label: string, act: () => void): HTMLButtonElement => {
    const button = element('button', `spelling-item ${className}`, label);
    button.type = 'button';
    button.setAttribute('role', 'menuitem');
    button.tabIndex = -1;
    button.addEventListener('click', () => finish(act));
    return button;
  };
  const items = [
    ...suggestions.map((text) => item('is-suggestion', text, () => options.onReplace(text))),
    item('', t('spellingAdd', { word }), options.onAdd),
    item('', t('spellingIgnore'), options.onIgnore),
    item('', t('spellingNext'), options.onNext),
  ];
  const line = element('hr', 'spelling-line');
  const title = suggestions.length === 0 ? t('spellingNone', { word }) : t('spellingOf', { word });
  const dom = element('div', 'spelling-menu', element('p', 'spelling-title', title));
  dom.append(...items.slice(0, suggestions.length), line, ...items.slice(suggestions.length));
  dom.setAttribute('role', 'menu');
  dom.setAttribute('aria-label', title);
  dom.contentEditable = 'false';

  function onKeyDown(event: KeyboardEvent): void {
    const at = items.findIndex((one) => one === document.activeElement);
    const go = (index: number): void => items.at(index % items.length)?.focus();
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Escape' || event.key === 'Tab') finish(() => options.onClose(false));
    else if (event.key === 'F7') finish(options.onNext);
    else if (event.key === 'Enter' || event.key === ' ') items[at]?.click();
    event.preventDefault();
    event.stopPropagation();
  }
  const onFocusOut = (event: FocusEvent): void => {
    const isInside = event.relatedTarget instanceof Node && dom.contains(event.relatedTarget);
    if (!isInside && document.hasFocus()) finish(() => options.onClose(true));
  };
  dom.addEventListener('keydown', onKeyDown);
  dom.addEventListener('focusout', onFocusOut);
  return {
    dom,
    focus: () => items[0]?.focus({ preventScroll: true }),
    destroy() {
      isDone = true;
      dom.removeEventListener('focusout', onFocusOut);
      dom.remove();
    },
  };
}
