import i18next from 'i18next';

import { AppError } from '../../shared/contract/errors.ts';

/** The sentence for a failure in the user's language, with what to do next. */
export function describeError(error: unknown): string {
  return error instanceof AppError
    ? i18next.t(`errors:${error.code}`, error.details)
    : i18next.t('errors:internal');
}
