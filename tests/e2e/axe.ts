import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

import { THEMES, showTheme, takePicture } from './pictures.ts';

// The axe of @axe-core/playwright, whose own builder puts the half megabyte into the page anew for each look,
// and carries over all that passed as well.
const builder = createRequire(import.meta.url).resolve('@axe-core/playwright');
const axeFolder = dirname(createRequire(builder).resolve('axe-core'));
const axeSource = readFileSync(join(axeFolder, 'axe.min.js'), 'utf8');

/**
 * What a colour can change. Themes differ in nothing but colours, shadows and outlines (tests/unit/renderer/ui): which elements there
 * are, their names, roles, sizes and order are the same in each, so that one theme proves the other rules for all.
 */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'] as const;

interface Look {
  /** A selector; without it the whole window is searched through. */
  readonly part?: string | undefined;
  /** Without them every rule of WCAG 2.2 AA and of axe's own advice. */
  readonly rules?: readonly string[] | undefined;
}

interface Found {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[]; failureSummary?: string }[];
}

/** What axe finds in the window as it is, in one sentence for each element; empty: nothing. */
export async function findingsIn(
  window: Page,
  { part, rules }: Look = {},
): Promise<readonly string[]> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axeSource);
  const found = await window.evaluate(
    async ([context, runOnly]) => {
      // Half way between two colours nothing is what it will be; what is inherited moves on only when what is around it
      // has arrived.
      const moving = (): readonly Animation[] =>
        document
          .getAnimations()
          .filter(
            ({ effect, playState }) =>
              playState !== 'finished' && effect?.getComputedTiming().endTime !== Infinity,
          );
      for (let left = moving(); left.length > 0; left = moving())
        for (const animation of left) animation.finish();
      const { axe } = globalThis as unknown as {
        readonly axe: {
          run: (context: unknown, options: object) => Promise<{ readonly violations: Found[] }>;
        };
      };
      const options = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
      return (await axe.run(context ?? document, options)).violations;
    },
    [part, rules] as const,
  );
  return found.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id} (${impact ?? '?'}) ${target.join(' ')}\n  ${failureSummary}`,
    ),
  );
}

/** Nothing is to be found in any theme; leaves a picture of each, and the window in the light one. */
export async function checkThemes(window: Page, view: string, look: Look = {}): Promise<void> {
  const found: string[] = [];
  for (const theme of THEMES) {
    await showTheme(window, theme);
    await takePicture(window, `${view}-${theme}`);
    const rules = theme === THEMES[0] ? look.rules : COLOUR_RULES;
    const findings = await findingsIn(window, { ...look, rules });
    found.push(...findings.map((finding) => `${theme}: ${finding}`));
  }
  await showTheme(window, THEMES[0]);
  expect.soft(found, view).toEqual([]);
}
