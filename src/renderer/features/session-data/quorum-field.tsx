import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';

import type { Attendance } from '../../../shared/minutes/people.ts';
import type { QuorumRule } from '../../../shared/minutes/quorum-rule.ts';
import { QUORUM_THRESHOLDS } from '../../../shared/minutes/quorum-rule.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { showToast } from '../../ui/toast.tsx';
import { AutoTextField } from './auto-text-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import type { SaveSession } from './use-save-session.ts';
import './quorum-field.css';

/** Offered beside the roles of the attendance, so that the rule can be set before anybody is listed. */
const USUAL_MEMBERS = ['pimpinan', 'anggota', 'peserta'] as const;

const NEW_RULE: Omit<QuorumRule, 'threshold'> = {
  atLeast: null,
  roles: ['pimpinan', 'anggota'],
  members: null,
};

const THRESHOLD_TEXTS = {
  separuh: 'quorumHalf',
  'dua pertiga': 'quorumTwoThirds',
  jumlah: 'quorumNumber',
} as const satisfies Record<QuorumRule['threshold'], string>;

interface QuorumFieldProps {
  readonly session: Session;
  readonly save: SaveSession;
  readonly isReadOnly: boolean;
}

/** When enough members are there: off until a threshold is chosen. */
export function QuorumField({ session, save, isReadOnly }: QuorumFieldProps) {
  const { t } = useTranslation('session-data');
  const rule = session.quorum;

  const change = (changes: Partial<QuorumRule>): Promise<string | null> =>
    save(({ quorum }) => (quorum === null ? {} : { quorum: { ...quorum, ...changes } }));
  const changeCount = async (field: 'atLeast' | 'members', typed: string) => {
    const digits = typed.trim();
    if (digits === '') return change({ [field]: null });
    const count = /^\d{1,6}$/.test(digits) ? Number(digits) : 0;
    return count < 1 ? t('numberNotUnderstood') : change({ [field]: count });
  };

  return (
    <>
      <ChoiceField
        label={t('quorum')}
        emptyLabel={t('quorumOff')}
        options={QUORUM_THRESHOLDS.map((value) => ({ value, label: t(THRESHOLD_TEXTS[value]) }))}
        stored={rule?.threshold ?? null}
        isReadOnly={isReadOnly}
        save={(threshold) =>
          save(({ quorum }) => ({
            quorum: threshold === null ? null : { ...(quorum ?? NEW_RULE), threshold },
          }))
        }
      />
      {rule !== null && (
        <>
          {rule.threshold === 'jumlah' && (
            <AutoTextField
              label={t('quorumAtLeast')}
              stored={rule.atLeast === null ? '' : String(rule.atLeast)}
              isTypedForm
              isReadOnly={isReadOnly}
              save={(typed) => changeCount('atLeast', typed)}
              className="session-narrow"
            />
          )}
          <AutoTextField
            label={t('quorumMembers')}
            placeholder={t('quorumMembersHint')}
            stored={rule.members === null ? '' : String(rule.members)}
            isTypedForm
            isReadOnly={isReadOnly}
            save={(typed) => changeCount('members', typed)}
          />
          <RolesField
            sessionId={session.id}
            roles={rule.roles}
            isReadOnly={isReadOnly}
            save={(roles) => change({ roles: [...roles] })}
          />
        </>
      )}
    </>
  );
}

interface RolesFieldProps {
  readonly sessionId: Session['id'];
  readonly roles: readonly string[];
  readonly isReadOnly: boolean;
  readonly save: (roles: readonly string[]) => Promise<string | null>;
}

const plain = (role: string): string => role.trim().toLowerCase();

function rolesOf(attendance: readonly Attendance[]): readonly string[] {
  return attendance.flatMap((line) =>
    line.days.flatMap(({ role }) => (role === null ? [] : [plain(role)])),
  );
}

/** Which roles are members: those of the attendance, and what members are usually called. */
function RolesField({ sessionId, roles, isReadOnly, save }: RolesFieldProps) {
  const { t } = useTranslation('session-data');
  const attendance = useQuery({
    queryKey: ['attendance', sessionId],
    queryFn: () => api('attendance.list', { sessionId }),
  });
  const chosen = roles.map(plain);
  const offered = [...new Set([...USUAL_MEMBERS, ...rolesOf(attendance.data ?? []), ...chosen])];

  async function choose(next: readonly string[]): Promise<void> {
    const problem = await save(next);
    if (problem !== null) showToast({ tone: 'error', text: problem });
  }

  return (
    <CheckboxGroup
      className="quorum-roles session-wide"
      value={chosen}
      isReadOnly={isReadOnly}
      onChange={(next) => void choose(next)}
    >
      <Label className="field-label">{t('quorumRoles')}</Label>
      <div className="quorum-roles-list">
        {offered.map((role) => (
          <Checkbox key={role} value={role} className="quorum-role">
            <span className="quorum-role-box" aria-hidden>
              <Check size={12} strokeWidth={3} />
            </span>
            {role}
          </Checkbox>
        ))}
      </div>
      <p className="field-help">{t('quorumRolesHint')}</p>
    </CheckboxGroup>
  );
}
