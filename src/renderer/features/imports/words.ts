/** A size as people say it: "840 KB", "12,4 MB". */
export function sizeWords(sizeBytes: number, language: string): string {
  const [value, unit] =
    sizeBytes < 1_000_000 ? [sizeBytes / 1000, 'KB'] : [sizeBytes / 1_000_000, 'MB'];
  const digits = unit === 'MB' && value < 100 ? 1 : 0;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  return `${number.format(Math.max(value, 1))} ${unit}`;
}

export function momentWords(atMs: number, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(atMs);
}

/** The last part of a path, whichever system it comes from. */
export const lastPart = (path: string): string => path.split(/[\\/]/).findLast(Boolean) ?? path;
