import { z } from 'zod';

function isCalendarDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year);
  return (
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');

/** "2025-02-18" or "18.2.2025", as an ISO date. */
export const fileDateSchema = z.string().transform((typed, context) => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed.trim());
  const written = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(typed.trim());
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : written
      ? [written[3], written[2], written[1]]
      : [];
  const [year, month, day] = parts.map(Number);
  if (year === undefined || month === undefined || day === undefined) {
    context.addIssue(`"${typed}" bukan tanggal; tulislah seperti 2025-02-18`);
    return z.NEVER;
  }
  if (!isCalendarDate(year, month, day)) {
    context.addIssue(`tanggal "${typed}" tidak ada di kalender`);
    return z.NEVER;
  }
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
});

/** "09.00", "9:00" or "pukul 09.00", as "HH:MM". */
export const fileTimeSchema = z.string().transform((typed, context) => {
  const match = /^(?:pukul\s+)?(\d{1,2})[.:](\d{2})$/i.exec(typed.trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  if (match && hour < 24 && minute < 60) return `${pad(hour)}:${pad(minute)}`;
  context.addIssue(`"${typed}" bukan jam; tulislah seperti 09.00`);
  return z.NEVER;
});

/** The end of a day: a time, or "selesai". */
export const fileEndSchema = z
  .string()
  .transform((typed) => (/^\s*selesai\s*$/i.test(typed) ? 'selesai' : typed))
  .pipe(z.union([z.literal('selesai'), fileTimeSchema], { error: unionMessage }));

/** The message of the alternative that looked at the value; "salah satu" says nothing to a reader. */
function unionMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  return (issue.errors as z.core.$ZodIssue[][]).flat().find((inner) => inner.code === 'custom')
    ?.message;
}
