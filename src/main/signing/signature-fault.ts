import type { BrokenReason } from './types.ts';

/** Why one signature cannot be believed; the others of its package are checked all the same. */
export class SignatureFault extends Error {
  readonly reason: BrokenReason;

  constructor(reason: BrokenReason, detail: string) {
    super(detail);
    this.name = 'SignatureFault';
    this.reason = reason;
  }
}
