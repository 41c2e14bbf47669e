import i18next from 'i18next';

import { AppError } from '../../shared/contract/errors.ts';
import { fieldName } from './field-names.ts';

/** The sentence for a failure in the user's language, with what to do next. */
export function describeError(error: unknown): string {
  if (!(error instanceof AppError)) return i18next.t('errors:internal');
  const { code, details } = error;
  const name = fieldName(String(details['field'] ?? ''), i18next.language === 'en' ? 'en' : 'id');
  const isNamed = code === 'text-too-long' && name !== null;
  return i18next.t(`errors:${code}${isNamed ? '_named' : ''}`, { ...details, field: name ?? '' });
}
