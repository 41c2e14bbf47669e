import type { Node } from '@tiptap/pm/model';

import { blockTypeOf } from '../model/blocks.ts';
import type { EditorText, Translate } from '../texts.ts';

/** A date as it is typed and read: "9.5.2025". */
export const shortDate = (isoDate: string): string =>
  isoDate.split('-').map(Number).toReversed().join('.');

function decisionFacts(node: Node, t: Translate): string {
  const method = node.attrs['method'] as string | null;
  if (method === null) return t('methodUnknown');
  if (method === 'mufakat') return t('consensus');
  const counts = (['inFavour', 'against', 'abstained'] as const).flatMap((name) => {
    const count = node.attrs[name] as number | null;
    return count === null ? [] : [`${t(name)} ${count}`];
  });
  return [t('vote'), ...counts].join(' · ');
}

function followUpFacts(node: Node, t: Translate): string {
  const responsible = node.attrs['responsible'] as string | null;
  const dueDate = node.attrs['dueDate'] as string | null;
  return [
    responsible ?? t('responsibleUnknown'),
    ...(dueDate === null ? [] : [`${t('due')} ${shortDate(dueDate)}`]),
    node.attrs['status'] as string,
  ].join(' · ');
}

/** What is recorded of a block besides its words; "" where it records nothing. */
export function blockFacts(node: Node, t: Translate): string {
  const type = blockTypeOf(node);
  switch (type) {
    case 'decision':
      return decisionFacts(node, t);
    case 'followUp':
      return followUpFacts(node, t);
    case 'statement': {
      const kind = node.attrs['kind'] as string;
      return kind === 'pernyataan' ? '' : kind;
    }
    case 'agendaItem':
    case 'narration':
    case 'recommendation':
    case 'break':
      return '';
  }
}

/** The name that stands over a block of this kind; null where its place says it. */
export function blockTitle(node: Node): EditorText | null {
  const type = blockTypeOf(node);
  switch (type) {
    case 'decision':
    case 'recommendation':
    case 'followUp':
      return type;
    case 'statement':
    case 'agendaItem':
    case 'narration':
    case 'break':
      return null;
  }
}

/** What an empty block says in place of its words. */
export function blockHint(node: Node): EditorText {
  const type = blockTypeOf(node);
  switch (type) {
    case 'statement':
      return 'noText';
    case 'agendaItem':
      return 'agendaItemHint';
    case 'narration':
      return 'narrationHint';
    case 'decision':
      return 'decisionHint';
    case 'recommendation':
      return 'recommendationHint';
    case 'followUp':
      return 'followUpHint';
    case 'break':
      return 'breakHint';
  }
}
