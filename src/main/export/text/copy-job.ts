import type { CopiedPart, CopyForm } from '../../../shared/contract/exchange.ts';
import { buildDocument } from '../build-document.ts';
import type { DocumentInput } from '../document-input.ts';
import type { AgendaItemPieces } from '../parts/agenda-item.ts';
import { agendaItemPieces } from '../parts/agenda-item.ts';
import { markdownText } from './markdown.ts';
import { pasteHtml } from './paste-html.ts';
import { plainText } from './plain.ts';

/** Makes what is put on the clipboard. */
export interface CopyJob {
  readonly type: 'copy';
  readonly input: DocumentInput;
  readonly part: CopiedPart;
  readonly form: CopyForm;
}

export interface CopiedText {
  readonly text: string;
  /** null where the text alone is asked for. */
  readonly html: string | null;
  readonly wordCount: number;
  readonly itemTitle: string;
}

/**
 * What a part of a session says, in the words and the order of its documents. Head, page and footer
 * stay behind: they belong to paper, as "KONSEP" does, which marks its pages.
 */
function piecesOf({ input, part }: Pick<CopyJob, 'input' | 'part'>): AgendaItemPieces {
  switch (part.type) {
    case 'session':
      return { title: '', pieces: buildDocument('notula', input).pieces };
    case 'item':
      return agendaItemPieces(input.record, part.blockId);
    case 'press':
      return { title: '', pieces: buildDocument('siaran-pers', input).pieces };
  }
}

/** How many words a text has; signs alone are none. */
const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export function runCopy(job: CopyJob): CopiedText {
  const { title, pieces } = piecesOf(job);
  const plain = plainText(pieces);
  return {
    text: job.form === 'markdown' ? markdownText(pieces) : plain,
    html: job.form === 'formatted' ? pasteHtml(pieces) : null,
    wordCount: countWords(plain),
    itemTitle: title,
  };
}
