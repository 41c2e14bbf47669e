import type { Node } from '@tiptap/pm/model';

import type { FollowUpStatus } from '../../../../shared/document/block.ts';
import { wallClock } from '../../../../shared/minutes/dates.ts';
import { singleLineText } from '../../../../shared/minutes/input-text.ts';
import type { SessionZone } from '../../../../shared/minutes/session.ts';
import type { Misunderstanding } from '../../../../shared/minutes/typed-forms.ts';
import { readDate } from '../../../../shared/minutes/typed-forms.ts';
import { blockTypeOf } from '../model/blocks.ts';
import { readSpokenTime } from '../model/spoken-time.ts';
import type { EditorText } from '../texts.ts';
import { shortDate } from '../view/block-facts.ts';

const LONGEST_KIND = 80;
const LONGEST_RESPONSIBLE = 300;
const LARGEST_COUNT = 1_000_000;

/** The fields of the form as they are typed. */
export interface DetailValues {
  readonly kind: string;
  readonly time: string;
  readonly method: 'mufakat' | 'pemungutan suara' | '';
  readonly inFavour: string;
  readonly against: string;
  readonly abstained: string;
  readonly responsible: string;
  readonly dueDate: string;
  readonly status: FollowUpStatus;
}

export type DetailErrors = Partial<Readonly<Record<keyof DetailValues, EditorText>>>;

export interface DetailContext {
  readonly zone: SessionZone;
  /** Date of the block's day, or null. */
  readonly date: string | null;
  readonly nowMs: number;
}

const numberText = (value: unknown): string => (typeof value === 'number' ? String(value) : '');
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the form shows of a block. */
export function detailValues(node: Node, zone: SessionZone): DetailValues {
  const { attrs } = node;
  const spokenAtMs = attrs['spokenAtMs'] as number | null | undefined;
  return {
    kind: text(attrs['kind']),
    time: typeof spokenAtMs === 'number' ? wallClock(spokenAtMs, zone) : '',
    method: (attrs['method'] as DetailValues['method'] | null | undefined) ?? '',
    inFavour: numberText(attrs['inFavour']),
    against: numberText(attrs['against']),
    abstained: numberText(attrs['abstained']),
    responsible: text(attrs['responsible']),
    dueDate: attrs['dueDate'] ? shortDate(text(attrs['dueDate'])) : '',
    status: (attrs['status'] as FollowUpStatus | undefined) ?? 'belum',
  };
}

export type ReadDetails =
  | { readonly ok: true; readonly attributes: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly errors: DetailErrors };

function readCount(typed: string): number | null | undefined {
  const trimmed = typed.trim();
  if (trimmed === '') return null;
  const count = Number(trimmed);
  return /^\d+$/.test(trimmed) && count <= LARGEST_COUNT ? count : undefined;
}

function timeAttributes(node: Node, values: DetailValues, context: DetailContext): ReadDetails {
  const formerMs = node.attrs['spokenAtMs'] as number | null;
  // Seconds are kept where the minute was not touched.
  if (formerMs !== null && values.time === wallClock(formerMs, context.zone)) {
    return { ok: true, attributes: {} };
  }
  const time = readSpokenTime(values.time, context.zone, { ...context, formerMs });
  switch (time.type) {
    case 'empty':
      return { ok: true, attributes: { spokenAtMs: null } };
    case 'time':
      return { ok: true, attributes: { spokenAtMs: time.atMs } };
    case 'not-understood':
      return { ok: false, errors: { time: 'timeInvalid' } };
  }
}

function decisionAttributes(values: DetailValues): ReadDetails {
  const isVote = values.method === 'pemungutan suara';
  const counts: Record<string, number | null> = {};
  const errors: Record<string, EditorText> = {};
  for (const name of ['inFavour', 'against', 'abstained'] as const) {
    const count = isVote ? readCount(values[name]) : null;
    if (count === undefined) errors[name] = 'countInvalid';
    else counts[name] = count;
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    attributes: { method: values.method === '' ? null : values.method, ...counts },
  };
}

const DUE_DATE_ERRORS = {
  form: 'dueDateInvalid',
  'no-such-day': 'dueDateNoSuchDay',
  'other-weekday': 'dueDateOtherWeekday',
} as const satisfies Record<Misunderstanding, EditorText>;

function followUpAttributes(values: DetailValues): ReadDetails {
  const date = readDate(values.dueDate);
  if (date.type === 'not-understood') {
    return { ok: false, errors: { dueDate: DUE_DATE_ERRORS[date.reason] } };
  }
  const responsible = singleLineText(values.responsible);
  if (responsible.length > LONGEST_RESPONSIBLE) {
    return { ok: false, errors: { responsible: 'responsibleTooLong' } };
  }
  return {
    ok: true,
    attributes: {
      responsible: responsible === '' ? null : responsible,
      dueDate: date.type === 'empty' ? null : date.value,
      status: values.status,
    },
  };
}

/** The attributes that the typed fields mean, or which of them were not understood. */
export function readDetails(node: Node, values: DetailValues, context: DetailContext): ReadDetails {
  const type = blockTypeOf(node);
  switch (type) {
    case 'statement': {
      const time = timeAttributes(node, values, context);
      if (!time.ok) return time;
      const kind = singleLineText(values.kind) || 'pernyataan';
      if (kind.length > LONGEST_KIND) return { ok: false, errors: { kind: 'kindTooLong' } };
      return { ok: true, attributes: { kind, ...time.attributes } };
    }
    case 'break':
      return timeAttributes(node, values, context);
    case 'decision':
      return decisionAttributes(values);
    case 'followUp':
      return followUpAttributes(values);
    case 'agendaItem':
    case 'narration':
    case 'recommendation':
      return { ok: true, attributes: {} };
  }
}
