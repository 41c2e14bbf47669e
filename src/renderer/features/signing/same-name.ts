/** Letters that titles are written with, such as "S.H.," and "Dr.", weigh nothing. */
const words = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .toLocaleLowerCase('id')
      .split(/\s+/)
      .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
      .filter((word) => word.length > 2),
  );

/**
 * Whether two names may be those of one person: certificates leave titles out, or shorten names. What
 * is told wrongly is a warning too many, never a signature refused.
 */
export function isSameName(one: string, other: string): boolean {
  const ofOne = words(one);
  const ofOther = words(other);
  const [few, many] = ofOne.size <= ofOther.size ? [ofOne, ofOther] : [ofOther, ofOne];
  if (few.size === 0) return one.trim().toLowerCase() === other.trim().toLowerCase();
  return [...few].every((word) => many.has(word));
}
