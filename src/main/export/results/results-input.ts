import type { SearchHit, SearchSort, TextPiece } from '../../../shared/contract/search.ts';

/** A hit with the whole text of its passage, where that is not longer than a document takes. */
export interface ResultHit {
  readonly hit: SearchHit;
  readonly pieces: readonly TextPiece[];
}

/** What a list of results is made from. */
export interface ResultsInput {
  readonly query: string;
  /** The text that was searched instead, where a typing error was forgiven; null otherwise. */
  readonly corrected: string | null;
  readonly sort: SearchSort;
  readonly hits: readonly ResultHit[];
  /** More was found than the list holds. */
  readonly hasMore: boolean;
  /** Not everything that may match was looked at. */
  readonly isCut: boolean;
  /** null where not known. */
  readonly total: number | null;
  /** The index did not hold everything yet. */
  readonly isIncomplete: boolean;
  readonly exportedAtMs: number;
  readonly exportedBy: { readonly name: string; readonly office: string };
  /** Of Notula. */
  readonly programVersion: string;
}

const moment = new Intl.DateTimeFormat('id-ID', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

const number = new Intl.NumberFormat('id-ID');

/** "120 bagian dalam 14 sesi", and that there are more where there are. */
function countInWords({ hits, hasMore, isCut, total }: ResultsInput): string {
  const sessions = new Set(hits.map(({ hit }) => hit.sessionId)).size;
  const count = `${number.format(hits.length)} bagian dalam ${number.format(sessions)} sesi`;
  if (!hasMore) return isCut ? `${count}; mungkin masih ada yang lain` : count;
  const all = total === null ? '' : ` dari ${number.format(total)}`;
  return `${count}; hanya yang pertama${all} yang dimuat di sini`;
}

/** What stands at the head of the list: label and text. */
export function headOf(input: ResultsInput): readonly (readonly [label: string, text: string])[] {
  const { query, corrected, exportedBy, isIncomplete } = input;
  const rows: (readonly [string, string])[] = [
    ['Pencarian', query],
    ['Dibaca sebagai', corrected ?? ''],
    ['Jumlah', countInWords(input)],
    ['Catatan', isIncomplete ? 'Indeks sedang dibangun; hasil mungkin belum lengkap.' : ''],
    ['Diekspor', moment.format(input.exportedAtMs)],
    ['Diekspor oleh', [exportedBy.name, exportedBy.office].filter(Boolean).join(', ')],
    ['Diekspor dengan', `Notula ${input.programVersion}`],
  ];
  return rows.filter(([, text]) => text !== '');
}

/** The hits of each session together, in the order in which the sessions come first. */
export function hitsBySession(hits: readonly ResultHit[]): readonly (readonly ResultHit[])[] {
  return [...Map.groupBy(hits, ({ hit }) => hit.sessionId).values()];
}
