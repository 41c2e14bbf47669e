/** The page and what is around it, in the order in which they stand. */
const REGIONS = [
  '.minutes-toolbar',
  '.find-bar',
  '.filter-bar',
  '.outline',
  '.minutes-document',
  '.speaker-rail',
] as const;

export type Direction = 'forward' | 'backward';

/** Where the focus goes in a region: to its field, to what is chosen there, or to its first button. */
const TARGETS = ['[role="combobox"]', 'input', '[data-item][tabindex="0"]', 'button'] as const;

const isShown = (element: HTMLElement): boolean => element.offsetParent !== null;

/** The first in a region that can take the focus; null where the region is closed or not shown. */
function targetIn(region: HTMLElement | null): HTMLElement | null {
  if (region === null || !isShown(region)) return null;
  if (region.matches('.minutes-document')) return region;
  for (const selector of TARGETS) {
    const found = [...region.querySelectorAll<HTMLElement>(selector)].find(
      (element) => isShown(element) && !element.matches(':disabled'),
    );
    if (found) return found;
  }
  return null;
}

/** Takes the focus from the region that has it to the next one that is open, round and round. */
export function goAround(root: HTMLElement, direction: Direction, focusPage: () => void): void {
  const regions = REGIONS.map((selector) => root.querySelector<HTMLElement>(selector));
  const from = regions.findIndex((region) => region?.contains(document.activeElement) ?? false);
  const start = from < 0 ? REGIONS.indexOf('.minutes-document') : from;
  const step = direction === 'forward' ? 1 : REGIONS.length - 1;
  for (let count = 1; count < REGIONS.length; count += 1) {
    const place = (start + count * step) % REGIONS.length;
    const target = targetIn(regions[place] ?? null);
    if (target === null) continue;
    if (REGIONS[place] === '.minutes-document') focusPage();
    else target.focus();
    return;
  }
}

/** Whether a key was pressed in what stands around the page, and not in a list that lies over it. */
export const isAround = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('.minutes-toolbar, .find-bar, .filter-bar, .outline') !== null;
