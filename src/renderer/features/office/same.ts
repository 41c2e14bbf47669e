/** A value as text with its keys in one order, whatever order they were set in. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Whether two parts of settings say the same. */
export const isSame = (a: unknown, b: unknown): boolean => ordered(a) === ordered(b);
