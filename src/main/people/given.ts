/** Fields of which some are not given; an explicit `undefined` also means "not given". */
export type Given<Fields> = { readonly [Key in keyof Fields]?: Fields[Key] | undefined };

/** Without the fields that are not given, so that spreading the rest never blanks a value. */
export function given<Fields extends object>(changes: Given<Fields>): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
}
