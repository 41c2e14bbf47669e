import type { Attendance, Presence } from '../../../shared/minutes/people.ts';

/** Columns in which the active cell moves, in the order they stand. */
export const COLUMNS = [
  'name',
  'position',
  'organization',
  'role',
  'presence',
  'arrived',
  'left',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What a cell's editor changes; "representedBy" shares the cell of the presence. */
export type EditedField = Exclude<Column, 'presence'> | 'representedBy';

export const COLUMN_TEXTS = {
  name: 'columnName',
  position: 'columnPosition',
  organization: 'columnOrganization',
  role: 'columnRole',
  presence: 'columnPresence',
  arrived: 'columnArrived',
  left: 'columnLeft',
} as const satisfies Record<Column, string>;

/** One key for each presence, as on paper: the first letter of its word. */
export const PRESENCE_KEYS: Readonly<Record<string, Presence>> = {
  h: 'hadir',
  d: 'daring',
  i: 'izin',
  t: 'tidak hadir',
  w: 'diwakili',
};

/** Whether the cell can be edited in place: a group has a head count where a person has a position. */
export function isEditable(line: Attendance, column: Column): boolean {
  return !(line.type === 'group' && column === 'organization');
}
