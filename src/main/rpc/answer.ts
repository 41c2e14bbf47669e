import { openInput } from '../../shared/contract/envelope.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Envelope } from '../../shared/contract/errors.ts';
import { contract } from '../../shared/contract/index.ts';
import type { CallName, CallOwner, Handlers } from '../../shared/contract/index.ts';
import { inputFailure } from '../../shared/contract/input-failure.ts';

type AnyHandler = (input: unknown) => unknown;

/** Turns an unexpected failure (a database's, a file system's) into one a user can act on. */
export type ErrorMapper = (error: unknown) => AppError | null;

export interface AnswerOptions {
  readonly mapError: ErrorMapper;
  readonly logError: (name: string, error: unknown) => void;
}

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

type Parsed =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly failure: AppError };

function parse(name: CallName, input: unknown): Parsed {
  try {
    const parsed = contract[name].input.safeParse(openInput(input));
    return parsed.success ? parsed : { success: false, failure: inputFailure(parsed.error) };
  } catch (error) {
    // Nested so deep that it cannot be read.
    const reason = error instanceof Error ? error.name : '';
    return { success: false, failure: new AppError('invalid-input', { reason }) };
  }
}

/**
 * Parses the input of one call, runs its handler and wraps the outcome. Never throws: what is not
 * an AppError is logged with its stack and leaves as `internal`.
 */
export async function answer<Owner extends CallOwner>(
  handlers: Handlers<Owner>,
  name: unknown,
  input: unknown,
  options: AnswerOptions,
): Promise<Envelope<unknown>> {
  if (!isCallName(name) || !Object.hasOwn(handlers, name)) {
    return { ok: false, code: 'invalid-input', details: { call: String(name).slice(0, 80) } };
  }
  const parsed = parse(name, input);
  if (!parsed.success) {
    const { code, details } = parsed.failure;
    return { ok: false, code, details };
  }
  try {
    // The type of `Handlers` ties this handler to this schema; indexing by a union loses the tie.
    const handler = handlers[name as keyof Handlers<Owner>] as AnyHandler;
    return { ok: true, value: await handler(parsed.data) };
  } catch (error) {
    const known = error instanceof AppError ? error : options.mapError(error);
    if (known === null || known.cause !== undefined) options.logError(name, error);
    return known === null
      ? { ok: false, code: 'internal', details: {} }
      : { ok: false, code: known.code, details: known.details };
  }
}
