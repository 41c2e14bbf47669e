import type { SealedEnvelope } from '../../shared/contract/envelope.ts';
import { answerIn, sealEnvelope } from '../../shared/contract/envelope.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import type { DocumentInput } from './document-input.ts';

/**
 * The input of a document on its way to the job: the record is still the text in which the storage
 * worker answered, so that the main thread, which only hands it on, has no work that grows with the
 * minutes.
 */
export interface CarriedInput extends Omit<DocumentInput, 'record'> {
  readonly record: SealedEnvelope;
}

/** A job that makes something of a document's input, as it is sent. */
export type Carried<Job extends { readonly input: DocumentInput }> = Omit<Job, 'input'> & {
  readonly input: CarriedInput;
};

/** A record that is there already, as one that was just read. */
export const sealRecord = (record: SessionRecord): SealedEnvelope =>
  sealEnvelope({ ok: true, value: record });

/** The input as it was meant. Throws the AppError with which the record could not be read. */
export function openInput(input: CarriedInput): DocumentInput {
  // Sealed by `documents.record` or `sealRecord`, which answer with nothing else.
  return { ...input, record: answerIn(input.record) as SessionRecord };
}
