import type { SearchHit, TextPiece } from '../../shared/contract/search.ts';
import { blockIdSchema, sessionIdSchema } from '../../shared/ids.ts';
import { piecesOf } from '../../shared/search/matches.ts';
import type { TermMatch } from '../../shared/search/matches.ts';
import type { ArchiveReader } from './archive-reader.ts';
import { excerptOf } from './excerpt.ts';
import type { Find } from './matcher.ts';
import type { RowContent } from './row-content.ts';
import { FACT_SEPARATOR } from './session-facts.ts';

/** Of an attendance of hundreds, only those who match are shown. */
function excerptOfFacts(facts: readonly string[], find: Find): readonly TextPiece[] {
  const matching = facts.filter((fact) => find(fact).length > 0);
  const text = (matching.length > 0 ? matching : facts).join(FACT_SEPARATOR);
  return excerptOf(text, find(text));
}

/** A text whole, with what was found highlighted. */
export function piecesIn(text: string, find: Find): readonly TextPiece[] {
  return piecesOf(text, find(text));
}

/** What is highlighted: words that were asked for, and in names also those of filters. */
export interface Highlights {
  readonly find: Find;
  readonly findName: Find;
}

/** What the window shows of a row that was found. */
export function hitOf(
  content: RowContent,
  matches: readonly TermMatch[],
  { find, findName }: Highlights,
  archive: ArchiveReader,
): SearchHit {
  const { session, block, speaker, addendum, file, field, facts } = content;
  const blockId = block?.id ?? addendum?.block_id ?? null;
  return {
    sessionId: sessionIdSchema.parse(session.id),
    sessionTitle: session.title,
    sessionTitlePieces: piecesIn(session.title, find),
    sessionKind: session.kind,
    sessionDate: session.first_date,
    zone: session.zone,
    blockId: blockId === null ? null : blockIdSchema.parse(blockId),
    field,
    blockType: block?.type ?? null,
    statementKind: block?.statement_kind ?? '',
    speaker: speaker?.label ?? null,
    speakerPieces: speaker === null ? [] : piecesIn(speaker.label, findName),
    speakerPosition: speaker?.post ?? '',
    spokenAtMs: block?.spoken_at_ms ?? null,
    day: block?.day ?? null,
    agenda: block === null ? null : archive.agendaBefore(session.id, block.position),
    fileId: file?.id ?? null,
    fileName: file?.name ?? null,
    addendumNumber: addendum?.number ?? null,
    excerpt:
      facts.length === 1 && field !== 'attendance'
        ? excerptOf(facts.join(''), matches)
        : excerptOfFacts(facts, field === 'attendance' ? findName : find),
  };
}
