import { useTranslation } from 'react-i18next';

import type { SessionStatus } from '../../shared/minutes/session.ts';

const LABELS = {
  rencana: 'statusRencana',
  berlangsung: 'statusBerlangsung',
  selesai: 'statusSelesai',
  final: 'statusFinal',
} as const satisfies Record<SessionStatus, string>;

/** The state of a session in a word. */
export function StatusBadge({ status }: { readonly status: SessionStatus }) {
  const { t } = useTranslation('app');
  return <span className={`status-badge status-${status}`}>{t(LABELS[status])}</span>;
}
