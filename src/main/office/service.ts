import { createHash } from 'node:crypto';

import { AppError } from '../../shared/contract/errors.ts';
import type { CallResult, CallsOf, ParsedInput } from '../../shared/contract/index.ts';
import type {
  Office,
  OfficeLogo,
  OfficeSummary,
  SessionOffices,
} from '../../shared/contract/office.ts';
import type { AttachmentId, OrganizationId, SessionId } from '../../shared/ids.ts';
import { attachmentIdSchema } from '../../shared/ids.ts';
import { singleLineText } from '../../shared/minutes/input-text.ts';
import type { Organization } from '../../shared/minutes/people.ts';
import type { Session } from '../../shared/minutes/session.ts';
import { nameKey } from '../../shared/minutes/titles.ts';
import { documentFileName } from '../../shared/official/file-name-pattern.ts';
import { checkLogo } from '../../shared/official/logo-rules.ts';
import {
  OFFICE_FILE_SUFFIX,
  parseOfficeFile,
  writeOfficeFile,
} from '../../shared/official/office-file.ts';
import type { OfficeSettings } from '../../shared/official/office-settings.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../shared/official/office-settings.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { cleanSettings, readStoredSettings } from './stored-settings.ts';
import { createNumbers } from './numbers.ts';
import type { OfficeStore } from './store.ts';
import { createOfficeStore } from './store.ts';

type OfficeCall = Extract<CallsOf<'storage'>, `office.${string}`>;
type OfficeHandlers = {
  readonly [Name in OfficeCall]: (input: ParsedInput<Name>) => CallResult<Name>;
};

interface OfficeServiceOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  /** Facts that other features own. */
  readonly organizations: () => readonly Organization[];
  readonly ensureOrganization: (name: string) => OrganizationId;
  readonly officeName: () => string;
  readonly setOfficeName: (name: string) => void;
  readonly session: (id: SessionId) => Session;
}

/** A logo that was chosen and never saved is kept this long: its dialog may still be open. */
const KEEP_UNUSED_LOGOS_MS = 24 * 60 * 60 * 1000;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function keepLogo(store: OfficeStore, bytes: Uint8Array, addedAtMs: number) {
  const checked = checkLogo(bytes);
  if (!checked.ok) throw new AppError('image-invalid', { reason: checked.problem });
  const { mediaType, widthPx, heightPx } = checked;
  const id = attachmentIdSchema.parse(createHash('sha256').update(bytes).digest('hex'));
  store.putLogo({ id, mediaType, widthPx, heightPx, bytes, addedAtMs });
  return { id, widthPx, heightPx };
}

/**
 * How the documents of each office look. The own office is the organization that bears the name in
 * the profile; it is made when its settings are first saved.
 */
export function createOfficeService(options: OfficeServiceOptions) {
  const { db, clock, organizations, officeName } = options;
  const store = createOfficeStore(db);

  const named = (name: string): Organization | undefined =>
    organizations().find((one) => nameKey(one.name) === nameKey(name));
  const own = (): Organization | undefined => named(officeName());

  function settingsOf(organizationId: OrganizationId | null): OfficeSettings | null {
    const text = organizationId === null ? undefined : store.settings().get(organizationId);
    return text === undefined ? null : readStoredSettings(text);
  }

  const numbers = createNumbers({
    store,
    clock,
    session: options.session,
    settings: () => settingsOf(own()?.id ?? null) ?? DEFAULT_OFFICE_SETTINGS,
  });

  function logoOf({ letterhead }: OfficeSettings): Office['logo'] {
    const row = letterhead.logoId === null ? undefined : store.logo(letterhead.logoId);
    if (row === undefined) return null;
    const { widthPx, heightPx } = row;
    return { id: attachmentIdSchema.parse(row.id), widthPx, heightPx };
  }

  function get(wanted: OrganizationId | null): Office {
    const ownOffice = own();
    const office = wanted === null ? ownOffice : organizations().find((one) => one.id === wanted);
    if (office === undefined && wanted !== null) throw new AppError('not-found', { wanted });
    const set = settingsOf(office?.id ?? null);
    const settings = set ?? DEFAULT_OFFICE_SETTINGS;
    return {
      organizationId: office?.id ?? null,
      name: office?.name ?? officeName(),
      address: office?.address ?? '',
      isOwn: office?.id === ownOffice?.id,
      isSet: set !== null,
      settings,
      logo: logoOf(settings),
    };
  }

  function list(): readonly OfficeSummary[] {
    const stored = store.settings();
    const ownOffice = own();
    const others = organizations().filter(({ id }) => id !== ownOffice?.id);
    const summary = (one: Organization, isOwn: boolean): OfficeSummary => ({
      organizationId: one.id,
      name: one.name,
      isOwn,
      isSet: stored.has(one.id),
    });
    const first: OfficeSummary = ownOffice
      ? summary(ownOffice, true)
      : { organizationId: null, name: officeName(), isOwn: true, isSet: false };
    return [first, ...others.map((one) => summary(one, false))];
  }

  function put(organizationId: OrganizationId, settings: OfficeSettings): void {
    const { logoId } = settings.letterhead;
    if (logoId !== null && store.logo(logoId) === undefined) throw new AppError('image-invalid');
    const value = JSON.stringify(settings);
    store.put({ organizationId, value, logoId, updatedAtMs: clock() });
  }

  /** The organization that is meant; the own one is made, and named, where that is needed. */
  function require(wanted: OrganizationId | null, name: string | undefined): OrganizationId {
    const present = get(wanted);
    if (!present.isOwn && present.organizationId !== null) return present.organizationId;
    const ownName = singleLineText(name ?? officeName());
    if (ownName === '') throw new AppError('invalid-input', { field: 'officeName' });
    if (ownName !== officeName()) options.setOfficeName(ownName);
    return options.ensureOrganization(ownName);
  }

  const update = db.transaction(
    (wanted: OrganizationId | null, name: string | undefined, settings: OfficeSettings): Office => {
      const organizationId = require(wanted, name);
      put(organizationId, cleanSettings(settings));
      return get(organizationId);
    },
  );

  function forSession(sessionId: SessionId): SessionOffices {
    const settings = settingsOf(own()?.id ?? null) ?? DEFAULT_OFFICE_SETTINGS;
    const session = options.session(sessionId);
    const hostLetterheads = session.hosts.map((host) => ({
      name: host.name,
      letterhead: (settingsOf(host.organizationId) ?? DEFAULT_OFFICE_SETTINGS).letterhead,
    }));
    const heads = [settings.letterhead, ...hostLetterheads.map(({ letterhead }) => letterhead)];
    const ids = new Set(heads.flatMap(({ logoId }) => logoId ?? []));
    const logos = [...ids].flatMap((id): OfficeLogo[] => {
      const row = store.logo(id);
      return row ? [{ id, mediaType: row.mediaType, base64: base64(row.bytes) }] : [];
    });
    return {
      session,
      officeName: officeName(),
      settings,
      hostLetterheads,
      logos,
      numbers: numbers.of(sessionId),
    };
  }

  const handlers = {
    'office.list': () => list(),
    'office.get': ({ organizationId }) => get(organizationId),
    'office.update': ({ organizationId, name, settings }) =>
      update.immediate(organizationId, name, settings),
    'office.reset': ({ organizationId }) => {
      const office = get(organizationId);
      if (office.organizationId !== null) store.remove(office.organizationId);
      return get(organizationId);
    },
    'office.addLogo': ({ bytes }) => keepLogo(store, bytes, clock()),
    'office.exportFile': ({ organizationId }) => {
      const { name, settings } = get(organizationId);
      const { logoId } = settings.letterhead;
      const row = logoId === null ? undefined : store.logo(logoId);
      const logoBase64 = row ? base64(row.bytes) : null;
      const facts = { jenis: '', tanggal: '', judul: '', nomor: '', lembaga: name };
      return {
        fileName: documentFileName(
          '{lembaga}',
          { ...facts, dokumen: 'wajah-kantor' },
          OFFICE_FILE_SUFFIX,
        ),
        text: writeOfficeFile({ officeName: name, settings, logoBase64 }),
      };
    },
    'office.readFile': ({ text }) => {
      const parsed = parseOfficeFile(text);
      if (!parsed.ok) return parsed;
      const { officeName: from, settings, logoBase64 } = parsed.file;
      if (logoBase64 === null) return { ok: true, officeName: from, settings, logo: null };
      const bytes = Uint8Array.from(Buffer.from(logoBase64, 'base64'));
      if (!checkLogo(bytes).ok) return { ok: false, problem: { type: 'bad-logo' } };
      const logo = keepLogo(store, bytes, clock());
      const letterhead = { ...settings.letterhead, logoId: logo.id };
      return { ok: true, officeName: from, settings: { ...settings, letterhead }, logo };
    },
    'office.forSession': ({ sessionId }) => forSession(sessionId),
    'office.ownNumbers': ({ sessionId }) => numbers.ownNumbers(forSession(sessionId)),
    'office.setNumber': ({ sessionId, kind, number }) => numbers.set(sessionId, kind, number),
    'office.proposeNumbers': ({ sessionId, kind }) => numbers.propose(sessionId, kind),
  } satisfies OfficeHandlers;

  return {
    handlers,
    ownNumbers: (offices: SessionOffices) => numbers.ownNumbers(offices),
    logo: (id: AttachmentId): Omit<OfficeLogo, 'id'> | null => {
      const row = store.logo(id);
      return row ? { mediaType: row.mediaType, base64: base64(row.bytes) } : null;
    },
    /**
     * The own office got another name in the profile: what was set goes with it, unless the office of
     * that name has settings of its own. Runs inside the caller's transaction.
     */
    followName: (formerName: string): void => {
      const former = settingsOf(named(formerName)?.id ?? null);
      const name = officeName();
      if (former === null || name === '' || nameKey(name) === nameKey(formerName)) return;
      const present = options.ensureOrganization(name);
      if (settingsOf(present) === null) put(present, former);
    },
    isOwn: (id: OrganizationId): boolean => own()?.id === id,
    /** Forgets logos that were chosen and never saved. */
    purgeLogos: (): void => store.purgeLogos(clock() - KEEP_UNUSED_LOGOS_MS),
  };
}
