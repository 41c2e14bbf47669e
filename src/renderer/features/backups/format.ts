/** A size as people say it: "840 KB", "12,4 MB". */
export function formatSize(sizeBytes: number, locale: string): string {
  const [value, unit] =
    sizeBytes < 1_000_000 ? [sizeBytes / 1000, 'KB'] : [sizeBytes / 1_000_000, 'MB'];
  const digits = unit === 'MB' && value < 100 ? 1 : 0;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  return `${number.format(Math.max(value, 1))} ${unit}`;
}

/** Date and time on this computer's clock, to the second: two backups may share a minute. */
export function formatMoment(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(atMs);
}

export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : 'id-ID');
