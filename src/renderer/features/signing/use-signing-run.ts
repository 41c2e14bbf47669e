import { useState } from 'react';

import type { SavedExport } from '../../../shared/contract/exports.ts';
import type { SignerInput } from '../../../shared/contract/signing.ts';
import { describeError } from '../../api/describe-error.ts';
import type { Role } from './role-fields.tsx';
import type { Signed } from './signed-notice.tsx';
import type { SigningKey } from './use-signing-key.ts';

export interface SigningRun {
  readonly isSigning: boolean;
  /** What went wrong and has no field of its own. */
  readonly problem: string | null;
  /** null until it is signed. */
  readonly signed: Signed | null;
  readonly run: (
    role: Role,
    sign: (signer: Omit<SignerInput, 'setupId'>) => Promise<SavedExport | null>,
  ) => Promise<void>;
}

/** One act of signing with an opened key; the key is forgotten once it has signed. */
export function useSigningRun(signingKey: SigningKey): SigningRun {
  const [isSigning, setSigning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [signed, setSigned] = useState<Signed | null>(null);

  const run: SigningRun['run'] = async (role, sign) => {
    const { input, opened } = signingKey;
    if (isSigning || input === null || opened === null) return;
    setSigning(true);
    setProblem(null);
    try {
      const saved = await sign({ ...input, ...role });
      if (saved !== null) {
        setSigned({ saved, signerName: opened.subjectName });
        signingKey.choose(null);
      }
    } catch (error) {
      if (!signingKey.takeFailure(error)) setProblem(describeError(error));
    } finally {
      setSigning(false);
    }
  };
  return { isSigning, problem, signed, run };
}
