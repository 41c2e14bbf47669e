import { useTranslation } from 'react-i18next';

import type { SessionDay } from '../../../shared/minutes/session.ts';

/** "Hari 1 · Sabtu, 20 Juli 2024", or without the date where nobody knows it. */
export function useDayLabel(): (day: SessionDay, index: number) => string {
  const { t, i18n } = useTranslation('marks');
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeZone: 'UTC' });
  return ({ date }, index) =>
    [t('dayShort', { n: index + 1 }), date && format.format(Date.parse(date))]
      .filter(Boolean)
      .join(' · ');
}
