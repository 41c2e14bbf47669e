const byCodeUnits = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

/**
 * The one text that a JSON value has by RFC 8785: members sorted by the UTF-16 units of their names,
 * nothing between them, numbers and strings as ECMAScript writes them. Members that are undefined are
 * left out. Half a surrogate pair, which the RFC refuses, is written as its escape: a damaged letter
 * must not keep minutes from being closed. Throws for what is no JSON.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(byCodeUnits)
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  const isJson =
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value));
  if (!isJson) throw new TypeError(`not JSON: ${typeof value}`);
  return JSON.stringify(value);
}
