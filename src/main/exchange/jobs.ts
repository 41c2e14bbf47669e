import type { SealedEnvelope } from '../../shared/contract/envelope.ts';
import type { ReadExchange } from '../../shared/exchange/session-exchange.ts';

/** Writes one session as JSON. */
export interface WriteSessionJob {
  readonly type: 'write-session';
  /** As the storage worker answered: see CarriedInput. */
  readonly exchange: SealedEnvelope;
  readonly targetPath: string;
  readonly mayReplace: boolean;
  /** Tells its temporary file from all others, for whoever has to clean up. */
  readonly mark: string;
}

/** Reads and checks a file that may hold anything. */
export interface ReadSessionJob {
  readonly type: 'read-session';
  readonly path: string;
}

export type ExchangeJob = WriteSessionJob | ReadSessionJob;
export type ExchangeJobResult = ReadExchange | null;
