import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

import type { YearCount } from '../../../shared/contract/about.ts';
import { countWords } from './dates.ts';

/** A year, "tanpa" for sessions without a date, or null for all. */
export type ChosenYear = string | null;

const ALL = 'semua';

/** "2024 (12)", or what stands for the sessions of no year. */
export function useYearText(): (count: YearCount) => string {
  const { t, i18n } = useTranslation('about');
  return ({ year, count }) => {
    const total = countWords(count, i18n.language);
    return year === null ? t('noYear', { total }) : t('year', { year, total });
  };
}

interface YearChoiceProps {
  readonly counts: readonly YearCount[];
  readonly chosen: ChosenYear;
  readonly onChoose: (year: ChosenYear) => void;
}

/** Narrows a list to one year; nothing where there is one alone. */
export function YearChoice({ counts, chosen, onChoose }: YearChoiceProps) {
  const { t } = useTranslation('about');
  const text = useYearText();
  if (counts.length < 2) return null;
  return (
    <ToggleButtonGroup
      className="about-years"
      aria-label={t('years')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen ?? ALL]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        onChoose(key === undefined || key === ALL ? null : String(key));
      }}
    >
      <ToggleButton id={ALL} className="about-year">
        {t('allYears')}
      </ToggleButton>
      {counts.map((count) => (
        <ToggleButton key={count.year} id={count.year ?? 'tanpa'} className="about-year">
          {text(count)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
