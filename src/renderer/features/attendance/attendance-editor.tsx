import { useQuery } from '@tanstack/react-query';
import { Download, Lock, Signature } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { NewAttendance } from '../../../shared/contract/people.ts';
import type { AboutSubject } from '../../../shared/contract/about.ts';
import type { TableFormat } from '../../../shared/contract/tables.ts';
import { TABLE_FORMATS } from '../../../shared/contract/tables.ts';
import type { AttendanceId, DayId } from '../../../shared/ids.ts';
import { moveLines, shiftLines } from '../../../shared/minutes/attendance.ts';
import { newcomerAt } from '../../../shared/minutes/comings.ts';
import { attendeeLabel } from '../../../shared/minutes/names.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { Session, SessionDay } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { AddBar } from './add-bar.tsx';
import { AttendanceGrid } from './attendance-grid.tsx';
import { CountsLine } from './counts-line.tsx';
import { DaySwitch, firstDayShown, useDayLabel } from './day-switch.tsx';
import type { TakenIn } from './file-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PresenceMenu } from './presence-menu.tsx';
import type { GridState } from './selection.ts';
import { afterRemoval, noneSelected, NOTHING_SELECTED } from './selection.ts';
import type { AttendanceSigning } from './signing.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useAttendanceActions } from './use-attendance.ts';
import { useCellEdit } from './use-cell-edit.ts';
import type { RowDrag } from './use-row-drag.ts';

export interface ShownLine {
  readonly id: AttendanceId;
}

interface AttendanceEditorProps {
  readonly session: Session;
  readonly lines: readonly Attendance[];
  readonly signing: AttendanceSigning | undefined;
  readonly onExport: (format: TableFormat) => void;
  readonly onAbout: ((subject: AboutSubject) => void) | undefined;
  readonly shownLine: ShownLine | null;
}

/** The attendance with all its tools; read-only once the session is final. */
export function AttendanceEditor(props: AttendanceEditorProps) {
  const { session, lines, signing, shownLine } = props;
  const { t } = useTranslation('attendance');
  const actions = useAttendanceActions(session.id);
  const isFrozen = session.status === 'final';
  const order = lines.map((line) => line.id);
  const [chosenDay, setChosenDay] = useState<DayId | null>(() =>
    firstDayShown(session.days, Date.now()),
  );
  // The chosen day may have been taken out of the session meanwhile.
  const dayId =
    chosenDay === null || session.days.some((day) => day.id === chosenDay)
      ? chosenDay
      : (session.days[0]?.id ?? null);
  const [kept, setState] = useState<GridState>(NOTHING_SELECTED);
  // Lines are selected to be changed: there is nothing to do with them once the session is final.
  const state = isFrozen ? noneSelected(kept) : kept;
  const [spoken, setSpoken] = useState('');
  const grid = useRef<HTMLDivElement>(null);
  const [answered, setAnswered] = useState<ShownLine | null>(null);
  if (answered !== shownLine) {
    setAnswered(shownLine);
    if (shownLine !== null) setState({ ...noneSelected(state), activeId: shownLine.id });
  }
  useEffect(() => {
    if (shownLine !== null) grid.current?.focus();
  }, [shownLine]);
  const hasDays = session.days.length > 1;
  const nameOfDay = useDayLabel();
  const dayLabel = (day: SessionDay | undefined): string =>
    day === undefined ? t('allDays') : nameOfDay(day, session.days.indexOf(day));
  const addInput = useRef<HTMLInputElement>(null);
  const organizations = useQuery({
    queryKey: ['people', 'organizations'],
    queryFn: () => api('organizations.list', {}),
    staleTime: 0,
  });
  const organizationNames = (organizations.data ?? []).map((each) => each.name);
  const edit = useCellEdit({ lines, dayId, state, setState, actions, grid });

  const rowOf = (id: AttendanceId, within = order): number => within.indexOf(id) + 1;
  const nameOf = (id: AttendanceId | undefined): string => {
    const line = lines.find((each) => each.id === id);
    return (line && attendeeLabel(line)) || t('nameUnknown');
  };

  const add = async (entries: readonly NewAttendance[]): Promise<boolean> => {
    const added = await actions.add(entries);
    const last = added?.at(-1);
    if (added === undefined || last === undefined) return false;
    setState({ ...noneSelected(state), activeId: last.id });
    if (added.length === 1) setSpoken(t('added', { name: attendeeLabel(last) }));
    else showToast({ tone: 'success', text: t('pasted', { n: added.length }) });
    return true;
  };

  const takeIn = async (list: TakenIn): Promise<boolean> => {
    const taken = await actions.takeIn({ dayId, ...list });
    const last = taken?.[list.added.length - 1] ?? taken?.at(-1);
    if (taken === undefined || last === undefined) return false;
    setState({ ...noneSelected(state), activeId: last.id });
    const counts = { added: list.added.length, noted: list.noted.length };
    showToast({ tone: 'success', text: t('fileDone', counts) });
    return true;
  };

  const show = (line: Attendance): void => {
    setState({ ...noneSelected(state), activeId: line.id });
    showToast({
      tone: 'info',
      text: t('foundAt', { name: attendeeLabel(line), row: rowOf(line.id) }),
    });
  };

  const undo = async (ids?: readonly AttendanceId[]): Promise<void> => {
    if (await actions.undoRemoval(ids)) setSpoken(t('restored'));
  };

  const remove = async (ids: readonly AttendanceId[]): Promise<void> => {
    if (ids.length === 0 || !(await actions.remove(ids))) return;
    setState(afterRemoval(state, order, new Set(ids)));
    showToast({
      tone: 'info',
      text:
        ids.length === 1
          ? t('removedOne', { name: nameOf(ids[0]) })
          : t('removed', { n: ids.length }),
      action: { label: t('undo'), run: () => void undo(ids) },
    });
    grid.current?.focus();
  };

  const reorder = (next: readonly AttendanceId[], ids: readonly AttendanceId[]): void => {
    const [first] = ids;
    if (first === undefined || next === order) return;
    void actions.reorder(next);
    setState({ ...state, activeId: first });
    setSpoken(
      t('movedTo', { name: nameOf(first), row: rowOf(first, [...next]), total: next.length }),
    );
  };
  const drop = ({ ids, dropIndex }: RowDrag): void => {
    const moved = new Set(ids);
    const target = order.slice(dropIndex).find((id) => !moved.has(id));
    const last = order.findLast((id) => !moved.has(id));
    if (target !== undefined) reorder(moveLines(order, moved, target, 'before'), ids);
    else if (last !== undefined) reorder(moveLines(order, moved, last, 'after'), ids);
    grid.current?.focus();
  };

  const selected = order.filter((id) => state.selected.has(id));

  return (
    <section className="attendance" aria-label={t('panel')}>
      {isFrozen ? (
        <p className="attendance-frozen">
          <Lock size={14} aria-hidden /> {t('frozen')}
        </p>
      ) : (
        <AddBar
          lines={lines}
          organizations={organizationNames}
          inputRef={addInput}
          newcomer={() => newcomerAt(session, dayId, Date.now())}
          onAdd={add}
          dayId={dayId}
          dayName={hasDays ? dayLabel(session.days.find(({ id }) => id === dayId)) : ''}
          onTakeIn={takeIn}
          onShow={show}
        />
      )}
      {lines.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t(isFrozen ? 'emptyFrozen' : 'emptyText')}</EmptyState>
      ) : (
        <>
          <div className="attendance-status">
            {hasDays && <DaySwitch days={session.days} dayId={dayId} onChange={setChosenDay} />}
            {selected.length > 0 ? (
              <SelectionBar
                count={selected.length}
                onPresence={(presence) => void actions.setDay(selected, dayId, { presence })}
                onRole={(role) => void actions.setDay(selected, dayId, { role })}
                onRemove={() => void remove(selected)}
                onClear={() => setState(noneSelected(state))}
              />
            ) : (
              <CountsLine lines={lines} dayId={dayId} />
            )}
            <MenuButton
              label={t('export')}
              icon={<Download size={14} aria-hidden />}
              items={TABLE_FORMATS.map((key) => ({ key, label: t(`export_${key}`) }))}
              onAction={props.onExport}
            />
            {signing && (
              <Button
                className="attendance-hand-around"
                onPress={() => signing.onHandAround(dayId)}
              >
                <Signature size={16} aria-hidden />
                {t('handAround')}
              </Button>
            )}
          </div>
          <AttendanceGrid
            lines={lines}
            dayId={dayId}
            isFrozen={isFrozen}
            state={state}
            onState={setState}
            edit={edit.cell}
            organizations={organizationNames}
            onOpen={edit.open}
            onCommit={edit.commit}
            onCancel={edit.cancel}
            onPresence={(ids, presence) => void actions.setDay(ids, dayId, { presence })}
            onShift={(ids, direction) => reorder(shiftLines(order, new Set(ids), direction), ids)}
            onRemove={(ids) => void remove(ids)}
            onUndo={() => void undo()}
            onDrop={drop}
            isSigned={(line) => signing?.isSigned(line, dayId) === true}
            onSign={signing ? (line) => signing.onSign(line.id, dayId) : null}
            gridRef={grid}
          />
          {isFrozen && signing && <p className="attendance-keys">{t('keysFrozen')}</p>}
          {!isFrozen && (
            <p className="attendance-keys">
              {hasDays && dayId === null && <strong>{t('allDaysHint')} </strong>}
              {t('keys')}
            </p>
          )}
        </>
      )}
      <PresenceMenu
        anchor={edit.menuAnchor}
        isOpen={edit.menuLine !== null}
        isForOne
        onChoose={edit.choosePresence}
        onClose={edit.closeMenu}
      />
      {edit.personLine !== null && (
        <PersonDialog
          line={edit.personLine}
          organizations={organizationNames}
          actions={actions}
          onAbout={props.onAbout}
          onClose={edit.closePerson}
        />
      )}
      <div className="visually-hidden" aria-live="polite">
        {spoken}
      </div>
    </section>
  );
}
