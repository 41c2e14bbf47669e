import type { Gap } from '../../../shared/official/gaps.ts';

/** What is no blank on paper: it is said of the whole document. */
const REMARKS = ['not-final', 'not-public'] as const;
export type Remark = (typeof REMARKS)[number];

/** What stays blank on paper. */
export function blanksAmong(gaps: readonly Gap[]): readonly Gap[] {
  return gaps.filter(({ code }) => !REMARKS.some((remark) => remark === code));
}

export function remarksAmong(gaps: readonly Gap[]): readonly Remark[] {
  return REMARKS.filter((remark) => gaps.some(({ code }) => code === remark));
}
