import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Mark } from '../../../shared/contract/marks.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type { Signatory } from '../../../shared/official/signatories.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { MarkDialog } from './mark-dialog.tsx';
import { MarkImage } from './mark-image.tsx';
import { markAt, marksQuery, signatoriesQuery } from './marks-query.ts';
import './marks.css';

export interface SignatoriesDialogProps {
  readonly session: Session;
  /** The document whose signatures are shown first. */
  readonly kind: DocumentKind;
  readonly onClose: () => void;
}

/** These are signed before or while the meeting goes on; all others for what stands in its minutes. */
const SIGNED_BEFORE_END: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'undangan',
  'daftar-hadir-kosong',
  'daftar-hadir',
]);

/** The signatures under one document: drawn or taken from a picture, or left to be made by hand. */
export function SignatoriesDialog({ session, kind: first, onClose }: SignatoriesDialogProps) {
  const { t } = useTranslation('marks');
  const signatories = useQuery(signatoriesQuery(session.id));
  const marks = useQuery(marksQuery(session.id));
  const [kind, setKind] = useState(first);
  const [signing, setSigning] = useState<Signatory | null>(null);
  const problem = signatories.error ?? marks.error;

  const all = signatories.data ?? [];
  const signable = DOCUMENT_KINDS.filter((each) => all.some((one) => one.kind === each));
  const shownKind = signable.includes(kind) ? kind : (signable[0] ?? kind);
  const shown = all.filter((one) => one.kind === shownKind);
  const markOf = ({ kind: of, blockIndex }: Signatory): Mark | undefined =>
    markAt(marks.data ?? [], { type: 'signatory', kind: of, blockIndex });

  if (signing !== null) {
    const present = markOf(signing);
    return (
      <MarkDialog
        sessionId={session.id}
        target={{ type: 'signatory', kind: signing.kind, blockIndex: signing.blockIndex }}
        name={signing.name}
        place={t('placeDocument', {
          document: DOCUMENT_NAMES[signing.kind],
          capacity: signing.capacity || signing.position,
        })}
        present={present}
        isForOther={present !== undefined && present.signerKey !== signing.key}
        onClose={() => setSigning(null)}
      />
    );
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('documentsTitle')}
      size="medium"
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      {problem && (
        <Notice tone="danger" role="alert">
          {describeError(problem)}
        </Notice>
      )}
      <Select
        label={t('document')}
        value={shownKind}
        onChange={setKind}
        options={signable.map((each) => ({ value: each, label: DOCUMENT_NAMES[each] }))}
      />
      <p className="mark-hint">{t('documentsHint')}</p>
      {session.status !== 'final' && !SIGNED_BEFORE_END.has(shownKind) && (
        <Notice tone="warning">{t('notFinal')}</Notice>
      )}
      <ul className="mark-signatories">
        {shown.map((one) => (
          <SignatoryRow
            key={one.blockIndex}
            signatory={one}
            mark={markOf(one)}
            onSign={() => setSigning(one)}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface SignatoryRowProps {
  readonly signatory: Signatory;
  readonly mark: Mark | undefined;
  readonly onSign: () => void;
}

function SignatoryRow({ signatory, mark, onSign }: SignatoryRowProps) {
  const { t } = useTranslation('marks');
  const { name, capacity, position, key } = signatory;
  const isForOther = mark !== undefined && mark.signerKey !== key;
  return (
    <li className="mark-signatory">
      <div className="mark-signatory-who">
        <span className="mark-signatory-name">{name || t('nobody')}</span>
        <span className="mark-signatory-capacity">
          {[capacity, position].filter(Boolean).join(' · ')}
        </span>
        {isForOther && (
          <span className="mark-problem">{t('forOther', { name: mark.signerName })}</span>
        )}
      </div>
      {mark === undefined ? (
        <span className="mark-wet">{t('wet')}</span>
      ) : (
        <MarkImage id={mark.id} alt={t('presentAlt', { name: mark.signerName })} />
      )}
      <Button
        onPress={onSign}
        aria-label={t(mark === undefined ? 'signFor' : 'changeFor', {
          name: name || capacity || position,
        })}
      >
        {t(mark === undefined ? 'sign' : 'change')}
      </Button>
    </li>
  );
}
