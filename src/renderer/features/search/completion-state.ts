import type { Completion, Completions } from '../../../shared/search/query/complete.ts';

/**
 * What proposals may do. `list`: they stand under the field and the arrow keys walk them, as the
 * value of an operator is being typed. `hint`: the first is named in the field and Tab alone takes
 * it, as the arrow keys belong to the results while words are typed.
 */
export type CompletionMode = 'none' | 'hint' | 'list';

/** Letters of a bare word before a proposal is named. */
const SHORTEST_HINTED = 3;

export function completionMode(text: string, { start, end, items }: Completions): CompletionMode {
  const [first] = items;
  if (first === undefined) return 'none';
  const typed = text.slice(start, end);
  // What stands there is a proposal already, and none goes on with it.
  const isTyped = (label: string): boolean => label.toLowerCase() === typed.toLowerCase();
  const goesOn = ({ label }: Completion): boolean =>
    label.toLowerCase().startsWith(typed.toLowerCase()) && !isTyped(label);
  if (isTyped(first.label) && !items.some(goesOn)) return 'none';
  if (/[:,]\s*"?$/u.test(text.slice(0, start))) return 'list';
  return first.type !== 'join' && typed.length >= SHORTEST_HINTED ? 'hint' : 'none';
}

export interface Completed {
  readonly text: string;
  readonly caret: number;
}

/** The text with a proposal in the place of what was typed of it. */
export function complete(
  text: string,
  { start, end }: Pick<Completions, 'start' | 'end'>,
  { insert }: Completion,
): Completed {
  return { text: text.slice(0, start) + insert + text.slice(end), caret: start + insert.length };
}

export type FieldAction =
  | { readonly type: 'step-results'; readonly by: number }
  | { readonly type: 'step-completions'; readonly by: number }
  | { readonly type: 'take'; readonly index: number }
  | { readonly type: 'dismiss' }
  | { readonly type: 'open' }
  | { readonly type: 'into-start' };

interface FieldSituation {
  readonly mode: CompletionMode;
  /** The proposal that was chosen by arrow keys; -1: none. */
  readonly chosen: number;
  readonly completionCount: number;
  readonly hitCount: number;
  readonly isEmpty: boolean;
}

const PAGE_STEP = 8;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_STEP,
  PageUp: -PAGE_STEP,
};

/** What a key without modifiers does in the field; null: what it does in any field. */
export function fieldAction(key: string, situation: FieldSituation): FieldAction | null {
  const { mode, chosen, completionCount, hitCount, isEmpty } = situation;
  const by = STEPS[key];
  if (mode === 'list') {
    if (key === 'Escape') return { type: 'dismiss' };
    if (by !== undefined) return { type: 'step-completions', by: Math.sign(by) };
    if (key === 'Enter' && chosen !== -1) return { type: 'take', index: chosen };
    if (key === 'Tab' && chosen !== -1) return { type: 'take', index: chosen };
    if (key === 'Tab' && completionCount === 1) return { type: 'take', index: 0 };
  }
  if (mode === 'hint' && key === 'Tab') return { type: 'take', index: 0 };
  if (key === 'Enter') return { type: 'open' };
  if (by === undefined) return null;
  if (isEmpty) return by > 0 ? { type: 'into-start' } : null;
  return hitCount > 0 ? { type: 'step-results', by } : null;
}
