import { DOMParser } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import mammoth from 'mammoth';

import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { BlockOf } from '../../src/shared/document/block.ts';
import { CLOSING_STATEMENT_KIND } from '../../src/shared/document/block.ts';
import { fullName } from '../../src/shared/minutes/names.ts';
import type { SessionRecord } from '../../src/shared/minutes/record.ts';
import { comparable } from './comparable.ts';

/** A statement as it stands in the record, or as a reader of the file finds it. */
export interface Said {
  /** Letters and digits alone, as of the words. */
  readonly speaker: string;
  readonly words: string;
}

const NOBODY = 'Pembicara tidak disebut';

/**
 * What was said and by whom, in the order of an official record: everything of the meeting as it
 * went, then the closing statements.
 */
export function saidInRecord({ blocks, attendance }: SessionRecord): readonly Said[] {
  const names = new Map(
    attendance.map((entry) => {
      // Who came in somebody's stead spoke, not the one who was away.
      const isRepresented = entry.days.every(
        ({ presence, representedBy }) =>
          presence === 'diwakili' || (presence === null && representedBy.trim() !== ''),
      );
      const [day] = entry.days;
      return [
        String(entry.id),
        isRepresented && day ? `${day.representedBy} mewakili ${fullName(entry)}` : fullName(entry),
      ];
    }),
  );
  const statements = blocks.filter(
    (block): block is BlockOf<'statement'> => block.type === 'statement',
  );
  const isClosing = ({ attrs }: BlockOf<'statement'>): boolean =>
    attrs.kind === CLOSING_STATEMENT_KIND;
  return [...statements.filter((block) => !isClosing(block)), ...statements.filter(isClosing)].map(
    (block) => ({
      speaker: comparable(names.get(block.attrs.speakerId ?? '') ?? NOBODY),
      words: comparable(blockPlainText(block)),
    }),
  );
}

/** The file's paragraphs as an independent reader gives them, in reading order. */
export async function readBack(docx: Uint8Array): Promise<readonly string[]> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(docx) },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
  );
  const page = new DOMParser({ onError: () => undefined }).parseFromString(
    `<body>${value}</body>`,
    'text/html',
  );
  return paragraphsIn(page.documentElement);
}

const PARAGRAPH = /^(?:p|h[1-6])$/;

function paragraphsIn(parent: Element | null): readonly string[] {
  const found: string[] = [];
  for (let child = parent?.firstChild; child; child = child.nextSibling) {
    if (child.nodeType !== child.ELEMENT_NODE) continue;
    if (PARAGRAPH.test(child.nodeName)) found.push(comparable(child.textContent ?? ''));
    // A list item's own words stand in it without a paragraph; lists and tables may follow them.
    else if (child.nodeName === 'li') found.push(...listItem(child as Element));
    else found.push(...paragraphsIn(child as Element));
  }
  return found.filter((text) => text !== '');
}

function listItem(item: Element): readonly string[] {
  let own = '';
  const below: string[] = [];
  for (let child = item.firstChild; child; child = child.nextSibling) {
    if (/^(?:ul|ol|table)$/.test(child.nodeName)) below.push(...paragraphsIn(child as Element));
    else own += child.textContent ?? '';
  }
  return [comparable(own), ...below];
}

/**
 * The statements of which the reader finds no speaker followed at once by exactly these words, each
 * after the one before. Empty: the same statements, speakers and order.
 */
export function lostStatements(
  said: readonly Said[],
  paragraphs: readonly string[],
): readonly Said[] {
  let from = 0;
  return said.filter((statement) => {
    const end = endOf(statement, paragraphs, from);
    if (end === null) return true;
    from = end;
    return false;
  });
}

/** The paragraph after a statement, or null where it is not found. */
function endOf(
  { speaker, words }: Said,
  paragraphs: readonly string[],
  from: number,
): number | null {
  for (let at = from; at < paragraphs.length; at += 1) {
    if (!(paragraphs[at] ?? '').startsWith(speaker)) continue;
    let [read, next] = ['', at + 1];
    while (read.length < words.length && next < paragraphs.length) {
      read += paragraphs[next] ?? '';
      next += 1;
    }
    if (read === words) return next;
  }
  return null;
}
