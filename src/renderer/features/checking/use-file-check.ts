import { useRef, useState } from 'react';

import { LARGEST_CHECKED_BYTES } from '../../../shared/contract/checking.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { FileReport } from '../../../shared/signing/verification.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';

export type FileCheckState =
  | { readonly type: 'idle'; readonly problem: string | null }
  /** `file` is null while the system asks for one, and for one that it gave. */
  | { readonly type: 'checking'; readonly file: File | null }
  | { readonly type: 'checked'; readonly report: FileReport };

export interface FileCheck {
  readonly state: FileCheckState;
  readonly choose: () => void;
  readonly check: (file: File) => void;
  /** Back to the beginning; what is still being checked is not waited for. */
  readonly cancel: () => void;
  readonly refuse: (problem: string) => void;
  /** The certificate is trusted from now on: the report says so without another check. */
  readonly markTrusted: (sha256: string) => void;
}

const START: FileCheckState = { type: 'idle', problem: null };

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > LARGEST_CHECKED_BYTES) throw new AppError('check-too-large');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.byteLength > 0) return bytes;
  } catch {
    // A folder, or a file that went away while it was dragged.
  }
  throw new AppError('check-not-docx');
}

/** The check of one file after the other, chosen or dropped. */
export function useFileCheck(): FileCheck {
  const [state, setState] = useState(START);
  // What comes back after the user has gone on is not about what is shown.
  const attempt = useRef(0);

  const run = async (file: File | null, work: () => Promise<FileReport | null>): Promise<void> => {
    const before = state.type === 'checking' ? START : state;
    attempt.current += 1;
    const own = attempt.current;
    setState({ type: 'checking', file });
    let next: FileCheckState;
    try {
      const report = await work();
      next = report === null ? before : { type: 'checked', report };
    } catch (error) {
      next = { type: 'idle', problem: describeError(error) };
    }
    if (own === attempt.current) setState(next);
  };

  return {
    state,
    choose: () => void run(null, () => api('checking.chooseFile', {})),
    check: (file) =>
      void run(file, async () =>
        api('checking.file', { fileName: file.name.slice(0, 300), bytes: await bytesOf(file) }),
      ),
    cancel() {
      attempt.current += 1;
      setState(START);
    },
    refuse(problem) {
      attempt.current += 1;
      setState({ type: 'idle', problem });
    },
    markTrusted: (sha256) =>
      setState((now) => {
        if (now.type !== 'checked') return now;
        const signatures = now.report.signatures.map((signature) =>
          signature.certificate?.sha256 === sha256
            ? { ...signature, trust: 'trusted' as const }
            : signature,
        );
        return { type: 'checked', report: { ...now.report, signatures } };
      }),
  };
}
