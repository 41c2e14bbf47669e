import type { TFunction } from 'i18next';

import type { LogEntry } from '../../../shared/minutes/final.ts';
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import { SESSION_STATUSES } from '../../../shared/minutes/session.ts';

/** What was done, in a sentence; details that an older or a damaged entry lacks are left out. */
export function logWords(
  { action, details }: LogEntry,
  t: TFunction<'finals'>,
  statusWord: (status: (typeof SESSION_STATUSES)[number]) => string,
): string {
  const textOf = (name: string): string => String(details[name] ?? '').trim();
  const statusOf = (name: string): string => {
    const status = SESSION_STATUSES.find((one) => one === details[name]);
    return status === undefined ? textOf(name) : statusWord(status);
  };
  const document = (): string => {
    const kind = DOCUMENT_KINDS.find((one) => one === details['kind']);
    return kind === undefined ? textOf('kind') : DOCUMENT_NAMES[kind];
  };
  switch (action) {
    case 'create':
    case 'duplicate':
    case 'import':
    case 'trash':
    case 'restore':
    case 'remove':
      return t(`act_${action}`);
    case 'status': {
      const values = { from: statusOf('from'), status: statusOf('status') || statusOf('to') };
      return t(values.from === '' ? 'act_status' : 'act_statusFrom', values);
    }
    case 'finalise': {
      const reason = textOf('reason');
      if (reason === '') return t('act_finalise');
      const count = Number(details['findingCount'] ?? 0);
      return count > 0
        ? t('act_finaliseWith', { count, reason })
        : t('act_finaliseReason', { reason });
    }
    case 'addendum':
      return t('act_addendum', { number: textOf('number') });
    case 'mark':
    case 'mark-removed': {
      const name = textOf('name');
      return name === '' ? t(`act_${action}`) : t(`act_${action}Of`, { name });
    }
    case 'issue':
    case 'sign': {
      const named = document();
      return named === '' ? t(`act_${action}`) : t(`act_${action}Of`, { document: named });
    }
  }
}
