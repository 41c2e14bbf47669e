import { X } from 'lucide-react';
import { Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { SignatureSetting } from '../../../shared/official/office-settings.ts';
import { SIGNERS } from '../../../shared/official/office-settings.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

type TextKey = 'name' | 'nip' | 'rank' | 'capacity' | 'position' | 'onBehalfOf';

const LONGEST: Readonly<Record<TextKey, number>> = {
  name: 200,
  nip: 40,
  rank: 100,
  capacity: 200,
  position: 300,
  onBehalfOf: 300,
};

interface SignatureFormProps {
  readonly number: number;
  readonly block: SignatureSetting;
  readonly onChange: (changes: Partial<SignatureSetting>) => void;
  /** null where a document needs this one. */
  readonly onRemove: (() => void) | null;
}

/** One block of signature: who, in what capacity, in whose name. */
export function SignatureForm({ number, block, onChange, onRemove }: SignatureFormProps) {
  const { t } = useTranslation('office');
  const heading = t('block', { number: String(number) });
  const text = (key: TextKey) => ({
    maxLength: LONGEST[key],
    value: block[key],
    onChange: (typed: string) => onChange({ [key]: typed }),
  });

  return (
    <Group className="office-block" aria-label={heading}>
      <div className="office-block-top">
        <h3 className="office-heading">{heading}</h3>
        {onRemove !== null && (
          <Button
            isIcon
            variant="quiet"
            aria-label={t('removeBlock', { number: String(number) })}
            onPress={onRemove}
          >
            <X size={16} aria-hidden />
          </Button>
        )}
      </div>
      <Select<SignatureSetting['signer']>
        label={t('signer')}
        options={SIGNERS.map((value) => ({ value, label: t(`signer_${value}`) }))}
        value={block.signer}
        onChange={(signer) => onChange({ signer })}
      />
      {block.signer === 'tertentu' && (
        <>
          <TextField label={t('signerName')} {...text('name')} />
          <TextField label={t('signerNip')} {...text('nip')} />
          <TextField label={t('signerRank')} {...text('rank')} />
        </>
      )}
      <TextField label={t('capacity')} placeholder={t('capacityHint')} {...text('capacity')} />
      <TextField
        label={t('position')}
        {...(block.signer === 'tertentu' ? {} : { placeholder: t('positionHint') })}
        {...text('position')}
      />
      <Select<SignatureSetting['onBehalf'] | 'none'>
        label={t('onBehalf')}
        options={[
          { value: 'none', label: t('onBehalf_none') },
          { value: 'a.n.', label: 'a.n.' },
          { value: 'u.b.', label: 'u.b.' },
        ]}
        value={block.onBehalf === '' ? 'none' : block.onBehalf}
        onChange={(chosen) => onChange({ onBehalf: chosen === 'none' ? '' : chosen })}
      />
      {block.onBehalf !== '' && (
        <TextField
          label={t('onBehalfOf')}
          placeholder={t('onBehalfOfHint')}
          {...text('onBehalfOf')}
        />
      )}
      <Checkbox isSelected={block.hasNip} onChange={(hasNip) => onChange({ hasNip })}>
        {t('hasNip')}
      </Checkbox>
      <Checkbox
        isSelected={block.isAcknowledging}
        onChange={(isAcknowledging) => onChange({ isAcknowledging })}
      >
        {t('acknowledging')}
      </Checkbox>
    </Group>
  );
}
