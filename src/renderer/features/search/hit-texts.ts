import type { TFunction } from 'i18next';

import type { PassageBlock, SearchHit } from '../../../shared/contract/search.ts';
import { CLOSING_STATEMENT_KIND, STATEMENT_KINDS } from '../../../shared/document/block.ts';
import { dateInWords, wallClock } from '../../../shared/minutes/dates.ts';
import type { SessionZone } from '../../../shared/minutes/session.ts';

/** Of this feature's texts, by key. */
export type Translate = TFunction<'search'>;

const [PLAIN_STATEMENT] = STATEMENT_KINDS;

/** "Keputusan", "Pernyataan penutup", "paparan"; "" for a plain statement, which needs no name. */
export function blockLabel(
  t: Translate,
  { blockType, statementKind }: Pick<PassageBlock, 'blockType' | 'statementKind'>,
): string {
  if (blockType !== 'statement') return t(`block_${blockType}`);
  if (statementKind === CLOSING_STATEMENT_KIND) return t('closingStatement');
  return statementKind === PLAIN_STATEMENT ? '' : statementKind;
}

/** What the found passage is: the kind of its block, or where else than in the minutes it stands. */
export function partLabel(t: Translate, hit: SearchHit): string {
  switch (hit.field) {
    case 'block':
      return hit.blockType === null ? '' : blockLabel(t, { ...hit, blockType: hit.blockType });
    case 'session':
      return t('fieldSession');
    case 'attendance':
      return t('fieldAttendance');
    case 'addendum':
      return hit.addendumNumber === null
        ? t('fieldAddendum')
        : t('fieldAddendumNumber', { number: hit.addendumNumber });
    case 'file':
      return t('fieldFile');
  }
}

interface When {
  readonly spokenAtMs: number | null;
  readonly day: string | null;
}

/** "09.12 WIB", with the day where it is not the session's first; "" where neither is known. */
export function whenLabel(
  { spokenAtMs, day }: When,
  { zone, sessionDate }: { readonly zone: SessionZone; readonly sessionDate: string | null },
): string {
  const date = day === null || day === sessionDate ? '' : dateInWords(day);
  const time = spokenAtMs === null ? '' : `${wallClock(spokenAtMs, zone)} ${zone}`;
  return [date, time].filter(Boolean).join(', ');
}
