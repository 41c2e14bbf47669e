import { Group } from 'react-aria-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { dateOn } from '../../../shared/minutes/dates.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import {
  FILE_NAME_TOKENS,
  documentFileName,
  fileNamePatternProblem,
} from '../../../shared/official/file-name-pattern.ts';
import type { NumberToken } from '../../../shared/official/number-template.ts';
import {
  NUMBER_TOKENS,
  missingCodes,
  readNumberTemplate,
  renderNumber,
} from '../../../shared/official/number-template.ts';
import type { OfficeSettings } from '../../../shared/official/office-settings.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { OfficePart } from './part.ts';

/** Attendance lists and the list of follow-ups go with another document and bear no number. */
const NUMBERED_KINDS = [
  'undangan',
  'notula',
  'notulen',
  'risalah',
  'berita-acara',
  'laporan',
  'siaran-pers',
] as const satisfies readonly DocumentKind[];

const CODES = [
  ['classification', 'codeClassification', 'PK.01'],
  ['unit', 'codeUnit', '3507'],
  ['signatory', 'codeSignatory', 'K1'],
] as const;

const CODE_LABELS: Partial<Readonly<Record<NumberToken, string>>> = {
  klasifikasi: 'codeClassification',
  satker: 'codeUnit',
  penandatangan: 'codeSignatory',
};

const braced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(' ');
const TOKENS = braced(NUMBER_TOKENS);
const FILE_TOKENS = braced(FILE_NAME_TOKENS);

/** The day the dialog is open, for the examples. */
function useToday(): string {
  const [today] = useState(() => dateOn(Date.now(), 'WIB'));
  return today;
}

interface NumbersTabProps extends OfficePart {
  readonly officeName: string;
}

/** How documents are numbered and their files named, and what stands at the foot of a page. */
export function NumbersTab({ settings, set, officeName }: NumbersTabProps) {
  const { t } = useTranslation('office');
  const { numberCodes, numberTemplates, footer } = settings;
  return (
    <>
      <Group aria-label={t('codes')} className="office-stack">
        <h3 className="office-heading">{t('codes')}</h3>
        <div className="office-thirds">
          {CODES.map(([key, label, hint]) => (
            <TextField
              key={key}
              label={t(label)}
              placeholder={hint}
              maxLength={60}
              value={numberCodes[key]}
              onChange={(text) => set({ numberCodes: { ...numberCodes, [key]: text } })}
            />
          ))}
        </div>
      </Group>
      <Group aria-label={t('numberTemplates')} className="office-stack">
        <h3 className="office-heading">{t('numberTemplates')}</h3>
        <p className="field-help">{t('numberTemplatesHelp', { tokens: TOKENS })}</p>
        <div className="office-pair">
          {NUMBERED_KINDS.map((kind) => (
            <TemplateField
              key={kind}
              kind={kind}
              settings={settings}
              onChange={(text) => set({ numberTemplates: { ...numberTemplates, [kind]: text } })}
            />
          ))}
        </div>
      </Group>
      <FileNameField settings={settings} set={set} officeName={officeName} />
      <Group aria-label={t('footer')} className="office-stack">
        <h3 className="office-heading">{t('footer')}</h3>
        <TextField
          label={t('footerText')}
          placeholder={t('footerTextHint')}
          maxLength={200}
          value={footer.text}
          onChange={(text) => set({ footer: { ...footer, text } })}
        />
        <Checkbox
          isSelected={footer.hasPageNumbers}
          onChange={(hasPageNumbers) => set({ footer: { ...footer, hasPageNumbers } })}
        >
          {t('pageNumbers')}
        </Checkbox>
      </Group>
    </>
  );
}

interface TemplateFieldProps {
  readonly kind: DocumentKind;
  readonly settings: OfficeSettings;
  readonly onChange: (text: string) => void;
}

function TemplateField({ kind, settings, onChange }: TemplateFieldProps) {
  const { t } = useTranslation('office');
  const text = settings.numberTemplates[kind] ?? '';
  const read = readNumberTemplate(text);
  const isoDate = useToday();
  const facts = { kind, codes: settings.numberCodes, isoDate };

  const error = (): string | null => {
    if (text.trim() === '' || read.ok) return null;
    switch (read.problem.type) {
      case 'unknown-token':
        return t('template_unknown', { token: `{${read.problem.token}}`, tokens: TOKENS });
      case 'brace':
        return t('template_brace');
      case 'no-number':
        return t('template_noNumber');
      case 'number-twice':
        return t('template_numberTwice');
    }
  };
  const example = (): string | undefined => {
    if (!read.ok) return undefined;
    const missing = missingCodes(read.parts, facts).flatMap((token) => CODE_LABELS[token] ?? []);
    return missing.length > 0
      ? t('codeMissing', { codes: missing.map((label) => t(label)).join(', ') })
      : t('example', { text: renderNumber(read.parts, facts, '1') });
  };

  return (
    <TextField
      label={DOCUMENT_NAMES[kind]}
      maxLength={200}
      value={text}
      error={error()}
      description={example()}
      onChange={onChange}
    />
  );
}

function FileNameField({ settings, set, officeName }: NumbersTabProps) {
  const { t } = useTranslation('office');
  const { fileNamePattern } = settings;
  const isoDate = useToday();
  const problem = fileNamePattern.trim() === '' ? null : fileNamePatternProblem(fileNamePattern);
  const error = (): string | null => {
    switch (problem?.type) {
      case undefined:
        return null;
      case 'unknown-token':
        return t('template_unknown', { token: `{${problem?.token ?? ''}}`, tokens: FILE_TOKENS });
      case 'brace':
        return t('template_brace');
      case 'no-token':
        return t('pattern_noToken', { tokens: FILE_TOKENS });
    }
  };
  const example = documentFileName(
    fileNamePattern,
    {
      dokumen: DOCUMENT_NAMES.notula,
      jenis: 'FGD',
      tanggal: isoDate,
      judul: 'Evaluasi Pemilihan',
      nomor: '1/BA/2025',
      lembaga: officeName,
    },
    '.docx',
  );
  return (
    <Group aria-label={t('fileName')} className="office-stack">
      <h3 className="office-heading">{t('fileName')}</h3>
      <TextField
        label={t('fileName')}
        isLabelHidden
        maxLength={200}
        value={fileNamePattern}
        error={error()}
        description={`${t('example', { text: example })} ${t('fileNameHelp', { tokens: FILE_TOKENS })}`}
        onChange={(text) => set({ fileNamePattern: text })}
      />
    </Group>
  );
}
