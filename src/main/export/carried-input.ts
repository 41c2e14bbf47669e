import type { SealedEnvelope } from '../../shared/contract/envelope.ts';
import { answerIn, sealEnvelope } from '../../shared/contract/envelope.ts';
import type { DocumentMark } from '../../shared/contract/marks.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import type { DocumentInput } from './document-input.ts';

/**
 * The input of a document on its way to the job: the record and the signatures are still the text in
 * which the storage worker answered, so that the main thread, which only hands them on, has no work
 * that grows with the minutes.
 */
export interface CarriedInput extends Omit<DocumentInput, 'record' | 'marks'> {
  readonly record: SealedEnvelope;
  readonly marks: SealedEnvelope;
}

/** A job that makes something of a document's input, as it is sent. */
export type Carried<Job extends { readonly input: DocumentInput }> = Omit<Job, 'input'> & {
  readonly input: CarriedInput;
};

/** A record that is there already, as one that was just read. */
export const sealRecord = (record: SessionRecord): SealedEnvelope =>
  sealEnvelope({ ok: true, value: record });

/** Nobody has signed. */
export const NO_MARKS: SealedEnvelope = sealEnvelope({ ok: true, value: [] });

/** The input as it was meant. Throws the AppError with which record or signatures could not be read. */
export function openInput(input: CarriedInput): DocumentInput {
  // Sealed by `marks.forDocuments` or NO_MARKS, which answer with nothing else.
  const marks = answerIn(input.marks) as readonly DocumentMark[];
  return {
    ...input,
    // Sealed by `documents.record` or `sealRecord`, likewise.
    record: answerIn(input.record) as SessionRecord,
    marks: marks.map(({ base64, ...mark }) => ({ ...mark, bytes: Buffer.from(base64, 'base64') })),
  };
}
