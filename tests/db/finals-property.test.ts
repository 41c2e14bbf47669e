import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { sqliteAppError } from '../../src/main/db/sqlite-errors.ts';
import { answer } from '../../src/main/rpc/answer.ts';
import type { CallName } from '../../src/shared/contract/index.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { blockSchema } from '../../src/shared/document/block.ts';
import { sessionExchangeSchema } from '../../src/shared/exchange/session-exchange.ts';
import * as ids from '../../src/shared/ids.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import {
  DEFAULT_OFFICE_SETTINGS,
  officeSettingsSchema,
} from '../../src/shared/official/office-settings.ts';
import type { FinalArchive, Services } from '../fixtures/final-session.ts';
import { openFinalArchive, openSession } from '../fixtures/final-session.ts';
import { pngImage } from '../fixtures/images.ts';
import type { Makers, Random } from '../fixtures/random-inputs.ts';
import { randomFrom, randomInput } from '../fixtures/random-inputs.ts';
import { rowsOfSession, tablesOf } from '../fixtures/session-rows.ts';

/** Every call to the storage that writes. A call that is in neither list fails the test below. */
const WRITING: readonly CallName[] = [
  'attachments.add',
  'attendance.add',
  'attendance.remove',
  'attendance.reorder',
  'attendance.takeIn',
  'attendance.undoRemove',
  'attendance.update',
  'attendance.updateDay',
  'attendanceFiles.remember',
  'documents.issued',
  'documents.save',
  'examples.add',
  'examples.remove',
  'exchange.takeIn',
  'files.keep',
  'files.keepText',
  'files.remove',
  'files.reorder',
  'files.restore',
  'files.update',
  'finals.addAddendum',
  'finals.finalise',
  'history.keep',
  'identities.keep',
  'identities.remove',
  'imports.begin',
  'imports.next',
  'imports.setReviewed',
  'imports.setState',
  'imports.settle',
  'imports.trash',
  'marks.add',
  'marks.remove',
  'meeting.mark',
  'meeting.setTimes',
  'meeting.takeBack',
  'office.addLogo',
  'office.readFile',
  'office.reset',
  'office.setNumber',
  'office.update',
  'organizations.create',
  'organizations.update',
  'people.create',
  'people.update',
  'profile.update',
  'queue.note',
  'queue.reorder',
  'queue.setState',
  'searches.clearAsked',
  'searches.note',
  'searches.remove',
  'searches.rename',
  'searches.restore',
  'searches.save',
  'sessions.create',
  'sessions.duplicate',
  'sessions.restore',
  'sessions.setStatus',
  'sessions.trash',
  'sessions.update',
  'signing.noted',
  'speakers.setNarrating',
  'speakers.setNumbers',
  'templates.keep',
  'templates.remove',
  'templates.update',
  'trust.keep',
  'trust.remove',
  'words.addOwnWord',
  'words.import',
  'words.putExpansion',
  'words.putPhrase',
  'words.removeExpansion',
  'words.removeOwnWord',
  'words.removePhrase',
  'words.restoreExpansions',
  'words.restorePhrases',
  'words.set',
  'words.setSentences',
];
const READING: readonly CallName[] = [
  'about.attendance',
  'about.overview',
  'about.promises',
  'about.speaker',
  'about.statements',
  'attachments.read',
  'attendance.list',
  'attendance.phones',
  'attendanceFiles.mapping',
  'checking.code',
  'documents.load',
  'documents.record',
  'exchange.collect',
  'exports.gaps',
  'files.get',
  'files.list',
  'files.unread',
  'finals.check',
  'finals.state',
  'history.list',
  'history.load',
  'identities.keyFile',
  'identities.list',
  'imports.files',
  'imports.isKnown',
  'imports.list',
  'imports.review',
  'issued.find',
  'log.list',
  'marks.forDocuments',
  'marks.list',
  'marks.read',
  'marks.signatories',
  'office.exportFile',
  'office.forSession',
  'office.get',
  'office.list',
  'office.ownNumbers',
  'office.proposeNumbers',
  'organizations.list',
  'people.find',
  'people.list',
  'profile.get',
  'searches.get',
  'sessions.get',
  'sessions.list',
  'sessions.seriesTitles',
  'speakers.get',
  'templates.example',
  'templates.forSession',
  'templates.list',
  'templates.read',
  'trust.certificates',
  'trust.list',
  'words.get',
];

/** What may come to a final session: it stands beside the minutes and changes nothing in them. */
const MAY_GROW = [
  'addenda',
  'import_files',
  'index_queue',
  'issued_documents',
  'marks',
  'session_files',
  'session_log',
];

const STEPS = 400;

let archive: FinalArchive;
let db: ArchiveDatabase;
let services: Services;

beforeEach(() => {
  const examples = new URL('../../resources/examples/sessions.json', import.meta.url);
  archive = openFinalArchive(() => readFileSync(examples, 'utf8'));
  ({ db, services } = archive);
  // Nothing here is to outlive a loss of power, and thousands of commits need not wait for the disk.
  db.pragma('synchronous = OFF');
});
afterEach(() => archive.remove());

const storageCalls = Object.entries(contract).flatMap(([name, { owner }]) =>
  owner === 'storage' ? [name as CallName] : [],
);

it('knows of every call to the storage whether it writes', () => {
  expect(new Set([...WRITING, ...READING])).toEqual(new Set(storageCalls));
  expect(WRITING.filter((name) => READING.includes(name))).toEqual([]);
});

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** What the archive holds of a session, but what may come to it: each table by a digest. */
const rowsOf = (sessionId: SessionId): Readonly<Record<string, string>> =>
  Object.fromEntries(
    tablesOf(db).flatMap((table) =>
      MAY_GROW.includes(table) ? [] : [[table, digest(rowsOfSession(db, table, sessionId))]],
    ),
  );

/** What documents are made from: each part of it by a digest. */
const recordOf = async (sessionId: SessionId) => {
  const {
    final: _final,
    addenda: _addenda,
    ...record
  } = await services['documents.record']({
    sessionId,
  });
  return Object.fromEntries(Object.entries(record).map(([part, value]) => [part, digest(value)]));
};

/** Inputs that name what is there, of the final session above all. */
function makersFor(finalId: SessionId, exchange: unknown) {
  const pools = new Map<string, readonly string[]>();
  // Read once a step: what a step makes, the next one can name.
  const column = (sql: string): readonly string[] => {
    const known = pools.get(sql) ?? db.prepare<[], string>(sql).pluck().all().map(String);
    pools.set(sql, known);
    return known;
  };
  const among = (own: string, all: string) => (random: Random) => {
    const owned = column(own.replaceAll('@id', `'${finalId}'`));
    const pool = random.below(4) > 0 && owned.length > 0 ? owned : [...column(all), 'tidak-ada'];
    return random.pick(pool);
  };
  const inSession = (table: string) =>
    among(`SELECT id FROM ${table} WHERE session_id = @id`, `SELECT id FROM ${table}`);
  const anywhere = (table: string) => among(`SELECT id FROM ${table}`, `SELECT id FROM ${table}`);
  const nodes = (): readonly string[] =>
    column(`SELECT node FROM blocks WHERE session_id = '${finalId}'`);
  const makers: Makers = new Map<z.ZodType, (random: Random) => unknown>([
    [ids.sessionIdSchema, among('SELECT @id', 'SELECT id FROM sessions')],
    [ids.dayIdSchema, inSession('session_days')],
    [ids.blockIdSchema, inSession('blocks')],
    [ids.attendanceIdSchema, inSession('attendance')],
    [ids.queueEntryIdSchema, inSession('speaker_queue')],
    [ids.versionIdSchema, inSession('versions')],
    [ids.markIdSchema, inSession('marks')],
    [ids.personIdSchema, anywhere('persons')],
    [ids.organizationIdSchema, anywhere('organizations')],
    [ids.templateIdSchema, anywhere('office_templates')],
    [ids.identityIdSchema, anywhere('identities')],
    [ids.attachmentIdSchema, anywhere('attachments')],
    [
      blockSchema,
      (random) => {
        const block = JSON.parse(random.pick(nodes())) as { attrs: Record<string, unknown> };
        const id = random.below(2) === 0 ? block.attrs['id'] : `baru-${random.below(1000)}`;
        return { ...block, attrs: { ...block.attrs, id, note: 'diubah' } };
      },
    ],
    [officeSettingsSchema, () => ({ ...DEFAULT_OFFICE_SETTINGS, town: 'Kota Lain' })],
    [sessionExchangeSchema, () => exchange],
  ]);
  return { makers, nextStep: () => pools.clear() };
}

interface Outcome {
  readonly name: CallName;
  readonly code: string;
  readonly hasWritten: boolean;
}

describe.each([1, 2, 3])('whatever is called, with seed %i,', (seed) => {
  it('a final session stays as it is', async () => {
    const random = randomFrom(seed);
    const sessionId = openSession(services).id;
    const other = openSession(services).id;
    const exchange = await services['exchange.collect']({
      sessionId: other,
      hasPrivateNotes: false,
    });
    if (seed === 2) db.prepare('UPDATE sessions SET is_example = 1').run();
    services['finals.finalise']({ sessionId, reason: 'Diperiksa.' });
    const before = rowsOf(sessionId);
    const shown = await recordOf(sessionId);
    const { makers, nextStep } = makersFor(sessionId, exchange);
    const image = pngImage(40, 20);
    const outcomes: Outcome[] = [];
    const changes = db.prepare<[], number>('SELECT total_changes()').pluck();

    for (let step = 0; step < STEPS; step += 1) {
      const name = step < storageCalls.length ? storageCalls[step] : random.pick(storageCalls);
      if (name === undefined) throw new Error('no calls');
      nextStep();
      const schema: z.ZodType = contract[name].input;
      let input: unknown = undefined;
      for (let attempt = 0; attempt < 50; attempt += 1) {
        const made = randomInput(schema, random, makers);
        const withImage =
          typeof made === 'object' && made !== null && 'bytes' in made
            ? { ...made, bytes: image }
            : made;
        if (!schema.safeParse(withImage).success) continue;
        input = withImage;
        break;
      }
      expect([name, input === undefined]).toEqual([name, false]);
      const changesBefore = changes.get();
      const envelope = await answer<'storage'>(services, name, input, {
        mapError: sqliteAppError,
        logError: () => undefined,
      });
      outcomes.push({
        name,
        code: envelope.ok ? 'ok' : envelope.code,
        hasWritten: changes.get() !== changesBefore,
      });
    }

    expect(rowsOf(sessionId)).toEqual(before);
    const { changedParts, addenda, sha256 } = services['finals.state']({ sessionId }) ?? {};
    expect(changedParts).toEqual([]);
    expect(await recordOf(sessionId)).toEqual(shown);
    const { final } = await services['documents.record']({ sessionId });
    expect(final?.sha256).toBe(addenda?.at(-1)?.sha256 ?? sha256);
    const written = outcomes.flatMap(({ name, hasWritten }) => (hasWritten ? [name] : []));
    expect(READING.filter((name) => written.includes(name))).toEqual([]);
    // The calls did reach what they are for.
    const refused = outcomes.filter(({ code }) => code === 'session-final');
    const done = new Set(outcomes.filter(({ code }) => code === 'ok').map(({ name }) => name));
    expect(outcomes.filter(({ code }) => code === 'internal')).toEqual([]);
    expect(refused.length).toBeGreaterThan(20);
    expect(done.size).toBeGreaterThan(storageCalls.length / 2);
  }, 120_000);
});
