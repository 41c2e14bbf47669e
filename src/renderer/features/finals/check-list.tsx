import { Check, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { ClosingCheck, ClosingFinding } from '../../../shared/minutes/closing-checks.ts';
import { CLOSING_CHECKS } from '../../../shared/minutes/closing-checks.ts';
import { CheckFindings } from './check-findings.tsx';

/** Checks whose finding is not clear from its name alone. */
const EXPLAINED = ['no-conclusion', 'private-notes'] as const satisfies readonly ClosingCheck[];

interface CheckListProps {
  readonly findings: readonly ClosingFinding[];
  readonly onGoTo: (finding: ClosingFinding) => void;
}

/** Every check with what it found: what is fine in one line, the rest with its places. */
export function CheckList({ findings, onGoTo }: CheckListProps) {
  const { t } = useTranslation('finals');
  return (
    <ul className="check-list" aria-label={t('checklist')}>
      {CLOSING_CHECKS.map((check) => {
        const found = findings.filter((finding) => finding.check === check);
        const explained = EXPLAINED.find((one) => one === check);
        return found.length === 0 ? (
          <li key={check} className="check is-fine">
            <Check size={16} aria-label={t('fine')} />
            <span>{t(`ok_${check}`)}</span>
          </li>
        ) : (
          <li key={check} className="check">
            <TriangleAlert size={16} aria-hidden />
            <div className="check-found">
              <span className="check-title">
                {t(`found_${check}`)}
                {found.length > 1 && <span className="check-count">{found.length}</span>}
              </span>
              {explained && <span className="check-hint">{t(`hint_${explained}`)}</span>}
              <CheckFindings check={check} findings={found} onGoTo={onGoTo} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
