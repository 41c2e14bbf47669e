import type { GuessedBlock } from '../../../shared/imports/guess.ts';

type Plain = 'narration' | 'decision' | 'recommendation';

export interface Opened {
  readonly from: number;
  readonly isSure: boolean;
}

/** Collects the parts of the minutes in their order; what follows a statement may be added to it. */
export interface BlockWriter {
  readonly agendaItem: (text: string, at: Opened) => void;
  readonly statement: (
    speaker: number | null,
    kind: string,
    paragraphs: readonly string[],
    /** The words of the file that name the speaker, where they are a paragraph of their own. */
    at: Opened & { readonly isOpen: boolean; readonly label?: string },
  ) => void;
  readonly plain: (type: Plain, text: string, at: Opened) => void;
  readonly followUp: (
    text: string,
    facts: { readonly responsible: string | null; readonly dueDate: string | null },
    at: Opened,
  ) => void;
  /** Adds to the last statement, where it is still open. */
  readonly goOn: (text: string, from: number) => boolean;
  /** Adds to the last part of that type, whatever it is about. */
  readonly goOnWith: (type: GuessedBlock['type'], text: string, from: number) => boolean;
  readonly close: () => void;
  readonly blocks: () => readonly GuessedBlock[];
}

export function createBlockWriter(): BlockWriter {
  const blocks: GuessedBlock[] = [];
  const labels = new Map<GuessedBlock, string>();
  let isOpen = false;
  const found = ({ from, isSure }: Opened): Pick<GuessedBlock, 'from' | 'confidence'> => ({
    from: [from],
    confidence: isSure ? 'pasti' : 'dugaan',
  });
  const push = (block: GuessedBlock): void => {
    isOpen = false;
    blocks.push(block);
  };
  const goOnWith: BlockWriter['goOnWith'] = (type, text, from) => {
    const last = blocks.at(-1);
    if (last === undefined || last.type !== type || last.type === 'agendaItem') return false;
    blocks[blocks.length - 1] = {
      ...last,
      paragraphs: [...last.paragraphs, text],
      from: [...new Set([...last.from, from])],
    };
    return true;
  };
  return {
    agendaItem: (text, at) => push({ type: 'agendaItem', text, ...found(at) }),
    statement: (speaker, kind, paragraphs, at) => {
      const block = { type: 'statement', speaker, kind, paragraphs, ...found(at) } as const;
      push(block);
      labels.set(block, at.label ?? '');
      isOpen = at.isOpen;
    },
    plain: (type, text, at) => push({ type, paragraphs: [text], ...found(at) }),
    followUp: (text, facts, at) =>
      push({ type: 'followUp', paragraphs: [text], ...facts, ...found(at) }),
    goOn: (text, from) => isOpen && goOnWith('statement', text, from),
    goOnWith,
    close: () => {
      isOpen = false;
    },
    // A name with nothing said behind it is no statement, and stays in the text.
    blocks: () =>
      blocks.flatMap((block): readonly GuessedBlock[] => {
        if (block.type === 'agendaItem' || block.paragraphs.length > 0) return [block];
        const label = labels.get(block) ?? '';
        const { from } = block;
        return label === ''
          ? []
          : [{ type: 'narration', paragraphs: [label], from, confidence: 'dugaan' }];
      }),
  };
}
