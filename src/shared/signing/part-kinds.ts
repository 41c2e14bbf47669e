/** What a part of a Word file is to people. */
export const PART_KINDS = [
  'body',
  'header',
  'footer',
  'notes',
  'comments',
  'image',
  'embedded',
  'macro',
  'styles',
  'settings',
  'properties',
  'data',
  'relationships',
  'content-types',
  'signature',
  'other',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** Names are compared without regard to capital letters (ECMA-376-2, 6.2.2.3). */
const PATTERNS: readonly (readonly [PartKind, RegExp])[] = [
  ['content-types', /^\[content_types\]\.xml$/i],
  ['signature', /^_xmlsignatures\//i],
  ['relationships', /\.rels$/i],
  ['body', /^word\/document\.xml$/i],
  ['header', /^word\/header\d*\.xml$/i],
  ['footer', /^word\/footer\d*\.xml$/i],
  ['notes', /^word\/(?:foot|end)notes\.xml$/i],
  ['comments', /^word\/(?:comments\w*|people)\.xml$/i],
  ['image', /^word\/media\//i],
  ['macro', /^word\/vba/i],
  ['embedded', /^word\/(?:embeddings|activex|charts|diagrams)\//i],
  ['styles', /^word\/(?:styles\w*|numbering|fonttable|theme\/.*|fonts\/.*)(?:\.xml)?$/i],
  ['settings', /^word\/(?:settings|websettings)\.xml$/i],
  ['properties', /^docprops\//i],
  ['data', /^customxml\//i],
];

/** The slash that part names begin with tells people nothing. */
const bareName = (name: string): string => name.replace(/^\//, '');

/** Of a part's name in the package, with or without the slash that it begins with there. */
export function kindOfPart(name: string): PartKind {
  const bare = bareName(name);
  return PATTERNS.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'other';
}

export interface PartGroup {
  readonly kind: PartKind;
  /** As they stand in the ZIP file. */
  readonly names: readonly string[];
}

/** The parts by kind: what readers see comes first, each kind in the order of its names. */
export function groupParts(names: readonly string[]): readonly PartGroup[] {
  const byName = new Intl.Collator('en', { numeric: true });
  return PART_KINDS.flatMap((kind) => {
    const own = names.filter((name) => kindOfPart(name) === kind).map(bareName);
    return own.length === 0 ? [] : [{ kind, names: own.toSorted(byName.compare) }];
  });
}
