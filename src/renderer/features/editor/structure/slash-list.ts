import { shortcutOf } from '../../../api/shortcut-label.ts';
import type { Translate } from '../texts.ts';
import { element } from '../view/element.ts';
import type { SlashItem } from './slash-items.ts';

export interface SlashList {
  readonly dom: HTMLElement;
  /** Shows these items; the first is marked. */
  readonly show: (items: readonly SlashItem[]) => void;
  readonly step: (by: 1 | -1) => void;
  /** The marked item; null where none is shown. */
  readonly marked: () => SlashItem | null;
  /** What the page names as its active descendant. */
  readonly markedId: () => string | null;
}

export const SLASH_LIST_ID = 'slash-menu';

/** The list itself. The focus stays in the page, which says what is marked. */
export function createSlashList(t: Translate, onChoose: (item: SlashItem) => void): SlashList {
  let items: readonly SlashItem[] = [];
  let active = 0;
  const rows = element('ul', 'slash-rows');
  rows.id = SLASH_LIST_ID;
  rows.setAttribute('role', 'listbox');
  rows.setAttribute('aria-label', t('slashMenu'));
  const dom = element(
    'div',
    'slash-menu',
    element('p', 'slash-title', t('slashMenu')),
    rows,
    element('p', 'slash-hint', t('slashHint')),
  );
  dom.contentEditable = 'false';

  function mark(index: number): void {
    rows.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const row = rows.children[index];
    row?.setAttribute('aria-selected', 'true');
    row?.scrollIntoView({ block: 'nearest' });
  }

  const rowOf = (item: SlashItem, index: number): HTMLElement => {
    const row = element(
      'li',
      'slash-row',
      element('span', 'slash-name', t(item.label)),
      element('kbd', 'slash-key', shortcutOf(item.command)),
    );
    row.id = `${SLASH_LIST_ID}-${item.command}`;
    row.setAttribute('role', 'option');
    row.setAttribute('aria-selected', 'false');
    row.addEventListener('mousedown', (event) => {
      event.preventDefault();
      onChoose(item);
    });
    row.addEventListener('mousemove', () => {
      if (active !== index) mark(index);
    });
    return row;
  };

  return {
    dom,
    show(next) {
      items = next;
      rows.replaceChildren(...items.map(rowOf));
      mark(0);
    },
    step: (by) => mark((active + by + items.length) % items.length),
    marked: () => items[active] ?? null,
    markedId: () => rows.children[active]?.id ?? null,
  };
}
