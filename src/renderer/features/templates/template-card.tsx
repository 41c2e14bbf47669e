import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { OfficeTemplateInfo } from '../../../shared/contract/templates.ts';
import { LONGEST_TEMPLATE_NAME } from '../../../shared/contract/templates.ts';
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import { describeFinding } from '../../api/describe-finding.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface TemplateCardProps {
  readonly template: OfficeTemplateInfo;
  readonly isBusy: boolean;
  readonly onUpdate: (changes: Pick<OfficeTemplateInfo, 'name' | 'kind'>) => void;
  readonly onTrial: () => void;
  readonly onRemove: () => void;
}

/** One template: what it is called and for, and what its check found. */
export function TemplateCard({ template, isBusy, ...on }: TemplateCardProps) {
  const { t, i18n } = useTranslation('templates');
  const { name, kind, check, sizeBytes, addedAtMs } = template;
  const [typed, setTyped] = useState(name);
  const locale = i18n.language === 'en' ? 'en-GB' : 'id-ID';
  const keepName = (): void => {
    const next = typed.trim();
    if (next === '') setTyped(name);
    else if (next !== name) on.onUpdate({ name: next, kind });
  };
  return (
    <li className="templates-card">
      <div className="templates-head">
        <TextField
          className="templates-title"
          label={t('name')}
          value={typed}
          maxLength={LONGEST_TEMPLATE_NAME}
          onChange={setTyped}
          onBlur={keepName}
        />
        <Select
          className="templates-kind"
          label={t('kind')}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_NAMES[value] }))}
          value={kind}
          onChange={(next) => on.onUpdate({ name: typed.trim() || name, kind: next })}
        />
        <Button
          isDisabled={isBusy}
          aria-label={t('trialNamed', { name })}
          onPress={() => on.onTrial()}
        >
          {t('trial')}
        </Button>
        <Button
          variant="quiet"
          isDisabled={isBusy}
          aria-label={t('removeNamed', { name })}
          onPress={() => on.onRemove()}
        >
          {t('remove')}
        </Button>
      </div>
      <p className="templates-facts">
        {[
          t('usesCount', { count: check.placeholders.length }),
          t('facts', {
            size: `${Math.max(1, Math.round(sizeBytes / 1024)).toLocaleString(locale)} KB`,
            date: new Date(addedAtMs).toLocaleDateString(locale, { dateStyle: 'long' }),
          }),
          ...(check.findings.length === 0 ? [t('fine')] : []),
        ].join(' · ')}
      </p>
      {check.findings.length > 0 && (
        <div className="templates-findings">
          <span>{t('findings')}</span>
          <ul>
            {check.findings.map((finding) => (
              <li key={JSON.stringify(finding)}>{describeFinding(finding)}</li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}
