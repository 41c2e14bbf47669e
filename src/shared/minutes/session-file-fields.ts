import { z } from 'zod';

import type { TypedForm } from './typed-forms.ts';
import { readDate, readEndTime, readTimeOfDay } from './typed-forms.ts';

/** A field in which any form counts that a secretary may type, with a message where none fits. */
function typedField(read: (text: string) => TypedForm<string>, thing: string, example: string) {
  return z.string().transform((typed, context) => {
    const form = read(typed);
    switch (form.type) {
      case 'empty':
        return null;
      case 'understood':
        return form.value;
      case 'not-understood': {
        const shown = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed;
        const messages = {
          form: `"${shown}" bukan ${thing}; tulislah seperti ${example}`,
          'no-such-day': `tanggal "${shown}" tidak ada di kalender`,
          'other-weekday': `hari pada "${shown}" tidak cocok dengan tanggalnya`,
        };
        context.addIssue(messages[form.reason]);
        return z.NEVER;
      }
    }
  });
}

/** "2025-02-18" or "18.2.2025", as an ISO date. */
export const fileDateSchema = typedField(readDate, 'tanggal', '2025-02-18');

/** "09.00", "9:00" or "pukul 09.00", as "HH:MM". */
export const fileTimeSchema = typedField(readTimeOfDay, 'jam', '09.00');

/** The end of a day: a time, or "selesai". */
export const fileEndSchema = typedField(readEndTime, 'jam selesai', '12.00 atau selesai');
