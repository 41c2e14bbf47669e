import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { OfficeSummary } from '../../../shared/contract/office.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../../shared/official/office-settings.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ExchangeBar } from './exchange-bar.tsx';
import { LetterheadTab } from './letterhead-tab.tsx';
import { NumbersTab } from './numbers-tab.tsx';
import { PageTab } from './page-tab.tsx';
import { PressTab } from './press-tab.tsx';
import { SignaturesTab } from './signatures-tab.tsx';
import { hasProblem } from './problems.ts';
import { useOfficeDraft } from './use-office-draft.ts';
import './office.css';

/** Stands for the own office among the choices, whether it has an organization yet or not. */
const OWN = 'own';
const keyOf = ({ isOwn, organizationId }: Pick<OfficeSummary, 'isOwn' | 'organizationId'>) =>
  isOwn || organizationId === null ? OWN : organizationId;

/** How the documents of an office look: set once, kept with the archive. */
export function OfficeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('office');
  const draft = useOfficeDraft();
  const [isTried, setTried] = useState(false);
  /** What waits for the answer whether changes may go. */
  const [leaving, setLeaving] = useState<(() => void) | null>(null);

  if (draft === null) {
    return (
      <Dialog isOpen onClose={onClose} title={t('title')} size="large">
        <p className="page-loading">{t('loading')}</p>
      </Dialog>
    );
  }

  const { office, settings, set } = draft;
  const leave = (go: () => void): void => {
    if (draft.isChanged) setLeaving(() => go);
    else go();
  };
  const isNameMissing = office.isOwn && draft.name.trim() === '';
  const save = async (): Promise<void> => {
    setTried(true);
    if (isNameMissing || hasProblem(settings)) return;
    if (!(await draft.save())) return;
    showToast({ tone: 'success', text: t('saved') });
    onClose();
  };
  const label = ({ isOwn, name }: OfficeSummary): string => {
    if (!isOwn) return name;
    return name === '' ? t('officeOwnUnnamed') : t('officeOwn', { name });
  };
  const part = { settings, set };

  return (
    <Dialog
      isOpen
      onClose={() => leave(onClose)}
      title={t('title')}
      size="large"
      actions={
        <>
          <Button
            variant="quiet"
            className="office-reset"
            onPress={() => set(DEFAULT_OFFICE_SETTINGS)}
          >
            {t('reset')}
          </Button>
          <Button onPress={() => leave(onClose)}>{t('close')}</Button>
          <Button variant="primary" isDisabled={!draft.isChanged} onPress={() => void save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="office-top">
        <Select
          className="office-choice"
          label={t('office')}
          options={draft.offices.map((one) => ({ value: keyOf(one), label: label(one) }))}
          value={keyOf(office)}
          onChange={(key) => {
            const chosen = draft.offices.find((one) => keyOf(one) === key);
            if (chosen && key !== keyOf(office)) {
              leave(() => draft.choose(chosen.isOwn ? null : chosen.organizationId));
            }
          }}
        />
        <ExchangeBar draft={draft} />
      </div>
      {office.isOwn && office.name === '' && (
        <TextField
          label={t('officeName')}
          description={t('officeNameHelp')}
          value={draft.name}
          error={isTried && isNameMissing ? t('officeNameMissing') : null}
          onChange={draft.setName}
        />
      )}
      <p className="field-help">{t(office.isOwn ? 'intro' : 'introOther')}</p>
      <Tabs
        label={t('title')}
        tabs={[
          {
            id: 'head',
            title: t('tabHead'),
            content: () => <LetterheadTab {...part} name={draft.name} address={office.address} />,
          },
          { id: 'page', title: t('tabPage'), content: () => <PageTab {...part} /> },
          {
            id: 'signatures',
            title: t('tabSignatures'),
            content: () => <SignaturesTab {...part} />,
          },
          {
            id: 'numbers',
            title: t('tabNumbers'),
            content: () => <NumbersTab {...part} officeName={draft.name} />,
          },
          { id: 'press', title: t('tabPress'), content: () => <PressTab {...part} /> },
        ]}
      />
      {isTried && hasProblem(settings) && (
        <p role="alert" className="field-error">
          {t('patternsWrong')}
        </p>
      )}
      {draft.problem !== null && (
        <p role="alert" className="field-error">
          {draft.problem}
        </p>
      )}
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t('unsavedTitle')}
        confirmLabel={t('discard')}
        cancelLabel={t('keep')}
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          setLeaving(null);
          leaving?.();
        }}
      >
        {t('unsavedText')}
      </ConfirmDialog>
    </Dialog>
  );
}
