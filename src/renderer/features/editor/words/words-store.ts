import type { CallInput, CallName } from '../../../../shared/contract/index.ts';
import type { Words } from '../../../../shared/contract/words.ts';
import type { MeetingTemplates } from '../../../../shared/minutes/meeting-sentences.ts';
import { MEETING_TEMPLATES } from '../../../../shared/minutes/meeting-sentences.ts';
import type { ExpansionTable } from '../../../../shared/words/expansion.ts';
import { expansionTable } from '../../../../shared/words/expansion.ts';
import { api, onAppEvent } from '../../../api/client.ts';

/** Calls that answer with all words as they are then. */
type WordsCall = Exclude<Extract<CallName, `words.${string}`>, 'words.terms'>;

const NO_EXPANSIONS: ExpansionTable = new Map();

let words: Words | null = null;
let table: ExpansionTable = NO_EXPANSIONS;
let isAsked = false;
const listeners = new Set<() => void>();

function take(next: Words): void {
  words = next;
  table = expansionTable(next.expansions);
  for (const listener of listeners) listener();
}

/** The office's words as every open document and the dialog see them. */
export const wordsStore = {
  /** Null until they were read; what helps with typing then waits, and nothing else does. */
  get: (): Words | null => words,
  /** What is written out by itself, unless that is switched off. */
  table: (): ExpansionTable => (words?.settings.expands ? table : NO_EXPANSIONS),
  /** The same for who asks for it by key, which no switch keeps from anybody. */
  wholeTable: (): ExpansionTable => table,

  /** The official sentences as the office words them; as they come until they were read. */
  sentences: (): MeetingTemplates => words?.sentences ?? MEETING_TEMPLATES,

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Reads them once; a failure is tried again by the next who asks. */
  async load(): Promise<void> {
    if (isAsked) return;
    isAsked = true;
    onReplaced();
    try {
      take(await api('words.get', {}));
    } catch {
      isAsked = false;
    }
  },

  /** Makes a change, and shows all there is after it. */
  async change<Name extends WordsCall>(name: Name, input: CallInput<Name>): Promise<Words> {
    // Every one of these calls answers so; the compiler does not follow that through the generics.
    const next = (await api(name, input)) as Words;
    take(next);
    return next;
  },
};

let isListening = false;

/** After a restore the office has the words of another day. */
function onReplaced(): void {
  if (isListening) return;
  isListening = true;
  onAppEvent('storage.replaced', () => {
    isAsked = false;
    void wordsStore.load();
  });
}
