import type { PassageBlock, SearchPassage } from '../../shared/contract/search.ts';
import type { ParsedInput } from '../../shared/contract/index.ts';
import { blockIdSchema, sessionIdSchema } from '../../shared/ids.ts';
import type { ArchiveBlock, ArchiveReader, ArchiveSession } from './archive-reader.ts';
import { filePassages } from './file-passages.ts';
import { piecesIn } from './hits.ts';
import type { Find } from './matcher.ts';
import { attendanceFacts, blockText, sessionFacts } from './session-facts.ts';

/** Blocks that are shown before and after a hit. */
const BLOCKS_AROUND = 3;
/** More than this of one block is shown where the session is opened. */
const LONGEST_BLOCK = 4000;

type PassageInput = ParsedInput<'search.passage'>;

function shortened(text: string): string {
  return text.length > LONGEST_BLOCK ? `${text.slice(0, LONGEST_BLOCK)} …` : text;
}

/** A hit with what stands around it, as the archive has it now. */
export function passageOf(
  archive: ArchiveReader,
  input: PassageInput,
  find: Find,
): SearchPassage | null {
  const session = archive.session(input.sessionId);
  if (session === null) return null;
  const lines = linesOf(archive, input, session, find);
  const file = archive.fileHeads(session.id).find(({ id }) => id === input.fileId) ?? null;
  if (lines === null || (input.field === 'file' && file === null)) return null;
  const hasBlock = input.blockId !== null && ['block', 'addendum'].includes(input.field);
  const around = hasBlock ? blocksAround(archive, input, find) : NO_BLOCKS;
  if (around === null) return null;
  return {
    sessionId: sessionIdSchema.parse(session.id),
    sessionTitle: session.title,
    sessionKind: session.kind,
    sessionDate: session.first_date,
    zone: session.zone,
    place: session.place,
    ...around,
    lines: lines.map((line) => piecesIn(line, find)),
    fileName: file?.name ?? null,
  };
}

/** Of a file the passages around the first one that has most of what was asked for. */
function passagesAround(text: string, find: Find): readonly string[] {
  const passages = filePassages(text);
  const found = passages.map((passage) => new Set(find(passage).map(({ term }) => term)).size);
  const best = Math.max(0, found.indexOf(Math.max(0, ...found)));
  return passages.slice(Math.max(0, best - 1), best + 2);
}

function linesOf(
  archive: ArchiveReader,
  { sessionId, field, fileId, addendumNumber }: PassageInput,
  session: ArchiveSession,
  find: Find,
): readonly string[] | null {
  switch (field) {
    case 'block':
      return [];
    case 'session':
      return sessionFacts(session);
    case 'attendance':
      return attendanceFacts(archive.attendees(session.id));
    case 'addendum': {
      const one = archive.addenda(sessionId).find(({ number }) => number === addendumNumber);
      return one === undefined ? null : [one.text];
    }
    case 'file':
      return fileId === null ? null : passagesAround(archive.fileText(fileId), find);
  }
}

type BlocksAround = Pick<SearchPassage, 'agenda' | 'blocks' | 'hasMoreBefore' | 'hasMoreAfter'>;
const NO_BLOCKS: BlocksAround = {
  agenda: null,
  blocks: [],
  hasMoreBefore: false,
  hasMoreAfter: false,
};

function blocksAround(
  archive: ArchiveReader,
  { sessionId, blockId }: PassageInput,
  find: Find,
): BlocksAround | null {
  const hit = blockId === null ? null : archive.block(sessionId, blockId);
  if (hit === null) return null;
  const before = archive.blocksBefore(sessionId, hit.position, BLOCKS_AROUND + 1);
  const from = archive.blocksFrom(sessionId, hit.position, BLOCKS_AROUND + 2);
  const shown = [
    ...before.slice(0, BLOCKS_AROUND).toReversed(),
    ...from.slice(0, BLOCKS_AROUND + 1),
  ];
  const first = shown[0] ?? hit;
  return {
    agenda: archive.agendaBefore(sessionId, first.position),
    blocks: shown.map(passageBlock),
    hasMoreBefore: before.length > BLOCKS_AROUND,
    hasMoreAfter: from.length > BLOCKS_AROUND + 1,
  };

  function passageBlock(block: ArchiveBlock): PassageBlock {
    const speaker = archive.speaker(block.speaker_id);
    return {
      blockId: blockIdSchema.parse(block.id),
      blockType: block.type,
      statementKind: block.statement_kind,
      speaker: speaker?.label ?? null,
      speakerPosition: speaker?.post ?? '',
      spokenAtMs: block.spoken_at_ms,
      day: block.day,
      pieces: piecesIn(shortened(blockText(block)), find),
      isHit: block.id === hit?.id,
    };
  }
}
