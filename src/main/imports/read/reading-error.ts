import type { Refusal } from '../../../shared/imports/reading.ts';
import { PackageError } from '../../opc/package.ts';
import { XmlError } from '../../opc/xml.ts';
import { ZipError } from '../../opc/zip.ts';

/** A file of which nothing can be taken in. */
export class ReadingError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'ReadingError';
    this.refusal = refusal;
  }
}

/** Why a file is refused whose reader failed. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof ReadingError) return error.refusal;
  if (error instanceof ZipError || error instanceof PackageError) {
    if (error.fault === 'not-a-package') return 'unknown-type';
    return error.fault === 'unsafe' ? 'broken' : error.fault;
  }
  // XML that is unsafe either declares entities or is made to keep its reader busy.
  if (error instanceof XmlError) return error.isUnsafe ? 'too-large' : 'broken';
  return 'broken';
}
