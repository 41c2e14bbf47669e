import type { z } from 'zod';

/** Which part of the main process answers a call. */
export type CallOwner = 'main' | 'storage' | 'search';

declare const outputBrand: unique symbol;
export interface Output<T> {
  readonly [outputBrand]?: T;
}

export interface Call<Owner extends CallOwner, Input extends z.ZodType, Result> {
  readonly owner: Owner;
  readonly input: Input;
  readonly output: Output<Result>;
  /** Whether only the main process makes it: the window's is refused. */
  readonly isInternal: boolean;
}

/** States the type of a call's answer; it exists only for the compiler. */
export function returns<T>(): Output<T> {
  return {};
}

/**
 * Declares one call: who answers it, the schema its input must pass, the type of its answer. The
 * schema is made when the first such call comes: making all of them would delay every start.
 */
export function call<Owner extends CallOwner, Input extends z.ZodType, Result>(
  owner: Owner,
  input: () => Input,
  output: Output<Result>,
): Call<Owner, Input, Result> {
  let made: Input | null = null;
  return {
    owner,
    get input() {
      made ??= input();
      return made;
    },
    output,
    isInternal: false,
  };
}

/** Declares a call that the main process makes of a worker and that the window cannot make. */
export function internalCall<Owner extends CallOwner, Input extends z.ZodType, Result>(
  owner: Owner,
  input: () => Input,
  output: Output<Result>,
): Call<Owner, Input, Result> {
  const declared = call(owner, input, output);
  // The getter must stay one: spreading would make every schema at the start.
  return Object.defineProperty(declared, 'isInternal', { value: true, enumerable: true });
}
