import { readFileSync, renameSync, writeFileSync } from 'node:fs';

import { z } from 'zod';

import { viewSchema } from '../../shared/contract/app.ts';
import { exportChoiceSchema } from '../../shared/contract/exports.ts';
import { previewChoiceSchema } from '../../shared/contract/preview.ts';
import { sessionIdSchema } from '../../shared/ids.ts';

/** Small facts about this computer, not about the minutes: they are never part of a backup. */
const preferencesSchema = z.object({
  exportFolder: z.string().nullable().default(null),
  // A kind that only a newer Notula knows must not cost the other preferences.
  exportChoice: exportChoiceSchema.nullable().default(null).catch(null),
  preview: previewChoiceSchema.nullable().default(null).catch(null),
  openSessionId: sessionIdSchema.nullable().default(null),
  window: z
    .object({
      x: z.number(),
      y: z.number(),
      width: z.number().min(400),
      height: z.number().min(300),
      isMaximized: z.boolean(),
      isFullScreen: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  view: viewSchema.default({ isFocusMode: false, isTypewriter: false, textPercent: 100 }),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export interface PreferencesFile {
  readonly get: () => Preferences;
  /** Keeps the changes; a file that cannot be written costs only the convenience. */
  readonly update: (changes: Partial<Preferences>) => void;
}

/** Reads the preferences; an unreadable file means the defaults. */
export function openPreferences(file: string): PreferencesFile {
  let current = preferencesSchema.parse({});
  try {
    current = preferencesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing or unreadable: the defaults stand.
  }
  return {
    get: () => current,
    update: (changes) => {
      current = { ...current, ...changes };
      try {
        writeFileSync(`${file}.tmp`, JSON.stringify(current));
        renameSync(`${file}.tmp`, file);
      } catch {
        // A read-only folder is reported by the archive, which cannot work there either.
      }
    },
  };
}
