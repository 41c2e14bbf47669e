import { element } from '../../view/element.ts';

export type MenuItem =
  | {
      readonly type: 'action';
      readonly label: string;
      readonly keys?: string;
      readonly run: () => void;
    }
  | {
      readonly type: 'check';
      readonly label: string;
      readonly isChecked: boolean;
      readonly run: () => void;
    }
  /** One short button for each, in a row under a heading. */
  | {
      readonly type: 'row';
      readonly label: string;
      readonly items: readonly {
        readonly label: string;
        readonly name: string;
        readonly isChecked: boolean;
        readonly run: () => void;
      }[];
    };

interface PopupMenuOptions {
  readonly label: string;
  readonly anchor: HTMLElement;
  readonly items: readonly MenuItem[];
  /** The menu is gone; the focus belongs to where it came from unless it went elsewhere itself. */
  readonly onClose: (isLeaving: boolean) => void;
}

const GAP_PX = 4;

/** A menu beside the thing it is about, with the focus in it; it closes when the focus leaves. */
export function openPopupMenu(host: HTMLElement, options: PopupMenuOptions): void {
  const buttons: HTMLButtonElement[] = [];
  let isClosed = false;

  function close(isLeaving: boolean): void {
    if (isClosed) return;
    isClosed = true;
    dom.remove();
    options.onClose(isLeaving);
  }

  function item(label: string, run: () => void, role: string, className = 'rail-menu-item') {
    const button = element('button', className, label);
    button.type = 'button';
    button.tabIndex = -1;
    button.setAttribute('role', role);
    button.addEventListener('click', () => {
      close(false);
      run();
    });
    buttons.push(button);
    return button;
  }

  const dom = element('div', 'rail-menu');
  dom.setAttribute('role', 'menu');
  dom.setAttribute('aria-label', options.label);
  for (const entry of options.items) {
    switch (entry.type) {
      case 'action': {
        const button = item(entry.label, entry.run, 'menuitem');
        if (entry.keys !== undefined) {
          const keys = element('kbd', 'rail-menu-keys', entry.keys);
          keys.setAttribute('aria-hidden', 'true');
          button.append(keys);
        }
        dom.append(button);
        break;
      }
      case 'check': {
        const button = item(entry.label, entry.run, 'menuitemcheckbox');
        button.setAttribute('aria-checked', String(entry.isChecked));
        dom.append(button);
        break;
      }
      case 'row': {
        const row = element('div', 'rail-menu-row');
        for (const each of entry.items) {
          const button = item(each.label, each.run, 'menuitemradio', 'rail-menu-digit');
          button.setAttribute('aria-label', each.name);
          button.setAttribute('aria-checked', String(each.isChecked));
          row.append(button);
        }
        const group = element('div', 'rail-menu-group', element('p', '', entry.label), row);
        group.setAttribute('role', 'group');
        group.setAttribute('aria-label', entry.label);
        dom.append(group);
      }
    }
  }

  const step = (by: number): void => {
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  dom.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const digit = buttons.find(
      (button) => button.textContent === event.key && /^\d$/.test(event.key),
    );
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') step(1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') step(-1);
    else if (event.key === 'Home') buttons[0]?.focus();
    else if (event.key === 'End') buttons.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab' || event.key === 'F6') close(false);
    else if (digit) digit.click();
    else return;
    event.preventDefault();
  });
  dom.addEventListener('focusout', (event) => {
    const isInside = event.relatedTarget instanceof Node && dom.contains(event.relatedTarget);
    if (!isInside && document.hasFocus()) close(true);
  });

  host.append(dom);
  const anchor = options.anchor.getBoundingClientRect();
  const below = anchor.bottom + GAP_PX;
  const isRoomBelow = below + dom.offsetHeight + GAP_PX <= window.innerHeight;
  const top = isRoomBelow ? below : anchor.top - GAP_PX - dom.offsetHeight;
  const left = Math.min(anchor.left, window.innerWidth - dom.offsetWidth - GAP_PX);
  dom.style.top = `${Math.max(GAP_PX, top)}px`;
  dom.style.left = `${Math.max(GAP_PX, left)}px`;
  buttons[0]?.focus();
}
