import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { MOST_IMPORTED_FILES } from '../../shared/contract/imports.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { MINUTES_EXTENSIONS, UNREAD_EXTENSIONS } from '../../shared/imports/reading.ts';

/** Looks for old minutes in a folder and those within it, and reads none of them. */
export interface ListMinutesJob {
  readonly type: 'list-minutes';
  readonly folder: string;
}

export interface ListedMinutes {
  /** Below the folder, parted by "/", in the order of their names. */
  readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
  readonly unreadCount: number;
  readonly otherCount: number;
  readonly closedCount: number;
  readonly isCut: boolean;
}

/** Hidden files, what Word and other programs leave while a file is open, and what systems keep. */
const LEFT_OUT = /^(?:\.|~\$|~WRL|\$RECYCLE\.BIN$|System Volume Information$)|\.tmp$/i;

const within = (list: readonly string[], name: string): boolean =>
  list.includes(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '');

/** Throws `file-unreadable` where the folder itself cannot be opened. */
export async function runListMinutes({ folder }: ListMinutesJob): Promise<ListedMinutes> {
  const files: { path: string; sizeBytes: number }[] = [];
  const counts = { unreadCount: 0, otherCount: 0, closedCount: 0 };
  const collator = new Intl.Collator('id', { numeric: true });
  let isCut = false;

  async function take(path: string, name: string): Promise<void> {
    const isUnread = within(UNREAD_EXTENSIONS, name);
    if (!isUnread && !within(MINUTES_EXTENSIONS, name)) {
      counts.otherCount += 1;
      return;
    }
    if (files.length === MOST_IMPORTED_FILES) {
      isCut = true;
      return;
    }
    const size = await stat(join(folder, path)).then(
      (found) => found.size,
      () => 0,
    );
    if (isUnread) counts.unreadCount += 1;
    files.push({ path, sizeBytes: size });
  }

  async function look(below: string, entries: readonly Dirent[]): Promise<void> {
    const sorted = entries.toSorted((a, b) => collator.compare(a.name, b.name));
    for (const entry of sorted) {
      if (isCut || LEFT_OUT.test(entry.name)) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      // Links are not followed: they may lead round in a circle.
      if (entry.isFile()) await take(path, entry.name);
      if (!entry.isDirectory()) continue;
      const inner = await readdir(join(folder, path), { withFileTypes: true }).catch(() => null);
      if (inner === null) counts.closedCount += 1;
      else await look(path, inner);
    }
  }

  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new AppError('file-unreadable', { fileName: folder }, { cause });
  });
  await look('', entries);
  return { files, ...counts, isCut };
}
