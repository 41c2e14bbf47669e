import { useRef, useState } from 'react';

import type { AppErrorCode } from '../../../shared/contract/errors.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ChosenFile, SignerInput } from '../../../shared/contract/signing.ts';
import type { CertificateFacts, Identity } from '../../../shared/signing/certificates.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { isSameName } from './same-name.ts';

export type KeyChoice =
  | { readonly type: 'identity'; readonly identity: Identity }
  | ({ readonly type: 'file' } & ChosenFile);

interface KeyProblem {
  /** Which field it stands under. */
  readonly place: 'key' | 'passphrase';
  readonly text: string;
}

interface KeyState {
  readonly choice: KeyChoice | null;
  readonly passphrase: string;
  /** What was opened with this passphrase; null: nothing yet. */
  readonly opened: CertificateFacts | null;
  readonly problem: KeyProblem | null;
  readonly isOpening: boolean;
}

export interface SigningKey extends KeyState {
  readonly choose: (choice: KeyChoice | null) => void;
  readonly chooseFile: () => Promise<void>;
  readonly setPassphrase: (passphrase: string) => void;
  readonly open: () => Promise<void>;
  /** Takes a failure of signing that is about the key; false where it is about something else. */
  readonly takeFailure: (error: unknown) => boolean;
  /** null while no key is open. */
  readonly input: Pick<SignerInput, 'key' | 'passphrase'> | null;
}

const CLOSED: KeyState = {
  choice: null,
  passphrase: '',
  opened: null,
  problem: null,
  isOpening: false,
};

const KEY_CODES: ReadonlySet<AppErrorCode> = new Set<AppErrorCode>([
  'key-damaged',
  'key-missing',
  'key-weak',
  'key-unsupported',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-broken',
]);

function placeOf(error: unknown): KeyProblem['place'] | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === 'key-wrong-passphrase') return 'passphrase';
  return KEY_CODES.has(error.code) ? 'key' : null;
}

const sourceOf = (choice: KeyChoice): SignerInput['key'] =>
  choice.type === 'identity'
    ? { type: 'identity', id: choice.identity.id }
    : { type: 'file', file: choice.file };

/** The identity in somebody's name; any other is for the user to choose. */
export function identityOf(identities: readonly Identity[], holder: string): KeyChoice | null {
  const identity = identities.find(({ name }) => isSameName(name, holder));
  return identity === undefined ? null : { type: 'identity', identity };
}

/** A key that is chosen and opened with its passphrase, which is forgotten with the dialog. */
export function useSigningKey(first: KeyChoice | null): SigningKey {
  const [state, setState] = useState({ ...CLOSED, choice: first });
  // What comes back after the user has gone on is not about what is shown.
  const attempt = useRef(0);

  const choose: SigningKey['choose'] = (choice) => {
    attempt.current += 1;
    setState({ ...CLOSED, choice });
  };

  return {
    ...state,
    choose,
    async chooseFile() {
      try {
        const chosen = await api('signing.chooseKey', {});
        if (chosen !== null) choose({ type: 'file', ...chosen });
      } catch (error) {
        setState((now) => ({ ...now, problem: { place: 'key', text: describeError(error) } }));
      }
    },
    setPassphrase(passphrase) {
      attempt.current += 1;
      setState((now) => ({ ...CLOSED, choice: now.choice, passphrase }));
    },
    async open() {
      const { choice, passphrase } = state;
      if (choice === null || state.isOpening) return;
      attempt.current += 1;
      const own = attempt.current;
      setState({ ...CLOSED, choice, passphrase, isOpening: true });
      try {
        const opened = await api('signing.openKey', { key: sourceOf(choice), passphrase });
        if (own === attempt.current) setState({ ...CLOSED, choice, passphrase, opened });
      } catch (error) {
        if (own !== attempt.current) return;
        const problem: KeyProblem = {
          place: placeOf(error) ?? 'key',
          text: describeError(error),
        };
        setState({ ...CLOSED, choice, passphrase, problem });
      }
    },
    takeFailure(error) {
      const place = placeOf(error);
      if (place === null) return false;
      const problem: KeyProblem = { place, text: describeError(error) };
      setState((now) => ({ ...now, opened: null, problem }));
      return true;
    },
    input:
      state.choice === null || state.opened === null
        ? null
        : { key: sourceOf(state.choice), passphrase: state.passphrase },
  };
}
