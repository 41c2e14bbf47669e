import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Identity } from '../../../shared/signing/certificates.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IdentityForm } from './identity-form.tsx';
import { KeyFields } from './key-fields.tsx';
import type { Role } from './role-fields.tsx';
import { RoleFields } from './role-fields.tsx';
import { SignedNotice } from './signed-notice.tsx';
import { SigningActions } from './signing-actions.tsx';
import type { SigningKey } from './use-signing-key.ts';
import type { SigningRun } from './use-signing-run.ts';

interface SigningFrameProps {
  readonly title: 'signTitle' | 'signFileTitle';
  /** Of what stands beside the key. */
  readonly partLabel: string;
  /** What is signed, and by whom. */
  readonly children: ReactNode;
  /** Who is to sign, as far as known; "" where not. */
  readonly signatory: { readonly name: string; readonly position: string };
  readonly role: Role;
  readonly onRole: (role: Role) => void;
  readonly identities: readonly Identity[];
  readonly signingKey: SigningKey;
  readonly signing: SigningRun;
  readonly onSign: () => void;
  readonly onClose: () => void;
}

/** A dialog that signs something: what and who at the left, the key at the right, then what came of it. */
export function SigningFrame(props: SigningFrameProps) {
  const { t } = useTranslation('signing');
  const [isCreating, setCreating] = useState(false);
  const { signatory, identities, signingKey, onClose } = props;
  const { isSigning, problem, signed } = props.signing;
  return (
    <Dialog
      isOpen
      onClose={() => {
        if (!isSigning) onClose();
      }}
      title={t(props.title)}
      size={signed === null ? 'large' : 'medium'}
      actions={
        <SigningActions
          isSigning={isSigning}
          isReady={signingKey.input !== null}
          isSigned={signed !== null}
          problem={problem}
          onSign={props.onSign}
          onClose={onClose}
        />
      }
    >
      {signed !== null ? (
        <SignedNotice signed={signed} />
      ) : (
        <div className="signing-columns">
          <section className="signing-part" aria-label={props.partLabel}>
            {props.children}
            <RoleFields value={props.role} onChange={props.onRole} isDisabled={isSigning} />
          </section>
          <KeyFields
            signingKey={signingKey}
            identities={identities}
            signatoryName={signatory.name}
            isDisabled={isSigning}
            onCreate={() => setCreating(true)}
          />
        </div>
      )}
      {isCreating && (
        <IdentityForm
          name={signatory.name}
          position={signatory.position}
          onClose={() => setCreating(false)}
          onCreated={(identity) => {
            setCreating(false);
            signingKey.choose({ type: 'identity', identity });
          }}
        />
      )}
    </Dialog>
  );
}
