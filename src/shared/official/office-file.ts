import { z } from 'zod';

import { LARGEST_LOGO_BYTES } from './logo-rules.ts';
import type { OfficeSettings } from './office-settings.ts';
import { officeSettingsSchema } from './office-settings.ts';

/** What such a file is called; the part before is the office's name. */
export const OFFICE_FILE_SUFFIX = '.notula-kantor.json';
export const OFFICE_FILE_VERSION = 1;

/** A logo takes four letters for three bytes; the settings themselves stay far below the rest. */
export const LARGEST_OFFICE_FILE_LETTERS = Math.ceil(LARGEST_LOGO_BYTES / 3) * 4 + 300_000;

export type OfficeFileProblem =
  | { readonly type: 'no-json' }
  /** Another program's file, or another one of ours. */
  | { readonly type: 'not-ours' }
  /** Made by a newer Notula. */
  | { readonly type: 'newer'; readonly version: number }
  /** Where the first part stands that cannot be used: "page.topMm". */
  | { readonly type: 'invalid'; readonly field: string }
  | { readonly type: 'bad-logo' };

const headSchema = z.object({
  format: z.literal('notula-kantor'),
  version: z.number().int().min(1),
});

const fileSchema = z.object({
  officeName: z.string().max(300),
  /** Without the id of the logo, which comes from its bytes. */
  settings: officeSettingsSchema.extend({
    letterhead: officeSettingsSchema.shape.letterhead.omit({ logoId: true }),
  }),
  logo: z.object({ base64: z.string() }).nullable(),
});

export interface OfficeFile {
  readonly officeName: string;
  readonly settings: OfficeSettings;
  readonly logoBase64: string | null;
}

/** The text of a file that holds all settings of an office. */
export function writeOfficeFile({ officeName, settings, logoBase64 }: OfficeFile): string {
  const { logoId: _, ...letterhead } = settings.letterhead;
  const content = {
    format: 'notula-kantor',
    version: OFFICE_FILE_VERSION,
    officeName,
    settings: { ...settings, letterhead },
    logo: logoBase64 === null ? null : { base64: logoBase64 },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

export type ParsedOfficeFile =
  | { readonly ok: true; readonly file: OfficeFile }
  | { readonly ok: false; readonly problem: OfficeFileProblem };

/** Reads such a file; its settings name no logo yet. With one bad value nothing of it is taken. */
export function parseOfficeFile(text: string): ParsedOfficeFile {
  const failed = (problem: OfficeFileProblem): ParsedOfficeFile => ({ ok: false, problem });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return failed({ type: 'no-json' });
  }
  const head = headSchema.safeParse(json);
  if (!head.success) return failed({ type: 'not-ours' });
  const { version } = head.data;
  if (version > OFFICE_FILE_VERSION) return failed({ type: 'newer', version });
  const read = fileSchema.safeParse(json);
  if (!read.success) {
    const path = read.error.issues[0]?.path.map(String) ?? [];
    if (path[0] === 'logo') return failed({ type: 'bad-logo' });
    const [first, ...rest] = path;
    return failed({ type: 'invalid', field: (first === 'settings' ? rest : path).join('.') });
  }
  const { officeName, settings, logo } = read.data;
  return {
    ok: true,
    file: {
      officeName,
      settings: { ...settings, letterhead: { ...settings.letterhead, logoId: null } },
      logoBase64: logo?.base64 ?? null,
    },
  };
}
