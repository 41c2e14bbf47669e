import { ShieldAlert, ShieldCheck, ShieldOff, ShieldQuestionMark, ShieldX } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import type { Verdict } from '../../../shared/signing/verdict.ts';
import type { FileReport } from '../../../shared/signing/verification.ts';
import type { NoticeTone } from '../../ui/notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { headlineOf } from './describe-report.ts';

const LOOKS = {
  valid: { tone: 'success', icon: ShieldCheck },
  'unknown-signer': { tone: 'info', icon: ShieldQuestionMark },
  'not-in-force': { tone: 'warning', icon: ShieldAlert },
  partly: { tone: 'warning', icon: ShieldAlert },
  unreadable: { tone: 'warning', icon: ShieldQuestionMark },
  changed: { tone: 'danger', icon: ShieldX },
  forged: { tone: 'danger', icon: ShieldX },
  unsigned: { tone: 'info', icon: ShieldOff },
} as const satisfies Record<Verdict, { readonly tone: NoticeTone; readonly icon: LucideIcon }>;

interface ReportHeadlineProps {
  readonly report: FileReport;
  readonly children?: ReactNode;
}

/** What a check comes to, before anything else. */
export function ReportHeadline({ report, children }: ReportHeadlineProps) {
  const { verdict, title, about } = headlineOf(report);
  const { tone, icon } = LOOKS[verdict];
  return (
    <Notice tone={tone} icon={icon} isAnnounced title={title}>
      <span>{about}</span>
      {children}
    </Notice>
  );
}
