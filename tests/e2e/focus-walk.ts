import type { Page } from '@playwright/test';

export interface FocusWalk {
  /** What has the focus in turn, by its accessible name or text. */
  readonly order: readonly string[];
  /** What should take the focus and does not. */
  readonly unreached: readonly string[];
  /** What looks the same with and without the focus. */
  readonly unmarked: readonly string[];
  /** What has the focus out of sight, or under something else. */
  readonly hidden: readonly string[];
}

const MOST_STEPS = 150;

/** Goes through all that takes the focus in the window or in the dialog that lies over it, once round with Tab. */
export async function walkFocus(page: Page): Promise<FocusWalk> {
  await page.evaluate(() => {
    interface Stop {
      readonly element: Element;
      readonly focused: string;
      readonly isHidden: boolean;
      blurred: string;
    }
    const seen: Stop[] = [];
    // A focus ring may be drawn by what is around the field.
    const look = (element: Element): string => {
      const shown: string[] = [];
      for (
        let each: Element | null = element, depth = 0;
        each && depth < 4;
        each = each.parentElement, depth += 1
      ) {
        const { boxShadow, borderColor, outlineColor, outlineStyle, backgroundColor, color } =
          getComputedStyle(each);
        shown.push(
          [boxShadow, borderColor, outlineStyle, outlineColor, backgroundColor, color].join(' '),
        );
      }
      return shown.join('\n');
    };
    const nameOf = (element: Element): string => {
      const labels = element instanceof HTMLInputElement ? element.labels : null;
      const name =
        element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent;
      return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name.trim().slice(0, 60)}`;
    };
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('[inert], [aria-hidden="true"]') === null &&
      element.getBoundingClientRect().width > 0;
    /** Whether nothing of it can be seen at its middle or its beginning. */
    const isHidden = (element: Element): boolean => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const points = [
        [left + width / 2, top + height / 2],
        [left + 4, top + 4],
      ] as const;
      return !points.some(([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      });
    };
    /** Notes what has the focus; false where it was met before. */
    const note = async (): Promise<boolean> => {
      // Marks that React sets are drawn a frame later.
      await new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
      const last = seen.at(-1);
      if (last) last.blurred = look(last.element);
      const element = document.activeElement;
      if (element === null || element === document.body) return true;
      if (seen.some((each) => each.element === element)) return false;
      seen.push({ element, focused: look(element), isHidden: isHidden(element), blurred: '' });
      return true;
    };
    // A toolbar or a choice of one is one stop, in which arrow keys go on.
    const isReachedByArrows = (element: Element, from: Element): boolean =>
      element.closest('[role="toolbar"], [role="radiogroup"]')?.contains(from) ?? false;
    const result = (): FocusWalk => {
      const scope =
        [...document.querySelectorAll('[role$="dialog"], dialog[open]')].findLast(isShown) ??
        document.body;
      const candidates = scope.querySelectorAll<HTMLElement>(
        'button, input, select, textarea, a[href], [tabindex], [contenteditable="true"]',
      );
      const unreached = [...candidates].filter(
        (element) =>
          element.tabIndex === 0 &&
          !element.matches(':disabled, [type="hidden"]') &&
          isShown(element) &&
          !seen.some(
            (each) => each.element === element || isReachedByArrows(element, each.element),
          ),
      );
      return {
        order: seen.map(({ element }) => nameOf(element)),
        unreached: unreached.map(nameOf),
        unmarked: seen
          .filter(({ focused, blurred }) => focused === blurred)
          .map(({ element }) => nameOf(element)),
        hidden: seen.filter((each) => each.isHidden).map(({ element }) => nameOf(element)),
      };
    };
    Object.assign(globalThis, { focusWalk: { note, result } });
  });
  const step = (): Promise<boolean> =>
    page.evaluate(() => {
      const walk = globalThis as unknown as {
        readonly focusWalk: { note: () => Promise<boolean> };
      };
      return walk.focusWalk.note();
    });
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    await page.keyboard.press('Tab');
    if (!(await step())) break;
  }
  return page.evaluate(() => {
    const walk = globalThis as unknown as { readonly focusWalk: { result: () => FocusWalk } };
    return walk.focusWalk.result();
  });
}
