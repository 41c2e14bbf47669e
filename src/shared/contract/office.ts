import { z } from 'zod';

import type { StoredMediaType } from '../document/image-rules.ts';
import type { OrganizationId } from '../ids.ts';
import { organizationIdSchema, sessionIdSchema } from '../ids.ts';
import type { Session } from '../minutes/session.ts';
import type { DocumentKind } from '../official/document-kinds.ts';
import { documentKindSchema } from '../official/document-kinds.ts';
import { LARGEST_LOGO_BYTES } from '../official/logo-rules.ts';
import type { NumberToken } from '../official/number-template.ts';
import type { OfficeFileProblem } from '../official/office-file.ts';
import { LARGEST_OFFICE_FILE_LETTERS } from '../official/office-file.ts';
import type { LetterheadSettings, OfficeSettings } from '../official/office-settings.ts';
import { officeSettingsSchema } from '../official/office-settings.ts';
import type { StoredImage } from './attachments.ts';
import { call, returns } from './define.ts';

/** One office and how its documents look. */
export interface Office {
  /** null: the own office, of which no organization is known yet. */
  readonly organizationId: OrganizationId | null;
  /** "" where the own office has no name yet. */
  readonly name: string;
  readonly address: string;
  readonly isOwn: boolean;
  /** Whether it has set anything; otherwise `settings` are those that documents come with. */
  readonly isSet: boolean;
  readonly settings: OfficeSettings;
  readonly logo: StoredImage | null;
}

export type OfficeSummary = Pick<Office, 'organizationId' | 'name' | 'isOwn' | 'isSet'>;

/** A logo as documents take it. */
export interface OfficeLogo {
  readonly id: string;
  readonly mediaType: StoredMediaType;
  readonly base64: string;
}

/** What the documents of one session need beside its minutes: its facts and the offices behind it. */
export interface SessionOffices {
  readonly session: Session;
  /** The office that keeps the minutes; "" where not given. */
  readonly officeName: string;
  /** Of the office that keeps the minutes. */
  readonly settings: OfficeSettings;
  /** In the order of the session's hosts; one that has set nothing heads with its name alone. */
  readonly hostLetterheads: readonly {
    readonly name: string;
    readonly letterhead: LetterheadSettings;
  }[];
  /** What the letterheads name, each once. */
  readonly logos: readonly OfficeLogo[];
  /** Numbers that the secretary has confirmed. */
  readonly numbers: Readonly<Partial<Record<DocumentKind, string>>>;
}

export interface NumberProposal {
  readonly kind: DocumentKind;
  /** null while codes that the template asks for are not set. */
  readonly number: string | null;
  readonly missingCodes: readonly NumberToken[];
  /** The highest number used so far, as it was written; null where this is the first of its year. */
  readonly lastUsed: string | null;
}

export interface OwnNumber {
  readonly kind: DocumentKind;
  /** "" where it has none yet. */
  readonly number: string;
}

export type ReadOfficeFile =
  | {
      readonly ok: true;
      /** The office that gave it out; "" where it had no name. */
      readonly officeName: string;
      readonly settings: OfficeSettings;
      readonly logo: StoredImage | null;
    }
  | { readonly ok: false; readonly problem: OfficeFileProblem };

/** null: the own office. */
const officeIdSchema = organizationIdSchema.nullable();

export const officeCalls = {
  /** The own office first, then every organization by name. */
  'office.list': call('storage', () => z.object({}), returns<readonly OfficeSummary[]>()),
  'office.get': call(
    'storage',
    () => z.object({ organizationId: officeIdSchema }),
    returns<Office>(),
  ),
  /**
   * Keeps how an office's documents look. `name` names the own office, where it has none or another;
   * its organization is made then. Throws `invalid-input` where the own office stays without a name.
   */
  'office.update': call(
    'storage',
    () =>
      z.object({
        organizationId: officeIdSchema,
        name: z.string().max(300).optional(),
        settings: officeSettingsSchema,
      }),
    returns<Office>(),
  ),
  /** Its documents look again as they come. */
  'office.reset': call(
    'storage',
    () => z.object({ organizationId: officeIdSchema }),
    returns<Office>(),
  ),
  /** Keeps a logo that settings may then name; one that none names is forgotten after a day. */
  'office.addLogo': call(
    'storage',
    () =>
      z.object({
        bytes: z
          .instanceof(Uint8Array)
          .refine(({ byteLength }) => byteLength > 0 && byteLength <= LARGEST_LOGO_BYTES),
      }),
    returns<StoredImage>(),
  ),
  /** All of an office's settings, its logo among them, as the text of a file for other computers. */
  'office.exportFile': call(
    'storage',
    () => z.object({ organizationId: officeIdSchema }),
    returns<{ readonly fileName: string; readonly text: string }>(),
  ),
  /** Checks such a file. Nothing is changed by it but that its logo is there to be named. */
  'office.readFile': call(
    'storage',
    () => z.object({ text: z.string().max(LARGEST_OFFICE_FILE_LETTERS) }),
    returns<ReadOfficeFile>(),
  ),
  'office.forSession': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<SessionOffices>(),
  ),
  /** The documents of a session that are numbered for themselves, beside the session's own number. */
  'office.ownNumbers': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<readonly OwnNumber[]>(),
  ),
  /** An empty number takes it away. Throws `session-final`. */
  'office.setNumber': call(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        kind: documentKindSchema,
        number: z.string().max(200),
      }),
    returns<void>(),
  ),
  /**
   * The next numbers by the own office's templates, never assigned by themselves: for one kind, or
   * for those that print the session's own number where `kind` is null.
   */
  'office.proposeNumbers': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema, kind: documentKindSchema.nullable() }),
    returns<readonly NumberProposal[]>(),
  ),
};
