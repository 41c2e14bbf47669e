import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, Popover } from 'react-aria-components';

import { FOLLOW_UP_STATUSES, STATEMENT_KINDS } from '../../../../shared/document/block.ts';
import type { BlockId, DayId } from '../../../../shared/ids.ts';
import type { Session } from '../../../../shared/minutes/session.ts';
import { Button } from '../../../ui/button.tsx';
import { FreeComboBox } from '../../../ui/combo-box.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { setBlockAttributes, setDayFrom } from '../commands/attributes.ts';
import { canConvert, convertBlock } from '../commands/insert-block.ts';
import type { MinutesDesk } from '../minutes-desk.ts';
import { blockById, blockTypeOf, dayIdOf } from '../model/blocks.ts';
import { dayLabel } from '../plugins/day-dividers.ts';
import type { Translate } from '../texts.ts';
import type { DetailField } from '../view/block-view.ts';
import type { DetailErrors, DetailValues } from './detail-values.ts';
import { detailValues, readDetails } from './detail-values.ts';
import './block-details.css';

export interface DetailsRequest {
  readonly id: BlockId;
  readonly field: DetailField;
}

interface BlockDetailsProps {
  readonly desk: MinutesDesk;
  readonly session: Session;
  /** Names and organizations that may be responsible for something. */
  readonly responsibles: readonly string[];
  readonly request: DetailsRequest;
  readonly t: Translate;
  readonly onClose: () => void;
}

const BLOCK_TYPES = [
  'statement',
  'agendaItem',
  'narration',
  'decision',
  'recommendation',
  'followUp',
  'break',
] as const;

/** The line over a block's text, or the text where there is none. */
function anchorOf(desk: MinutesDesk, id: BlockId): Element | null {
  const block = desk.editor.view.dom.querySelector(`[data-block-id="${CSS.escape(id)}"]`);
  return block?.querySelector('.minutes-head:not([hidden]), .minutes-body') ?? null;
}

/** The facts of one block beside it: kind, time, outcome, who does what until when, and the day. */
export function BlockDetails({
  desk,
  session,
  responsibles,
  request,
  t,
  onClose,
}: BlockDetailsProps) {
  const block = blockById(desk.editor.state.doc, request.id);
  const anchor = useRef<Element | null>(anchorOf(desk, request.id));
  if (!block) return null;
  const type = blockTypeOf(block.node);
  return (
    <Popover
      className="popover block-details"
      triggerRef={anchor}
      isOpen
      placement="bottom start"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog className="block-details-dialog" aria-label={`${t('detailsOf')}: ${t(type)}`}>
        <DetailsForm
          key={type}
          desk={desk}
          session={session}
          responsibles={responsibles}
          request={request}
          t={t}
          onClose={onClose}
        />
      </Dialog>
    </Popover>
  );
}

function DetailsForm({ desk, session, responsibles, request, t, onClose }: BlockDetailsProps) {
  const { i18n } = useTranslation('editor');
  const block = blockById(desk.editor.state.doc, request.id);
  const [values, setValues] = useState<DetailValues | null>(() =>
    block ? detailValues(block.node, session.zone) : null,
  );
  const [dayId, setDayId] = useState<DayId | null>(() => (block ? dayIdOf(block.node) : null));
  const [errors, setErrors] = useState<DetailErrors>({});
  const form = useRef<HTMLFormElement>(null);
  const { field } = request;
  // A time is set right between two sentences: that form is one field and Enter.
  const isWhole = field !== 'time';

  useEffect(() => {
    const wanted = form.current?.querySelector<HTMLElement>(`[data-field="${field}"] input`);
    const first = form.current?.querySelector<HTMLElement>('input, button');
    const target = wanted ?? first;
    target?.focus();
    if (target instanceof HTMLInputElement) target.select();
  }, [field]);

  if (!block || !values) return null;
  const type = blockTypeOf(block.node);
  const set = (change: Partial<DetailValues>) => {
    setValues({ ...values, ...change });
    setErrors({});
  };
  const errorOf = (name: keyof DetailValues): string | null => {
    const error = errors[name];
    return error ? t(error) : null;
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readDetails(block.node, values, {
      zone: session.zone,
      date: session.days.find((day) => day.id === dayIdOf(block.node))?.date ?? null,
      nowMs: Date.now(),
    });
    if (!read.ok) {
      setErrors(read.errors);
      return;
    }
    desk.run(setBlockAttributes(request.id, read.attributes));
    if (dayId !== null && dayId !== dayIdOf(block.node)) desk.run(setDayFrom(request.id, dayId));
    onClose();
  };

  const textField = (name: 'inFavour' | 'against' | 'abstained') => (
    <TextField
      label={t(name)}
      value={values[name]}
      inputMode="numeric"
      error={errorOf(name)}
      onChange={(value) => set({ [name]: value })}
    />
  );

  return (
    <form ref={form} className="block-details-form" lang={i18n.language} onSubmit={submit}>
      {type === 'statement' && isWhole && (
        <div data-field="facts">
          <FreeComboBox
            label={t('kind')}
            suggestions={STATEMENT_KINDS}
            value={values.kind}
            error={errorOf('kind')}
            onInputChange={(kind) => set({ kind })}
          />
        </div>
      )}
      {(type === 'statement' || type === 'break') && (
        <div data-field="time">
          <TextField
            label={t('time', { zone: session.zone })}
            description={t('timeHint')}
            value={values.time}
            error={errorOf('time')}
            onChange={(time) => set({ time })}
          />
        </div>
      )}
      {type === 'decision' && (
        <Select
          label={t('method')}
          value={values.method === '' ? 'none' : values.method}
          options={[
            { value: 'none', label: t('methodNone') },
            { value: 'mufakat', label: t('consensus') },
            { value: 'pemungutan suara', label: t('vote') },
          ]}
          onChange={(method) => set({ method: method === 'none' ? '' : method })}
        />
      )}
      {type === 'decision' && values.method === 'pemungutan suara' && (
        <div className="block-details-row">
          {textField('inFavour')}
          {textField('against')}
          {textField('abstained')}
        </div>
      )}
      {type === 'followUp' && (
        <>
          <div data-field="facts">
            <FreeComboBox
              label={t('responsible')}
              suggestions={responsibles}
              value={values.responsible}
              error={errorOf('responsible')}
              onInputChange={(responsible) => set({ responsible })}
            />
          </div>
          <TextField
            label={t('dueDate')}
            description={t('dueDateHint')}
            value={values.dueDate}
            error={errorOf('dueDate')}
            onChange={(dueDate) => set({ dueDate })}
          />
          <Select
            label={t('status')}
            value={values.status}
            options={FOLLOW_UP_STATUSES.map((status) => ({ value: status, label: status }))}
            onChange={(status) => set({ status })}
          />
        </>
      )}
      {isWhole && session.days.length > 1 && (
        <Select
          label={t('day')}
          value={dayId}
          options={session.days.map(({ id }) => ({
            value: id,
            label: dayLabel(session.days, id, t),
          }))}
          onChange={setDayId}
        />
      )}
      {isWhole && (
        <Select
          label={t('blockType')}
          value={type}
          options={BLOCK_TYPES.filter((name) => canConvert(block.node, name)).map((name) => ({
            value: name,
            label: t(name),
          }))}
          onChange={(name) => {
            if (name !== type) desk.run(convertBlock(block.pos, name, desk.source));
            onClose();
          }}
        />
      )}
      <div className="block-details-actions">
        <Button variant="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button variant="primary" type="submit">
          {t('apply')}
        </Button>
      </div>
    </form>
  );
}
