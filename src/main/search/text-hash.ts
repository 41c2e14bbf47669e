/** A 53-bit hash of some texts (FNV-1a twice): tells whether words changed, not for secrets. */
export function textHash(...texts: readonly string[]): bigint {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code ^ (low >>> 15), 0x5bd1e995);
    }
    // Parts the texts: "a", "b" is not "ab", "".
    low = Math.imul(low ^ 0x10000, 0x01000193);
  }
  return (BigInt(high >>> 11) << 32n) | BigInt(low >>> 0);
}
