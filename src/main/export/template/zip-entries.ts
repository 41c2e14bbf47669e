import { AppError } from '../../../shared/contract/errors.ts';
import type { ZipFault } from '../../opc/zip.ts';
import { inflated, readZip, ZipError } from '../../opc/zip.ts';

/** Larger than any office's template; what a reader may be asked to hold. */
export const LARGEST_TEMPLATE_BYTES = 20 * 1024 * 1024;
const LIMITS = {
  largestBytes: LARGEST_TEMPLATE_BYTES,
  largestInflatedBytes: 60 * 1024 * 1024,
  mostEntries: 2000,
} as const;

const CODES = {
  broken: 'template-broken',
  'too-large': 'template-too-large',
  encrypted: 'template-encrypted',
  unsafe: 'template-unsafe',
} as const satisfies Record<ZipFault, string>;

/**
 * The files of a template that a stranger gave us, in their order. Throws `template-broken`,
 * `template-too-large`, `template-encrypted`, `template-unsafe`.
 */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  try {
    return new Map(readZip(bytes, LIMITS).map((entry) => [entry.name, inflated(entry)]));
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const details = error.fault === 'broken' ? { reason: error.message } : {};
    throw new AppError(CODES[error.fault], details, { cause: error });
  }
}
