import type { CheckedSignature, FileReport } from './verification.ts';

/**
 * What the check of a file comes to, in one word. The first that fits counts: what speaks against a
 * file is never hidden by what speaks for it.
 */
export const VERDICTS = [
  /** No digital signature. */
  'unsigned',
  /** A signature does not belong to its certificate. */
  'forged',
  /** What was signed is no longer so. */
  'changed',
  /** A signature cannot be checked. */
  'unreadable',
  /** What was signed is as it was; something beside it is covered by no signature. */
  'partly',
  /** As it was signed, but with a certificate that was not in force then. */
  'not-in-force',
  /** As it was signed; who signed is not known here. */
  'unknown-signer',
  /** As it was signed, by people whose certificates the office trusts. */
  'valid',
] as const;
export type Verdict = (typeof VERDICTS)[number];

type Judged = {
  readonly signatures: readonly Pick<CheckedSignature, 'result' | 'wasInForce' | 'trust'>[];
} & Pick<FileReport, 'uncoveredParts'>;

export function verdictOf({ signatures, uncoveredParts }: Judged): Verdict {
  if (signatures.length === 0) return 'unsigned';
  const worst = (['forged', 'changed', 'unreadable'] as const).find((wanted) =>
    signatures.some(({ result }) => result === wanted),
  );
  if (worst !== undefined) return worst;
  if (uncoveredParts.length > 0) return 'partly';
  if (signatures.some(({ wasInForce }) => wasInForce === false)) return 'not-in-force';
  return signatures.every(({ trust }) => trust === 'trusted') ? 'valid' : 'unknown-signer';
}
