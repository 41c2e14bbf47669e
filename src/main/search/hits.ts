import type { SearchHit, TextPiece } from '../../shared/contract/search.ts';
import { blockIdSchema, sessionIdSchema } from '../../shared/ids.ts';
import type { TermMatch } from '../../shared/search/matches.ts';
import { piecesOf } from '../../shared/search/matches.ts';
import type { ArchiveReader } from './archive-reader.ts';
import { FACT_SEPARATOR } from './archive-reader.ts';
import { excerptOf } from './excerpt.ts';
import type { RowContent } from './row-content.ts';

/** The places of a text that are highlighted. */
export type Find = (text: string) => readonly TermMatch[];

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

/** What the window shows of a row that was found. */
export function hitOf(content: RowContent, find: Find, archive: ArchiveReader): SearchHit {
  const { session, block, speaker, field, facts } = content;
  return {
    sessionId: sessionIdSchema.parse(session.id),
    sessionTitle: session.title,
    sessionTitlePieces: piecesIn(session.title, find),
    sessionKind: session.kind,
    sessionDate: session.first_date,
    zone: session.zone,
    blockId: block === null ? null : blockIdSchema.parse(block.id),
    field,
    blockType: block?.type ?? null,
    statementKind: block?.statement_kind ?? '',
    speaker: speaker?.label ?? null,
    speakerPieces: speaker === null ? [] : piecesIn(speaker.label, find),
    speakerPosition: speaker?.post ?? '',
    spokenAtMs: block?.spoken_at_ms ?? null,
    day: block?.day ?? null,
    agenda: block === null ? null : archive.agendaBefore(session.id, block.position),
    fileId: null,
    fileName: null,
    addendumNumber: null,
    excerpt: excerptOfFacts(facts, find),
  };
}
