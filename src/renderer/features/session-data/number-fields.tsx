import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { Session } from '../../../shared/minutes/session.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { AutoTextField } from './auto-text-field.tsx';
import { ProposedNumber } from './proposed-number.tsx';
import type { SaveSession } from './use-save-session.ts';
import './number-fields.css';

interface NumberFieldsProps {
  readonly session: Session;
  readonly save: SaveSession;
  readonly isReadOnly: boolean;
}

/** The number of the session, and those of documents that the office numbers for themselves. */
export function NumberFields({ session, save, isReadOnly }: NumberFieldsProps) {
  const { t } = useTranslation('session-data');
  const queries = useQueryClient();
  const { id } = session;
  const queryKey = ['office', 'own-numbers', id];
  const own = useQuery({
    queryKey,
    queryFn: () => api('office.ownNumbers', { sessionId: id }),
    staleTime: 0,
  });

  async function saveOwn(kind: DocumentKind, number: string): Promise<string | null> {
    try {
      await api('office.setNumber', { sessionId: id, kind, number });
    } catch (error) {
      return describeError(error);
    }
    await queries.invalidateQueries({ queryKey });
    return null;
  }

  const main = (documentNumber: string) => save(() => ({ documentNumber }));
  return (
    <>
      <NumberField
        session={session}
        kind={null}
        label={t('documentNumber')}
        stored={session.documentNumber}
        isReadOnly={isReadOnly}
        save={main}
      />
      {(own.data ?? []).map(({ kind, number }) => (
        <NumberField
          key={kind}
          session={session}
          kind={kind}
          label={t('numberOf', { document: DOCUMENT_NAMES[kind] })}
          stored={number}
          isReadOnly={isReadOnly}
          save={(text) => saveOwn(kind, text)}
        />
      ))}
    </>
  );
}

interface NumberFieldProps {
  readonly session: Session;
  /** null: the session's own number. */
  readonly kind: DocumentKind | null;
  readonly label: string;
  readonly stored: string;
  readonly isReadOnly: boolean;
  readonly save: (text: string) => Promise<string | null>;
}

function NumberField({ session, kind, label, stored, isReadOnly, save }: NumberFieldProps) {
  return (
    <div className="session-wide session-number">
      <AutoTextField label={label} stored={stored} isReadOnly={isReadOnly} save={save} />
      {!isReadOnly && (
        <ProposedNumber
          sessionId={session.id}
          kind={kind}
          label={label}
          stored={stored}
          save={save}
        />
      )}
    </div>
  );
}
