import type { SearchHit, SearchSort } from '../../../shared/contract/search.ts';
import type { BlockType } from '../../../shared/document/block.ts';
import { CLOSING_STATEMENT_KIND } from '../../../shared/document/block.ts';
import { wallClock } from '../../../shared/minutes/dates.ts';

/* A list on paper is an official document: its words are Indonesian whatever the app's language. */

export const SORTS: Readonly<Record<SearchSort, string>> = {
  terbaru: 'Terbaru dahulu',
  relevan: 'Paling relevan dahulu',
};

const BLOCKS: Readonly<Record<BlockType, string>> = {
  agendaItem: 'Mata acara',
  statement: 'Pernyataan',
  narration: 'Narasi',
  decision: 'Keputusan',
  recommendation: 'Rekomendasi',
  followUp: 'Tindak lanjut',
  break: 'Skors',
};

/** "Keputusan", "Adendum 2", "Lampiran undangan.pdf": what the found passage is. */
export function partInWords(hit: SearchHit): string {
  switch (hit.field) {
    case 'block':
      if (hit.statementKind === CLOSING_STATEMENT_KIND) return 'Pernyataan penutup';
      return hit.blockType === null ? 'Notula' : BLOCKS[hit.blockType];
    case 'session':
      return 'Data sesi';
    case 'attendance':
      return 'Daftar hadir';
    case 'addendum':
      return hit.addendumNumber === null ? 'Adendum' : `Adendum ${hit.addendumNumber}`;
    case 'file':
      return hit.fileName === null ? 'Lampiran' : `Lampiran ${hit.fileName}`;
  }
}

/** "14.03 WIB"; "" where nobody noted it. */
export const timeInWords = ({ spokenAtMs, zone }: SearchHit): string =>
  spokenAtMs === null ? '' : `${wallClock(spokenAtMs, zone)} ${zone}`;
