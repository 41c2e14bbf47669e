import { useTranslation } from 'react-i18next';

import type { OfficeSettings } from '../../../shared/official/office-settings.ts';
import { LETTERHEAD_RULES } from '../../../shared/official/office-settings.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { LetterheadLines } from './letterhead-lines.tsx';
import { LetterheadPreview } from './letterhead-preview.tsx';
import { LogoField } from './logo-field.tsx';
import type { OfficePart } from './part.ts';

type Letterhead = OfficeSettings['letterhead'];

interface LetterheadTabProps extends OfficePart {
  readonly name: string;
  readonly address: string;
}

/** The head of the first page: lines, logo and rule, as they will be printed. */
export function LetterheadTab({ settings, set, name, address }: LetterheadTabProps) {
  const { t } = useTranslation('office');
  const { letterhead } = settings;
  const change = (changes: Partial<Letterhead>): void =>
    set({ letterhead: { ...letterhead, ...changes } });

  return (
    <>
      <LetterheadPreview settings={settings} name={name} />
      <LetterheadLines
        lines={letterhead.lines}
        name={name}
        address={address}
        onChange={(lines) => change({ lines: [...lines] })}
      />
      <div className="office-row">
        <LogoField logoId={letterhead.logoId} onChange={(logoId) => change({ logoId })} />
        <NumberField
          className="office-measure"
          label={t('logoHeight')}
          value={letterhead.logoHeightMm / 10}
          min={0.8}
          max={4.5}
          step={0.1}
          onChange={(heightCm) => change({ logoHeightMm: Math.round(heightCm * 10) })}
        />
        <Select<Letterhead['rule']>
          className="office-rule"
          label={t('rule')}
          options={LETTERHEAD_RULES.map((value) => ({ value, label: t(`rule_${value}`) }))}
          value={letterhead.rule}
          onChange={(rule) => change({ rule })}
        />
      </div>
      <Checkbox
        isSelected={settings.hasSharedLetterhead}
        onChange={(hasSharedLetterhead) => set({ hasSharedLetterhead })}
      >
        {t('shared')}
      </Checkbox>
    </>
  );
}
