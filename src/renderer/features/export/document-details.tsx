import { ChevronRight, Signature } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';

import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type { DocumentOptions } from '../../../shared/official/document-options.ts';
import type { Gap, GapPlace } from '../../../shared/official/gaps.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { blanksAmong, remarksAmong } from './blanks.ts';
import { DetailsFrame } from './details-frame.tsx';
import { DocumentOptionFields } from './document-option-fields.tsx';

const PLACE_TEXTS = {
  'session-data': 'placeSessionData',
  attendance: 'placeAttendance',
  minutes: 'placeMinutes',
  'office-settings': 'placeOfficeSettings',
} as const satisfies Record<GapPlace, string>;

/** What may be there for some days of a session only. */
const DAY_CODES: ReadonlySet<Gap['code']> = new Set<Gap['code']>([
  'no-date',
  'no-time',
  'no-opening-time',
  'no-closing-time',
]);

interface DocumentDetailsProps {
  readonly kind: DocumentKind;
  /** null while it is not known. */
  readonly gaps: readonly Gap[] | null;
  readonly problem: unknown;
  readonly options: DocumentOptions;
  /** Photos beside the minutes. */
  readonly photoCount: number;
  readonly isDisabled: boolean;
  readonly onOptions: (options: DocumentOptions) => void;
  readonly onSave: () => void;
  /** null where this document is not copied. */
  readonly onCopy: (() => void) | null;
  readonly onSign: () => void;
  readonly onGoTo: (place: GapPlace) => void;
}

/** One document: what it is, what can be chosen for it, what it would leave blank. */
export function DocumentDetails({
  kind,
  gaps,
  problem,
  options,
  photoCount,
  isDisabled,
  onOptions,
  onSave,
  onCopy,
  onSign,
  onGoTo,
}: DocumentDetailsProps) {
  const { t } = useTranslation('export');
  return (
    <DetailsFrame
      name={DOCUMENT_NAMES[kind]}
      isDisabled={isDisabled}
      onSave={onSave}
      onCopy={onCopy}
    >
      <p className="export-about">{t(`about_${kind}`)}</p>
      <DocumentOptionFields
        kind={kind}
        options={options}
        photoCount={photoCount}
        onChange={onOptions}
      />
      <Button className="export-sign" isDisabled={isDisabled} onPress={onSign}>
        <Signature size={16} aria-hidden />
        {t('sign')}
      </Button>
      {problem !== null && (
        <p className="export-state-error" role="alert">
          {describeError(problem)}
        </p>
      )}
      {gaps !== null && <Gaps gaps={gaps} isDisabled={isDisabled} onGoTo={onGoTo} />}
    </DetailsFrame>
  );
}

function Gaps({
  gaps,
  isDisabled,
  onGoTo,
}: {
  readonly gaps: readonly Gap[];
  readonly isDisabled: boolean;
  readonly onGoTo: (place: GapPlace) => void;
}) {
  const { t } = useTranslation('export');
  const blanks = blanksAmong(gaps);
  const textOf = (code: Gap['code'], count: number): string => {
    const text = t(`gap_${code}`, { count });
    return DAY_CODES.has(code) && count > 1 ? t('days', { text, count }) : text;
  };
  return (
    <>
      <h4 className="export-gaps-title">{blanks.length === 0 ? t('noGaps') : t('gaps')}</h4>
      {blanks.length > 0 && (
        <>
          <p className="export-hint">{t('gapsHint')}</p>
          <ul className="export-gaps">
            {blanks.map(({ code, place, count }) => (
              <li key={code}>
                <AriaButton
                  className="export-gap"
                  isDisabled={isDisabled}
                  onPress={() => onGoTo(place)}
                >
                  <span>{textOf(code, count)}</span>
                  <span className="export-gap-place">
                    {t(PLACE_TEXTS[place])}
                    <ChevronRight size={14} aria-hidden />
                  </span>
                </AriaButton>
              </li>
            ))}
          </ul>
        </>
      )}
      {remarksAmong(gaps).map((remark) => (
        <p key={remark} className={`export-remark export-remark-${remark}`}>
          {t(`remark_${remark}`)}
        </p>
      ))}
    </>
  );
}
