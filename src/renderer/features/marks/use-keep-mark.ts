import { useState } from 'react';

import { AppError } from '../../../shared/contract/errors.ts';
import type { MarkTarget } from '../../../shared/contract/marks.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { useMarksChanged } from './marks-query.ts';

/** The image of a signature that was just made, and of what. */
export interface MadeMark {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly method: 'drawn' | 'image';
  /** Of the picture that it was made from; null where it was drawn. */
  readonly sourceSha256: string | null;
}

interface KeepMark {
  readonly isBusy: boolean;
  /** Why it was not kept; "" where nothing failed. */
  readonly problem: string;
  /** Whose signature has the same image; null where nobody is asked. */
  readonly usedBy: string | null;
  /** true once it is kept; false where it failed or something is asked first. */
  readonly keep: (made: MadeMark) => Promise<boolean>;
  /** The signer agreed that the image is used once more. */
  readonly keepAgain: () => Promise<boolean>;
  readonly dropQuestion: () => void;
}

/** Keeps a signature, and asks where its image belongs to another act of signing. */
export function useKeepMark(sessionId: SessionId, target: MarkTarget): KeepMark {
  const changed = useMarksChanged(sessionId);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [asked, setAsked] = useState<{ readonly made: MadeMark; readonly name: string } | null>(
    null,
  );

  const put = async (made: MadeMark, mayReuse: boolean): Promise<boolean> => {
    setBusy(true);
    setProblem('');
    setAsked(null);
    try {
      await api('marks.add', { sessionId, target, ...made, mayReuse });
      changed();
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'mark-used-before') {
        setAsked({ made, name: String(error.details['name'] ?? '') });
      } else setProblem(describeError(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    problem,
    usedBy: asked?.name ?? null,
    keep: (made) => put(made, false),
    keepAgain: async () => asked !== null && put(asked.made, true),
    dropQuestion: () => setAsked(null),
  };
}
