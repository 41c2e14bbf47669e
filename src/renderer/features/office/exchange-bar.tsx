import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { OfficeFileProblem } from '../../../shared/official/office-file.ts';
import {
  LARGEST_OFFICE_FILE_LETTERS,
  OFFICE_FILE_SUFFIX,
} from '../../../shared/official/office-file.ts';
import type { OfficeSettings } from '../../../shared/official/office-settings.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../../shared/official/office-settings.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { saveTextFile } from '../../ui/save-file.ts';
import { showToast } from '../../ui/toast.tsx';
import { isSame } from './same.ts';
import type { OfficeDraft } from './use-office-draft.ts';

const PARTS = Object.keys(DEFAULT_OFFICE_SETTINGS) as readonly (keyof OfficeSettings)[];

type Outcome =
  | {
      readonly type: 'read';
      readonly fileName: string;
      readonly officeName: string;
      readonly settings: OfficeSettings;
    }
  | {
      readonly type: 'bad';
      readonly fileName: string;
      readonly problem: OfficeFileProblem | { readonly type: 'large' };
    };

async function readFile(file: File): Promise<Outcome> {
  const fileName = file.name;
  const bad = (problem: Extract<Outcome, { type: 'bad' }>['problem']): Outcome => ({
    type: 'bad',
    fileName,
    problem,
  });
  // A letter has up to four bytes, though nearly all of such a file are plain ones.
  if (file.size > LARGEST_OFFICE_FILE_LETTERS * 2) return bad({ type: 'large' });
  const text = await file.text();
  if (text.length > LARGEST_OFFICE_FILE_LETTERS) return bad({ type: 'large' });
  const read = await api('office.readFile', { text });
  if (!read.ok) return bad(read.problem);
  return { type: 'read', fileName, officeName: read.officeName, settings: read.settings };
}

/** Gives the settings out as a file for other computers, and takes such a file in. */
export function ExchangeBar({ draft }: { readonly draft: OfficeDraft }) {
  const { t } = useTranslation('office');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const close = (): void => setOutcome(null);
  const fail = (error: unknown): void => {
    showToast({ tone: 'error', text: describeError(error) });
  };

  /** A place in the file by what people call the part: "Halaman (page.paper)". */
  const fieldOf = (path: string): string => {
    const part = PARTS.find((name) => name === path.split('.')[0]);
    return part === undefined ? path : `${t(`part_${part}`)} (${path})`;
  };

  async function give(): Promise<void> {
    if (draft.isChanged) {
      showToast({ tone: 'info', text: t('exportUnsaved') });
      return;
    }
    const { organizationId } = draft.office;
    const { fileName, text } = await api('office.exportFile', { organizationId });
    saveTextFile(fileName, text, 'application/json');
  }

  return (
    <div className="office-buttons office-at-end">
      <FileTrigger
        acceptedFileTypes={[OFFICE_FILE_SUFFIX, '.json']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) readFile(file).then(setOutcome, fail);
        }}
      >
        <Button>{t('importFile')}</Button>
      </FileTrigger>
      <Button onPress={() => void give().catch(fail)}>{t('exportFile')}</Button>
      {outcome?.type === 'bad' && (
        <Dialog
          isOpen
          onClose={close}
          role="alertdialog"
          size="small"
          title={t('importRefused', { file: outcome.fileName })}
          actions={
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only answer there is
            <Button autoFocus onPress={close}>
              {t('close')}
            </Button>
          }
        >
          <p>
            {t(`file_${outcome.problem.type}`, {
              field: outcome.problem.type === 'invalid' ? fieldOf(outcome.problem.field) : '',
            })}
          </p>
          <p>{t('importNothingChanged')}</p>
        </Dialog>
      )}
      {outcome?.type === 'read' && (
        <ImportDialog
          outcome={outcome}
          present={draft.settings}
          onClose={close}
          onTake={() => {
            draft.set(outcome.settings);
            close();
            showToast({ tone: 'info', text: t('imported') });
          }}
        />
      )}
    </div>
  );
}

interface ImportDialogProps {
  readonly outcome: Extract<Outcome, { type: 'read' }>;
  readonly present: OfficeSettings;
  readonly onClose: () => void;
  readonly onTake: () => void;
}

/** Says what a file would change, and asks. */
function ImportDialog({ outcome, present, onClose, onTake }: ImportDialogProps) {
  const { t, i18n } = useTranslation('office');
  const { fileName, officeName, settings } = outcome;
  const decimal = new Intl.NumberFormat(i18n.language === 'en' ? 'en-US' : 'id-ID');
  const changed = PARTS.filter((key) => !isSame(settings[key], present[key]));
  const detail = (key: keyof OfficeSettings): string => {
    const { letterhead, page } = settings;
    switch (key) {
      case 'letterhead':
        return letterhead.lines.map(({ text }) => text).join(' · ') || t('changeEmpty');
      case 'page': {
        const margins = [page.topMm, page.rightMm, page.bottomMm, page.leftMm];
        const inCm = margins.map((length) => decimal.format(length / 10)).join(' · ');
        return `${page.paper}, ${page.font} ${page.fontSizePt}, ${t('margins')} ${inCm}`;
      }
      case 'fileNamePattern':
      case 'town':
        return settings[key] || t('changeEmpty');
      case 'hasSharedLetterhead':
      case 'footer':
      case 'signatures':
      case 'numberTemplates':
      case 'numberCodes':
      case 'press':
        return '';
    }
  };
  const changeOf = (key: keyof OfficeSettings): string => {
    const text = detail(key);
    return text === '' ? t(`part_${key}`) : `${t(`part_${key}`)}: ${text}`;
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={t('importTitle', { file: fileName })}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={changed.length === 0} onPress={onTake}>
            {t('importTake')}
          </Button>
        </>
      }
    >
      {officeName !== '' && <p>{t('importFrom', { name: officeName })}</p>}
      <p>{t(changed.length === 0 ? 'importSame' : 'importChanges')}</p>
      {changed.length > 0 && (
        <>
          <ul className="office-changes">
            {changed.map((key) => (
              <li key={key}>{changeOf(key)}</li>
            ))}
          </ul>
          <p>{t('importThen')}</p>
        </>
      )}
    </Dialog>
  );
}
