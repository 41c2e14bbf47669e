import { AppError } from '../../shared/contract/errors.ts';
import { inputFailure } from '../../shared/contract/input-failure.ts';
import type { SessionChanges } from '../../shared/contract/sessions.ts';
import { sessionChangesSchema } from '../../shared/contract/sessions.ts';
import { multiLineText, singleLineText } from '../../shared/minutes/input-text.ts';
import type { SessionFields } from '../../shared/minutes/session.ts';

const SINGLE_LINE = ['kind', 'title', 'documentNumber', 'place', 'link'] as const;
const SEVERAL_LINES = ['theme', 'purpose', 'invitation'] as const;

export const EMPTY_FIELDS: SessionFields = {
  kind: '',
  title: '',
  theme: '',
  purpose: '',
  documentNumber: '',
  invitation: '',
  mode: null,
  place: '',
  link: '',
  zone: 'WIB',
  access: null,
  confidentiality: null,
  seriesNumber: null,
  quorum: null,
};

/**
 * Checks what was entered and cleans its texts. Throws `text-too-long` with the field and its limit
 * (nothing is ever cut), or `invalid-input`.
 */
export function acceptedChanges(entered: SessionChanges): SessionChanges {
  const cleaned: SessionChanges = { ...entered };
  for (const field of SINGLE_LINE) {
    const text = entered[field];
    if (text !== undefined) cleaned[field] = singleLineText(text);
  }
  for (const field of SEVERAL_LINES) {
    const text = entered[field];
    if (text !== undefined) cleaned[field] = multiLineText(text);
  }
  if (entered.seriesTitle !== undefined) cleaned.seriesTitle = singleLineText(entered.seriesTitle);
  if (entered.hosts !== undefined) {
    cleaned.hosts = entered.hosts.map((host) =>
      'name' in host ? { name: singleLineText(host.name) } : host,
    );
  }

  const parsed = sessionChangesSchema.safeParse(cleaned);
  if (!parsed.success) throw inputFailure(parsed.error);
  const dayIds = (parsed.data.days ?? []).map((day) => day.id);
  if (new Set(dayIds).size !== dayIds.length)
    throw new AppError('invalid-input', { field: 'days' });
  return parsed.data;
}

/** The fields of a session after a change; what the change does not name stays. */
export function changedFields<Fields extends SessionFields>(
  fields: Fields,
  changes: SessionChanges,
): Fields {
  const { days: _days, hosts: _hosts, seriesTitle: _seriesTitle, ...changed } = changes;
  const known = Object.fromEntries(
    Object.entries(changed).filter(([, value]) => value !== undefined),
  ) as Partial<SessionFields>;
  return { ...fields, ...known };
}
