import { z } from 'zod';

import type { OrganizationId, TemplateId } from '../ids.ts';
import { organizationIdSchema, sessionIdSchema, templateIdSchema } from '../ids.ts';
import type { SessionRecord } from '../minutes/record.ts';
import type { DocumentKind } from '../official/document-kinds.ts';
import { documentKindSchema } from '../official/document-kinds.ts';
import { documentOptionsSchema } from '../official/document-options.ts';
import { knownPlaceholder } from '../official/placeholders.ts';
import type { TemplateCheck } from '../official/template-findings.ts';
import { templateCheckSchema } from '../official/template-findings.ts';
import { call, returns } from './define.ts';
import type { SavedExport } from './exports.ts';

export const LONGEST_TEMPLATE_NAME = 120;

/** A Word template of an office. */
export interface OfficeTemplateInfo {
  readonly id: TemplateId;
  /** null: of the own office. */
  readonly organizationId: OrganizationId | null;
  readonly name: string;
  /** The document that it stands for: its number and its signatures are used. */
  readonly kind: DocumentKind;
  readonly sizeBytes: number;
  readonly check: TemplateCheck;
  readonly addedAtMs: number;
}

/** A template as it is filled. */
export interface StoredTemplate {
  readonly name: string;
  readonly kind: DocumentKind;
  /** Names of the known placeholders in it. */
  readonly placeholders: readonly string[];
  readonly base64: string;
}

/** null: the own office. */
const office = { organizationId: organizationIdSchema.nullable() };
const template = { id: templateIdSchema };
const named = {
  name: z.string().trim().min(1).max(LONGEST_TEMPLATE_NAME),
  kind: documentKindSchema,
};

export const templateCalls = {
  'templates.list': call(
    'storage',
    () => z.object(office),
    returns<readonly OfficeTemplateInfo[]>(),
  ),
  /** Those of the own office first, then those of the session's hosts. */
  'templates.forSession': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<readonly OfficeTemplateInfo[]>(),
  ),
  /**
   * Asks for a file, checks it apart from the app and keeps it; null where the user cancelled. Throws
   * a `template-…` code where it cannot be used; then nothing is kept.
   */
  'templates.add': call('main', () => z.object(office), returns<OfficeTemplateInfo | null>()),
  /** Keeps a template that was checked. Throws `too-many-templates`. */
  'templates.keep': call(
    'storage',
    () =>
      z.object({
        ...office,
        ...named,
        bytes: z.instanceof(Uint8Array),
        check: templateCheckSchema,
      }),
    returns<OfficeTemplateInfo>(),
  ),
  'templates.update': call(
    'storage',
    () => z.object({ ...template, ...named }),
    returns<OfficeTemplateInfo>(),
  ),
  'templates.remove': call('storage', () => z.object(template), returns<void>()),
  'templates.read': call('storage', () => z.object(template), returns<StoredTemplate>()),
  /** A session of the examples, plainly marked as one, to try a template on. */
  'templates.example': call('storage', () => z.object({}), returns<SessionRecord>()),
  /** Asks for a place and writes the template there, filled with the example. */
  'templates.trial': call('main', () => z.object(template), returns<SavedExport | null>()),
  /** Asks for a place and writes the template there, filled with a session. */
  'templates.export': call(
    'main',
    () => z.object({ ...template, sessionId: sessionIdSchema, options: documentOptionsSchema }),
    returns<SavedExport | null>(),
  ),
  /** Asks for a place and writes a template there to begin with. */
  'templates.saveStarter': call('main', () => z.object({}), returns<SavedExport | null>()),
  /** Puts a placeholder with its braces on the clipboard, which the window cannot reach. */
  'templates.copyPlaceholder': call(
    'main',
    () => z.object({ name: z.string().refine((name) => knownPlaceholder(name) !== null) }),
    returns<void>(),
  ),
};
