/** What the window asks of the thread that knows the dictionary. */
export type SpellingRequest =
  | { readonly type: 'check'; readonly id: number; readonly words: readonly string[] }
  | { readonly type: 'suggest'; readonly id: number; readonly word: string };

export type SpellingAnswer =
  | { readonly type: 'checked'; readonly id: number; readonly wrong: readonly string[] }
  | { readonly type: 'suggested'; readonly id: number; readonly words: readonly string[] }
  /** The dictionary cannot be read: nothing is checked. */
  | { readonly type: 'unavailable' };
