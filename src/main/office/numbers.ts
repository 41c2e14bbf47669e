import { AppError } from '../../shared/contract/errors.ts';
import type { NumberProposal, OwnNumber, SessionOffices } from '../../shared/contract/office.ts';
import type { SessionId } from '../../shared/ids.ts';
import { dateOn } from '../../shared/minutes/dates.ts';
import { singleLineText } from '../../shared/minutes/input-text.ts';
import type { Session } from '../../shared/minutes/session.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS, documentKindSchema } from '../../shared/official/document-kinds.ts';
import {
  missingCodes,
  nextNumber,
  readNumberTemplate,
} from '../../shared/official/number-template.ts';
import type { OfficeSettings } from '../../shared/official/office-settings.ts';
import type { OfficeStore } from './store.ts';

/** These print the number of the session, unless they have one of their own. */
const MAIN_KINDS: readonly DocumentKind[] = ['notula', 'notulen', 'risalah', 'berita-acara'];

/** What the numbers of one session come from. */
type NumberedBy = Pick<SessionOffices, 'numbers' | 'settings'>;

interface NumbersOptions {
  readonly store: OfficeStore;
  readonly clock: () => number;
  readonly session: (id: SessionId) => Session;
  /** Of the own office: it is the one that numbers. */
  readonly settings: () => OfficeSettings;
}

/** The numbers of documents: what was confirmed, and what could come next. */
export function createNumbers({ store, clock, session, settings }: NumbersOptions) {
  function propose(sessionId: SessionId, wanted: DocumentKind | null): readonly NumberProposal[] {
    const { days, zone } = session(sessionId);
    const { numberTemplates, numberCodes: codes } = settings();
    const isoDate = days.find(({ date }) => date !== null)?.date ?? dateOn(clock(), zone);
    const used = store.usedNumbers(sessionId, wanted ?? '');
    return DOCUMENT_KINDS.flatMap((kind): NumberProposal[] => {
      if (wanted === null ? !MAIN_KINDS.includes(kind) : kind !== wanted) return [];
      const read = readNumberTemplate(numberTemplates[kind] ?? '');
      if (!read.ok) return [];
      const facts = { kind, codes, isoDate };
      const missing = missingCodes(read.parts, facts);
      if (missing.length > 0) {
        return [{ kind, number: null, missingCodes: missing, lastUsed: null }];
      }
      return [{ kind, missingCodes: [], ...nextNumber(read.parts, facts, used) }];
    });
  }

  const of = (sessionId: SessionId): Readonly<Partial<Record<DocumentKind, string>>> =>
    Object.fromEntries(
      store.numbers(sessionId).flatMap(({ kind, number }) => {
        // Of a kind that a newer Notula knows, this one prints nothing.
        const known = documentKindSchema.safeParse(kind);
        return known.success ? [[known.data, number]] : [];
      }),
    );

  return {
    propose,
    of,
    /** The documents that are numbered for themselves, each with its number if it has one. */
    ownNumbers({
      numbers: given,
      settings: { numberTemplates },
    }: NumberedBy): readonly OwnNumber[] {
      const isNumbered = (kind: DocumentKind): boolean =>
        readNumberTemplate(numberTemplates[kind] ?? '').ok;
      // Where only one of them is numbered, it is the one that the session's number is for.
      const hasSeveral = MAIN_KINDS.filter(isNumbered).length > 1;
      return DOCUMENT_KINDS.filter(
        (kind) =>
          given[kind] !== undefined ||
          (isNumbered(kind) && (hasSeveral || !MAIN_KINDS.includes(kind))),
      ).map((kind) => ({ kind, number: given[kind] ?? '' }));
    },
    /** Throws `not-found` and `session-final`. */
    set: (sessionId: SessionId, kind: DocumentKind, number: string): void => {
      const status = store.sessionStatus(sessionId);
      if (status === undefined) throw new AppError('not-found', { sessionId });
      if (status === 'final') throw new AppError('session-final');
      const kept = singleLineText(number);
      if (kept === '') store.removeNumber(sessionId, kind);
      else store.putNumber(sessionId, kind, kept);
    },
  };
}
