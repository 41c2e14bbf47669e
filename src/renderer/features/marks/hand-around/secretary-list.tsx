import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DayId } from '../../../../shared/ids.ts';
import type { Session } from '../../../../shared/minutes/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useDayLabel } from '../day-label.ts';
import { focusOn } from './focus-on.ts';
import type { ListedSigner } from './signing-list.ts';

interface SecretaryListProps {
  readonly session: Session;
  readonly dayId: DayId;
  readonly list: readonly ListedSigner[];
  readonly onDay: (dayId: DayId) => void;
  readonly onPick: (signer: ListedSigner) => void;
  /** Goes through those without a signature; null where all have signed. */
  readonly onInTurn: (() => void) | null;
  readonly onLeave: () => void;
}

/** For the secretary alone: who signs next. */
export function SecretaryList(props: SecretaryListProps) {
  const { session, dayId, list, onDay, onPick, onInTurn, onLeave } = props;
  const { t } = useTranslation('marks');
  const dayLabel = useDayLabel();
  const [wanted, setWanted] = useState('');
  const [isAll, setAll] = useState(false);
  const unsignedCount = list.filter(({ isSigned }) => !isSigned).length;
  const typed = wanted.trim().toLocaleLowerCase('id');
  const shown = list.filter(
    ({ name, position, isSigned }) =>
      (isAll || !isSigned) && `${name} ${position}`.toLocaleLowerCase('id').includes(typed),
  );
  return (
    <main className="hand-around hand-around-secretary">
      <header className="hand-around-head">
        <div className="hand-around-who">
          <h1 ref={focusOn} tabIndex={-1}>
            {t('modeTitle')}
          </h1>
          <p>{t('modeHint')}</p>
        </div>
        <Button className="hand-around-button" onPress={onLeave}>
          {t('leaveMode')}
        </Button>
      </header>
      <div className="hand-around-filter">
        {session.days.length > 1 && (
          <Select
            label={t('day')}
            value={dayId}
            onChange={onDay}
            options={session.days.map((day, index) => ({
              value: day.id,
              label: dayLabel(day, index),
            }))}
          />
        )}
        <TextField label={t('findName')} value={wanted} onChange={setWanted} />
        <Checkbox isSelected={isAll} onChange={setAll}>
          {t('showSigned')}
        </Checkbox>
        <span className="mark-actions-space" />
        <Button
          variant="primary"
          className="hand-around-button"
          isDisabled={onInTurn === null}
          onPress={() => onInTurn?.()}
        >
          {t('inTurn')}
        </Button>
      </div>
      <p className="hand-around-hint" aria-live="polite">
        {list.length > 0 &&
          t('counts', { signed: list.length - unsignedCount, total: list.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={t(list.length === 0 ? 'nobodyThere' : 'nobodyFound')}>
          {t(list.length === 0 ? 'nobodyThereText' : 'nobodyFoundText')}
        </EmptyState>
      ) : (
        <ul className="hand-around-list">
          {shown.map((signer) => (
            <li key={signer.attendanceId}>
              <Button className="hand-around-person" onPress={() => onPick(signer)}>
                <span className="hand-around-person-name">{signer.name || t('nobody')}</span>
                <span className="hand-around-person-position">
                  {signer.represents === null
                    ? signer.position
                    : t('representing', { name: signer.represents })}
                </span>
                {signer.isSigned && (
                  <span className="hand-around-signed">
                    <Check size={16} aria-hidden />
                    {t('signed')}
                  </span>
                )}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
