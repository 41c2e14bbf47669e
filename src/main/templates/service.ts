import { AppError } from '../../shared/contract/errors.ts';
import type { CallResult, CallsOf, ParsedInput } from '../../shared/contract/index.ts';
import type { OfficeTemplateInfo } from '../../shared/contract/templates.ts';
import type { OrganizationId, SessionId, TemplateId } from '../../shared/ids.ts';
import { organizationIdSchema, templateIdSchema } from '../../shared/ids.ts';
import { singleLineText } from '../../shared/minutes/input-text.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import { documentKindSchema } from '../../shared/official/document-kinds.ts';
import type { TemplateCheck } from '../../shared/official/template-findings.ts';
import { templateCheckSchema } from '../../shared/official/template-findings.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { markedExample } from './example.ts';
import type { TemplateRow } from './store.ts';
import { createTemplatesStore } from './store.ts';

type TemplateCall = Extract<CallsOf<'storage'>, `templates.${string}`>;
type TemplateHandlers = {
  readonly [Name in TemplateCall]: (input: ParsedInput<Name>) => CallResult<Name>;
};

interface TemplatesServiceOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** Facts that other features own. */
  readonly isOwnOffice: (id: OrganizationId) => boolean;
  readonly hostsOf: (sessionId: SessionId) => readonly OrganizationId[];
  readonly exampleRecords: () => readonly SessionRecord[];
}

/** Of one office; each is kept whole in the archive and in every backup of it. */
const MOST_TEMPLATES = 20;
const NOTHING_FOUND: TemplateCheck = { placeholders: [], findings: [] };

function storedCheck(text: string): TemplateCheck {
  // What a newer Notula found may be of a type that this one does not know.
  const parsed = templateCheckSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : NOTHING_FOUND;
}

function infoOf(row: TemplateRow): OfficeTemplateInfo {
  const { id, organizationId, name, kind, sizeBytes, findings, addedAtMs } = row;
  const known = documentKindSchema.safeParse(kind);
  return {
    id: templateIdSchema.parse(id),
    organizationId: organizationId === null ? null : organizationIdSchema.parse(organizationId),
    name,
    kind: known.success ? known.data : 'notula',
    sizeBytes,
    check: storedCheck(findings),
    addedAtMs,
  };
}

/** The Word templates of offices, in the archive, so that they are in every backup. */
export function createTemplatesService(options: TemplatesServiceOptions): TemplateHandlers {
  const { db, clock, newId, isOwnOffice } = options;
  const store = createTemplatesStore(db);

  /** The own office is meant by null and by its organization alike. */
  const keyOf = (id: OrganizationId | null): OrganizationId | null =>
    id === null || isOwnOffice(id) ? null : id;
  const list = (id: OrganizationId | null): readonly OfficeTemplateInfo[] =>
    store.list(keyOf(id)).map(infoOf);

  function require(id: TemplateId): TemplateRow {
    const row = store.get(id);
    if (row === undefined) throw new AppError('not-found', { id });
    return row;
  }

  return {
    'templates.list': ({ organizationId }) => list(organizationId),
    'templates.forSession': ({ sessionId }) => {
      const hosts = options.hostsOf(sessionId).filter((id) => !isOwnOffice(id));
      return [null, ...new Set(hosts)].flatMap((id) => list(id));
    },
    'templates.keep': ({ organizationId, name, kind, bytes, check }) => {
      const key = keyOf(organizationId);
      if (store.list(key).length >= MOST_TEMPLATES) {
        throw new AppError('too-many-templates', { limit: MOST_TEMPLATES });
      }
      const id = newId();
      store.put({
        id,
        organizationId: key,
        name: singleLineText(name),
        kind,
        bytes,
        findings: JSON.stringify(check),
        addedAtMs: clock(),
      });
      return infoOf(require(templateIdSchema.parse(id)));
    },
    'templates.update': ({ id, name, kind }) => {
      require(id);
      store.update({ id, name: singleLineText(name), kind });
      return infoOf(require(id));
    },
    'templates.remove': ({ id }) => {
      if (!store.remove(id)) throw new AppError('not-found', { id });
    },
    'templates.read': ({ id }) => {
      const { name, kind, check } = infoOf(require(id));
      const base64 = Buffer.from(store.bytes(id) ?? []).toString('base64');
      return { name, kind, placeholders: check.placeholders, base64 };
    },
    'templates.example': () => {
      const [first] = options.exampleRecords();
      if (first === undefined) throw new AppError('examples-missing');
      return markedExample(first);
    },
  };
}
