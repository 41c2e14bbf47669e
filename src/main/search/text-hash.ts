/** A 32-bit hash of some texts (FNV-1a): tells whether words changed, not for secrets. */
export function textHash(...texts: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    // Parts the texts: "a", "b" is not "ab", "".
    hash = Math.imul(hash ^ 0x10000, 0x01000193);
  }
  return hash;
}
