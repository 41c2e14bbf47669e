const UNITS = [
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'KB'],
] as const;

/** A size as people say it: "840 KB", "12,4 MB", "1,3 GB". */
export function sizeWords(sizeBytes: number, language: string): string {
  const [unitBytes, unit] = UNITS.find(([bytes]) => sizeBytes >= bytes) ?? ([1e3, 'KB'] as const);
  const value = Math.max(sizeBytes / unitBytes, 1);
  const digits = unit !== 'KB' && value < 100 ? 1 : 0;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} ${unit}`;
}
