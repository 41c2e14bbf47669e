import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Session, SessionFields } from '../../../shared/minutes/session.ts';
import {
  SESSION_ACCESS,
  SESSION_CONFIDENTIALITY,
  SESSION_KINDS,
  SESSION_MODES,
  SESSION_ZONES,
} from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import type { SaveNow } from '../../api/unsaved.ts';
import { holdsUnsaved } from '../../api/unsaved.ts';
import { AutoSuggestField } from './auto-suggest-field.tsx';
import { AutoTextField } from './auto-text-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { DaysField } from './days-field.tsx';
import { HostsField } from './hosts-field.tsx';
import { NumberFields } from './number-fields.tsx';
import { OpenFields } from './open-fields.ts';
import { QuorumField } from './quorum-field.tsx';
import { useSaveSession } from './use-save-session.ts';
import './session-data.css';

/** About a second. */
const FRAMES_TO_WAIT = 60;

type TextField = {
  [Key in keyof SessionFields]: SessionFields[Key] extends string ? Key : never;
}[keyof SessionFields];

export interface SessionDataPanelProps {
  readonly session: Session;
  /** Brings this panel into sight. */
  readonly onShow: () => void;
  /** The days are to be shown, once for each object. */
  readonly shownDays?: object | null;
}

/** Every fact of the session that is not prose. Whatever is changed is saved at once. */
export function SessionDataPanel({ session, onShow, shownDays = null }: SessionDataPanelProps) {
  const { t } = useTranslation('session-data');
  const save = useSaveSession(session);
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => api('sessions.list', {}) });
  const seriesTitles = useQuery({
    queryKey: ['series-titles'],
    queryFn: () => api('sessions.seriesTitles', {}),
  });
  const form = useRef<HTMLFormElement>(null);
  const latestOnShow = useRef(onShow);
  useEffect(() => {
    latestOnShow.current = onShow;
  });
  /** Goes to the first field whose text was not taken. */
  const showRefused = useCallback(() => {
    latestOnShow.current();
    const focusRefused = (framesLeft: number): void => {
      const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      if (field) {
        field.focus();
        field.scrollIntoView({ block: 'center' });
      } else if (framesLeft > 0) {
        // The refusal may not stand at its field yet.
        requestAnimationFrame(() => focusRefused(framesLeft - 1));
      }
    };
    focusRefused(FRAMES_TO_WAIT);
  }, []);
  const [openFields] = useState(() => new Set<SaveNow>());
  useEffect(
    () =>
      holdsUnsaved(async () => {
        const outcomes = await Promise.all([...openFields].map((saveNow) => saveNow()));
        return outcomes.every(Boolean);
      }, showRefused),
    [openFields, showRefused],
  );

  // A session that was just made is waiting for its first words.
  const isBlank = session.kind === '' && session.title === '';
  const wasBlank = useRef(isBlank);
  useEffect(() => {
    if (wasBlank.current) form.current?.querySelector('input')?.focus();
  }, []);

  useEffect(() => {
    if (shownDays === null) return undefined;
    // What closed for it gives the focus back first.
    const frame = requestAnimationFrame(() => {
      const days = form.current?.querySelector<HTMLElement>('.session-days');
      days?.scrollIntoView({ block: 'center' });
      days?.querySelector('input')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [shownDays]);

  const isReadOnly = session.status === 'final';
  const ownKinds = (sessions.data ?? []).map((row) => row.kind).filter(Boolean);
  const kinds = [...new Set<string>([...SESSION_KINDS, ...ownKinds])];

  /** What every field of text has in common. */
  const text = (field: TextField, label: string) => ({
    label,
    stored: session[field],
    isReadOnly,
    save: (typed: string) => save(() => ({ [field]: typed })),
  });

  async function saveSeriesNumber(typed: string): Promise<string | null> {
    const digits = typed.trim().replace(/^ke-?\s*/i, '');
    if (digits === '') return save(() => ({ seriesNumber: null }));
    const number = /^\d{1,6}$/.test(digits) ? Number(digits) : 0;
    if (number < 1 || number > 100_000) return t('numberNotUnderstood');
    return save(() => ({ seriesNumber: number }));
  }

  return (
    <OpenFields value={openFields}>
      <form
        ref={form}
        className="session-data"
        aria-label={t('panel')}
        onSubmit={(event) => event.preventDefault()}
      >
        {isReadOnly && <p className="session-final-note">{t('isFinal')}</p>}
        <Section title={t('sectionMeeting')}>
          <AutoSuggestField
            {...text('kind', t('kind'))}
            suggestions={kinds}
            placeholder={t('kindHint')}
          />
          <AutoTextField
            {...text('title', t('fieldTitle'))}
            rows={2}
            isOneLine
            className="session-wide"
          />
          <AutoTextField {...text('theme', t('theme'))} rows={2} className="session-wide" />
          <AutoTextField {...text('purpose', t('purpose'))} rows={2} className="session-wide" />
        </Section>
        <Section title={t('sectionTime')}>
          <DaysField session={session} save={save} isReadOnly={isReadOnly} />
          <ChoiceField
            label={t('zone')}
            options={SESSION_ZONES.map((value) => ({ value, label: value }))}
            stored={session.zone}
            isReadOnly={isReadOnly}
            save={(zone) => save(() => ({ zone: zone ?? 'WIB' }))}
          />
          <ChoiceField
            label={t('mode')}
            emptyLabel={t('unknown')}
            options={SESSION_MODES.map((value) => ({ value, label: t(MODE_TEXTS[value]) }))}
            stored={session.mode}
            isReadOnly={isReadOnly}
            save={(mode) => save(() => ({ mode }))}
          />
          <AutoTextField {...text('place', t('place'))} className="session-wide" />
          <AutoTextField {...text('link', t('link'))} className="session-wide" />
        </Section>
        <Section title={t('sectionHosts')}>
          <HostsField session={session} save={save} isReadOnly={isReadOnly} />
        </Section>
        <Section title={t('sectionQuorum')}>
          <QuorumField session={session} save={save} isReadOnly={isReadOnly} />
        </Section>
        <Section title={t('sectionDocument')}>
          <NumberFields session={session} save={save} isReadOnly={isReadOnly} />
          <AutoTextField
            {...text('invitation', t('invitation'))}
            rows={2}
            className="session-wide"
          />
          <ChoiceField
            label={t('access')}
            emptyLabel={t('unknown')}
            options={SESSION_ACCESS.map((value) => ({ value, label: t(ACCESS_TEXTS[value]) }))}
            stored={session.access}
            isReadOnly={isReadOnly}
            save={(access) => save(() => ({ access }))}
          />
          <ChoiceField
            label={t('confidentiality')}
            emptyLabel={t('unknown')}
            options={SESSION_CONFIDENTIALITY.map((value) => ({
              value,
              label: t(CONFIDENTIALITY_TEXTS[value]),
            }))}
            stored={session.confidentiality}
            isReadOnly={isReadOnly}
            save={(confidentiality) => save(() => ({ confidentiality }))}
          />
        </Section>
        <Section title={t('sectionSeries')}>
          <AutoSuggestField
            label={t('seriesTitle')}
            stored={session.series?.title ?? ''}
            suggestions={seriesTitles.data ?? []}
            placeholder={t('seriesHint')}
            isReadOnly={isReadOnly}
            save={(seriesTitle) => save(() => ({ seriesTitle }))}
          />
          <AutoTextField
            label={t('seriesNumber')}
            stored={session.seriesNumber === null ? '' : String(session.seriesNumber)}
            isTypedForm
            isReadOnly={isReadOnly}
            save={saveSeriesNumber}
            className="session-narrow"
          />
        </Section>
      </form>
    </OpenFields>
  );
}

const MODE_TEXTS = { luring: 'modeLuring', daring: 'modeDaring', hibrida: 'modeHibrida' } as const;
const ACCESS_TEXTS = { terbuka: 'accessTerbuka', tertutup: 'accessTertutup' } as const;
const CONFIDENTIALITY_TEXTS = {
  biasa: 'confidentialityBiasa',
  terbatas: 'confidentialityTerbatas',
  rahasia: 'confidentialityRahasia',
} as const;

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ title, children }: SectionProps) {
  return (
    <section className="session-section">
      <h2 className="session-section-title">{title}</h2>
      <div className="session-section-fields">{children}</div>
    </section>
  );
}
