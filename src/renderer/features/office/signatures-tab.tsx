import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type {
  SignatureSetting,
  SignaturesSetting,
} from '../../../shared/official/office-settings.ts';
import { DEFAULT_SIGNATURES, signatureSetting } from '../../../shared/official/office-settings.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { OfficePart } from './part.ts';
import { SignatureForm } from './signature-form.tsx';

const MOST_BLOCKS = 3;
const SIDES = ['kiri', 'kanan'] as const;

/** Who signs each document, where, and in whose name. */
export function SignaturesTab({ settings, set }: OfficePart) {
  const { t } = useTranslation('office');
  const [kind, setKind] = useState<DocumentKind>('notula');
  const own = settings.signatures[kind];
  const setting = own ?? DEFAULT_SIGNATURES[kind];
  const { blocks, side } = setting;

  const change = (changes: Partial<SignaturesSetting>): void =>
    set({ signatures: { ...settings.signatures, [kind]: { ...setting, ...changes } } });
  const setBlock = (at: number, changes: Partial<SignatureSetting>): void =>
    change({
      blocks: blocks.map((block, index) => {
        if (index === at) return { ...block, ...changes };
        // Only one stands under the others.
        return changes.isAcknowledging === true ? { ...block, isAcknowledging: false } : block;
      }),
    });
  const reset = (): void => {
    const { [kind]: _, ...others } = settings.signatures;
    set({ signatures: others });
  };
  const useForAll = (): void => {
    set({ signatures: Object.fromEntries(DOCUMENT_KINDS.map((each) => [each, setting])) });
    showToast({ tone: 'info', text: t('signaturesAllDone') });
  };
  const isAlone = blocks.filter((block) => !block.isAcknowledging).length <= 1;

  return (
    <>
      <div className="office-row">
        <Select<DocumentKind>
          className="office-choice"
          label={t('document')}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_NAMES[value] }))}
          value={kind}
          onChange={setKind}
        />
        {isAlone && (
          <Select<SignaturesSetting['side']>
            className="office-measure"
            label={t('side')}
            options={SIDES.map((value) => ({ value, label: t(`side_${value}`) }))}
            value={side}
            onChange={(chosen) => change({ side: chosen })}
          />
        )}
        <div className="office-buttons office-at-end">
          <Button onPress={useForAll}>{t('signaturesAll')}</Button>
          <Button isDisabled={own === undefined} onPress={reset}>
            {t('signaturesReset')}
          </Button>
        </div>
      </div>
      <p className="field-help">
        {own === undefined && `${t('signaturesUsual')} `}
        {blocks.length > 1 && t('signaturesHelp')}
      </p>
      <div className="office-blocks">
        {blocks.map((block, index) => (
          <SignatureForm
            // oxlint-disable-next-line react/no-array-index-key -- a block is nothing but its place
            key={`${kind}-${index}`}
            number={index + 1}
            block={block}
            onChange={(changes) => setBlock(index, changes)}
            onRemove={
              blocks.length === 1
                ? null
                : () => change({ blocks: blocks.filter((_, at) => at !== index) })
            }
          />
        ))}
      </div>
      {blocks.length < MOST_BLOCKS && (
        <div className="office-buttons">
          <Button onPress={() => change({ blocks: [...blocks, signatureSetting()] })}>
            {t('addBlock')}
          </Button>
        </div>
      )}
    </>
  );
}
