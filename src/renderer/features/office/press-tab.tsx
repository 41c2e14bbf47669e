import { useTranslation } from 'react-i18next';

import { TextField } from '../../ui/text-field.tsx';
import type { OfficePart } from './part.ts';

/** What press releases say of the office. */
export function PressTab({ settings, set }: OfficePart) {
  const { t } = useTranslation('office');
  const { town, press } = settings;
  return (
    <div className="office-stack office-narrow">
      <TextField
        label={t('town')}
        description={t('townHelp')}
        maxLength={100}
        value={town}
        onChange={(typed) => set({ town: typed })}
      />
      <TextField
        label={t('credit')}
        placeholder={t('creditHint')}
        maxLength={200}
        value={press.credit}
        onChange={(credit) => set({ press: { ...press, credit } })}
      />
      <TextField
        label={t('contact')}
        placeholder={t('contactHint')}
        maxLength={300}
        value={press.contact}
        onChange={(contact) => set({ press: { ...press, contact } })}
      />
    </div>
  );
}
