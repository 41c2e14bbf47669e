import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';

import type { DayId } from '../../../shared/ids.ts';
import type { HeadCount } from '../../../shared/minutes/attendance.ts';
import {
  countByOrganization,
  countByPresence,
  totalHeads,
} from '../../../shared/minutes/attendance.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import { Button } from '../../ui/button.tsx';
import './counts-line.css';

interface CountsLineProps {
  readonly lines: readonly Attendance[];
  readonly dayId: DayId | null;
}

/** A number of people; groups that nobody counted are named beside it, never estimated. */
function useHeads(): (count: HeadCount) => string {
  const { t } = useTranslation('attendance');
  return ({ people, uncountedGroups }) =>
    [
      people > 0 || uncountedGroups === 0 ? String(people) : '',
      uncountedGroups > 0 ? t('uncounted', { n: uncountedGroups }) : '',
    ]
      .filter(Boolean)
      .join(' + ');
}

function OrganizationCounts({ lines, dayId }: CountsLineProps) {
  const { t } = useTranslation('attendance');
  const heads = useHeads();
  return (
    <table className="organization-counts">
      <thead>
        <tr>
          <th scope="col">{t('organization')}</th>
          <th scope="col">{t('attending')}</th>
          <th scope="col">{t('listed')}</th>
        </tr>
      </thead>
      <tbody>
        {countByOrganization(lines, dayId).map((count) => (
          <tr key={count.organizationName}>
            <th scope="row">{count.organizationName || t('withoutOrganization')}</th>
            <td>{heads(count.attending)}</td>
            <td>{heads(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many came, by presence on the chosen day and, on demand, by organization. */
export const CountsLine = memo(function CountsLine({ lines, dayId }: CountsLineProps) {
  const { t } = useTranslation('attendance');
  const heads = useHeads();
  const total = totalHeads(lines);
  const totalText = [
    t('total', { people: total.people }),
    total.uncountedGroups > 0 ? t('totalGroups', { groups: total.uncountedGroups }) : '',
  ]
    .filter(Boolean)
    .join(' + ');
  return (
    <section className="counts-line" aria-label={t('counts')}>
      <strong className="counts-total">{totalText}</strong>
      <ul className="counts-list">
        {countByPresence(lines, dayId)
          .filter((count) => count.people + count.uncountedGroups > 0)
          .map((count) => (
            <li key={count.presence ?? 'none'} data-presence={count.presence ?? 'none'}>
              {t(count.presence ?? 'notRecorded')} <b>{heads(count)}</b>
            </li>
          ))}
      </ul>
      <DialogTrigger>
        <Button variant="quiet" className="counts-organizations">
          {t('byOrganization')}
        </Button>
        <Popover className="popover" placement="bottom end">
          <Dialog aria-label={t('byOrganization')} className="organization-dialog">
            <OrganizationCounts lines={lines} dayId={dayId} />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </section>
  );
});
