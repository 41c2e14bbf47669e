import type { TFunction } from 'i18next';

import type { FinalPart } from '../../../shared/minutes/final.ts';

/** Parts of a final session in words, one after the other. */
export const partWords = (parts: readonly FinalPart[], t: TFunction<'finals'>): string =>
  parts.map((part) => t(`part_${part}`)).join(', ');
