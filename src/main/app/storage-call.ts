import type { CallName, CallResult, ParsedInput } from '../../shared/contract/index.ts';

/** Asks the storage worker; throws the AppError with which it answers. */
export type StorageCall = <Name extends CallName>(
  name: Name,
  input: ParsedInput<Name>,
) => Promise<CallResult<Name>>;
