import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Group, Input, Label, NumberField } from 'react-aria-components';

import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import type { DocumentOptions } from '../../../shared/official/document-options.ts';
import { MOST_BLANK_ROWS } from '../../../shared/official/document-options.ts';
import { Checkbox } from '../../ui/checkbox.tsx';

interface DocumentOptionFieldsProps {
  readonly kind: DocumentKind;
  readonly options: DocumentOptions;
  /** Photos beside the minutes. */
  readonly photoCount: number;
  readonly onChange: (options: DocumentOptions) => void;
}

/** Which documents may end with the photos, and by which choice. */
const PHOTO_PARTS: Partial<Readonly<Record<DocumentKind, keyof DocumentOptions['photos']>>> = {
  laporan: 'inReport',
  notula: 'inMinutes',
  notulen: 'inMinutes',
};

/** What can be chosen for a document of that kind; most leave nothing to choose. */
export function DocumentOptionFields({
  kind,
  options,
  photoCount,
  onChange,
}: DocumentOptionFieldsProps) {
  const { t } = useTranslation('export');
  const { blankAttendance, photos } = options;
  const photoPart = PHOTO_PARTS[kind];
  if (photoPart !== undefined && photoCount > 0) {
    return (
      <div className="export-options">
        <Checkbox
          isSelected={photos[photoPart]}
          onChange={(isShown) =>
            onChange({ ...options, photos: { ...photos, [photoPart]: isShown } })
          }
        >
          {t('photoPages', { count: photoCount })}
        </Checkbox>
      </div>
    );
  }
  if (kind !== 'daftar-hadir' && kind !== 'daftar-hadir-kosong') return null;
  const changeBlank = (changes: Partial<DocumentOptions['blankAttendance']>): void =>
    onChange({ ...options, blankAttendance: { ...blankAttendance, ...changes } });
  return (
    <div className="export-options">
      {kind === 'daftar-hadir-kosong' && (
        <>
          <NumberField
            className="field export-rows"
            value={blankAttendance.rowCount}
            minValue={1}
            maxValue={MOST_BLANK_ROWS}
            onChange={(rowCount) => {
              // Emptied: what was there stays until there is a number again.
              if (!Number.isNaN(rowCount)) changeBlank({ rowCount });
            }}
          >
            <Label className="field-label">{t('rowCount')}</Label>
            <Group className="field-group">
              <Input className="field-input" />
              <Button slot="decrement" className="field-button">
                <Minus size={14} aria-hidden />
              </Button>
              <Button slot="increment" className="field-button">
                <Plus size={14} aria-hidden />
              </Button>
            </Group>
          </NumberField>
          <Checkbox
            isSelected={blankAttendance.hasNames}
            onChange={(hasNames) => changeBlank({ hasNames })}
          >
            {t('hasNames')}
          </Checkbox>
        </>
      )}
      <PhoneColumnField options={options} onChange={onChange} />
    </div>
  );
}

/** Whether attendance lists tell telephone numbers. */
export function PhoneColumnField({
  options,
  onChange,
}: Pick<DocumentOptionFieldsProps, 'options' | 'onChange'>) {
  const { t } = useTranslation('export');
  return (
    <Checkbox
      isSelected={options.hasPhoneColumn}
      onChange={(hasPhoneColumn) => onChange({ ...options, hasPhoneColumn })}
    >
      {t('hasPhoneColumn')}
    </Checkbox>
  );
}
