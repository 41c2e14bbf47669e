import { useTranslation } from 'react-i18next';

import type { OfficeTemplateInfo } from '../../../shared/contract/templates.ts';
import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type { DocumentOptions } from '../../../shared/official/document-options.ts';
import { hasSigningList } from '../../../shared/official/placeholders.ts';
import { describeFinding } from '../../api/describe-finding.ts';
import { DetailsFrame } from './details-frame.tsx';
import { PhoneColumnField } from './document-option-fields.tsx';

interface TemplateDetailsProps {
  readonly template: OfficeTemplateInfo;
  readonly options: DocumentOptions;
  readonly isDisabled: boolean;
  readonly onOptions: (options: DocumentOptions) => void;
  readonly onSave: () => void;
}

/** A Word template: what it stands for, and what its check found. */
export function TemplateDetails({
  template,
  options,
  isDisabled,
  onOptions,
  onSave,
}: TemplateDetailsProps) {
  const { t } = useTranslation('export');
  const { name, kind, check } = template;
  return (
    <DetailsFrame name={name} isDisabled={isDisabled} onSave={onSave}>
      <p className="export-about">{t('aboutTemplate', { name: DOCUMENT_NAMES[kind] })}</p>
      {hasSigningList(check.placeholders) && (
        <div className="export-options">
          <PhoneColumnField options={options} onChange={onOptions} />
        </div>
      )}
      <h4 className="export-gaps-title">
        {t(check.findings.length === 0 ? 'noFindings' : 'findings')}
      </h4>
      {check.findings.length > 0 && (
        <>
          <p className="export-hint">{t('findingsHint')}</p>
          <ul className="export-findings">
            {check.findings.map((finding) => (
              <li key={JSON.stringify(finding)}>{describeFinding(finding)}</li>
            ))}
          </ul>
        </>
      )}
    </DetailsFrame>
  );
}
