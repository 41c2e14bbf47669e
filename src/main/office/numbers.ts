import { AppError } from '../../shared/contract/errors.ts';
import type { NumberProposal } from '../../shared/contract/office.ts';
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
      if (wanted !== null && kind !== wanted) return [];
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

  return {
    propose,
    of: (sessionId: SessionId): Readonly<Partial<Record<DocumentKind, string>>> =>
      Object.fromEntries(
        store.numbers(sessionId).flatMap(({ kind, number }) => {
          // Of a kind that a newer Notula knows, this one prints nothing.
          const known = documentKindSchema.safeParse(kind);
          return known.success ? [[known.data, number]] : [];
        }),
      ),
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
