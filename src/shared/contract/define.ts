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
  };
}
