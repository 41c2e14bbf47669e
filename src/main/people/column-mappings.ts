import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { Handlers } from '../../shared/contract/index.ts';
import { ATTENDANCE_COLUMNS } from '../../shared/minutes/attendance-columns.ts';
import type { ArchiveDatabase } from '../db/database.ts';

const mappingSchema = z.array(z.enum(ATTENDANCE_COLUMNS));

/** Which columns of files with certain headings were which, as somebody chose them. */
export function createColumnMappings(
  db: ArchiveDatabase,
  clock: () => number,
): Pick<Handlers<'storage'>, 'attendanceFiles.mapping' | 'attendanceFiles.remember'> {
  const get = db
    .prepare<[string], string>('SELECT mapping FROM column_mappings WHERE headings = ?')
    .pluck();
  const put = db.prepare('INSERT OR REPLACE INTO column_mappings VALUES (?, ?, ?)');
  // Headings may be long and tell of people; to know them again takes no words.
  const keyOf = (headings: string): string => createHash('sha256').update(headings).digest('hex');
  return {
    'attendanceFiles.mapping': ({ headings }) => {
      const mapping = get.get(keyOf(headings));
      return mapping === undefined ? null : mappingSchema.parse(JSON.parse(mapping));
    },
    'attendanceFiles.remember': ({ headings, columns }) => {
      put.run(keyOf(headings), JSON.stringify(columns), clock());
    },
  };
}
