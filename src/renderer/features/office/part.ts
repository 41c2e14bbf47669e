import type { OfficeSettings } from '../../../shared/official/office-settings.ts';

/** What every part of the dialog works on. */
export interface OfficePart {
  readonly settings: OfficeSettings;
  readonly set: (changes: Partial<OfficeSettings>) => void;
}
