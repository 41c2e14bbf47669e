import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openArchive } from '../../src/main/db/archive.ts';
import { createProfileService } from '../../src/main/profile/service.ts';
import { seededRandom } from './report.ts';
import { createTextMaker } from './search-text.ts';

const FIRST_NAMES = 'Budi Siti Agus Dewi Rina Joko Sri Andi Putri Hendra Wati Yusuf Lestari Bayu';
const LAST_NAMES = 'Contoh Misal Umpama Rekaan Andai Ibarat Anggap Khayal Semisal Percontohan';
const MIDDLE_NAMES = 'Satu Dua Tiga Empat Lima Enam';
const PLACES = 'Kabupaten Misal;Kota Umpama;Kabupaten Andai;Kota Rekaan;Kabupaten Ibarat';
const OFFICES = 'KPU;Bawaslu;Badan Kesatuan Bangsa dan Politik;Dinas Kependudukan;Polres;Kodim';
const POSITIONS = 'Ketua;Anggota;Sekretaris;Kepala Bagian Hukum;Kepala Subbagian Data;Staf';
const KINDS = 'FGD;Rakor;Rapat Pleno;Sosialisasi;Bimtek;Audiensi';
const TITLES_AFTER = ['', '', 'S.H.', 'S.IP., M.Si.', 'S.E.', 'S.Pd.I.'];

const FIRST_DAY_MS = Date.UTC(2010, 0, 4);
const LAST_DAY_MS = Date.UTC(2026, 10, 20);
const ATTENDEES = 16;

export interface BenchArchive {
  readonly textBytes: number;
  readonly statements: number;
  /** A name that occurs among the speakers. */
  readonly speaker: string;
  /** Words by how rare they are. */
  readonly tail: readonly string[];
}

interface ArchiveOptions {
  readonly statements: number;
  readonly sessions: number;
  readonly seed: number;
  /** Each text, for baselines that search the same ones. */
  readonly onText?: (id: string, text: string) => void;
}

/** Makes an archive of statements with speakers, agenda items, decisions and follow-ups. */
export function makeBenchArchive(file: string, options: ArchiveOptions): BenchArchive {
  const db = openArchive(file, {
    nativeBinding: null,
    copyBeforeMigration: () => undefined,
    hadArchive: () => false,
  });
  try {
    const isSetUp = { officeName: 'Kantor Contoh', notulisName: 'Siti Contoh', isSetUp: true };
    createProfileService({ db })['profile.update']({ changes: isSetUp });
    db.pragma('synchronous = OFF');
    const made = db.transaction(() => fill(db, options))();
    db.exec('DELETE FROM index_queue');
    db.pragma('wal_checkpoint(TRUNCATE)');
    return made;
  } finally {
    db.close();
  }
}

function fill(db: ArchiveDatabase, options: ArchiveOptions): BenchArchive {
  const random = seededRandom(options.seed);
  const maker = createTextMaker(random);
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  };
  /** Shaped as the ids that the app makes. */
  const newId = (): string => {
    const part = (): string =>
      Math.floor(random() * 0x1_0000)
        .toString(16)
        .padStart(4, '0');
    return `${part()}${part()}-${part()}-4${part().slice(1)}-8${part().slice(1)}-${part()}${part()}${part()}`;
  };

  const organizations = OFFICES.split(';').flatMap((office) =>
    PLACES.split(';').map((place) => ({ id: newId(), name: `${office} ${place}` })),
  );
  const putOrganization = db.prepare('INSERT INTO organizations (id, name) VALUES (?, ?)');
  for (const { id, name } of organizations) putOrganization.run(id, name);
  const persons = FIRST_NAMES.split(' ').flatMap((first) =>
    MIDDLE_NAMES.split(' ').flatMap((middle) =>
      LAST_NAMES.split(' ').map((last) => ({ id: newId(), name: `${first} ${middle} ${last}` })),
    ),
  );
  const putPerson = db.prepare('INSERT INTO persons (id, name, title_after) VALUES (?, ?, ?)');
  for (const { id, name } of persons) putPerson.run(id, name, pick(TITLES_AFTER));
  const series = Array.from({ length: 40 }, () => ({ id: newId(), title: maker.title() }));
  const putSeries = db.prepare('INSERT OR IGNORE INTO series (id, title) VALUES (?, ?)');
  for (const { id, title } of series) putSeries.run(id, title);

  const putSession = db.prepare(
    `INSERT INTO sessions (id, kind, title, theme, purpose, document_number, invitation, place,
       link, zone, status, series_id, created_at_ms, updated_at_ms, sequence)
     VALUES (?, ?, ?, '', '', '', '', ?, '', 'WIB', ?, ?, ?, ?, 1)`,
  );
  const putDay = db.prepare(
    `INSERT INTO session_days (id, session_id, position, date, start_time)
     VALUES (?, ?, 0, ?, '09:00')`,
  );
  const putAttendee = db.prepare(
    `INSERT INTO attendance (id, session_id, position, type, person_id, position_title,
       organization_id) VALUES (?, ?, ?, 'person', ?, ?, ?)`,
  );
  const putPresence = db.prepare(
    "INSERT INTO attendance_days (attendance_id, day_id, presence) VALUES (?, ?, 'hadir')",
  );
  const putBlock = db.prepare(
    `INSERT INTO blocks (session_id, id, position, type, node, plain_text, speaker_id, sequence)
     VALUES (?, ?, ?, ?, ?, ?, ?, 1)`,
  );

  let textBytes = 0;
  let written = 0;
  for (let number = 0; number < options.sessions; number += 1) {
    const share = number / options.sessions;
    const startMs = FIRST_DAY_MS + Math.floor(share * (LAST_DAY_MS - FIRST_DAY_MS));
    const date = new Date(startMs).toISOString().slice(0, 10);
    const sessionId = newId();
    const dayId = newId();
    const hasSeries = random() < 0.5;
    putSession.run(
      sessionId,
      pick(KINDS.split(';')),
      maker.title(),
      `Aula ${pick(PLACES.split(';'))}`,
      'selesai',
      hasSeries ? pick(series).id : null,
      startMs,
      startMs,
    );
    putDay.run(dayId, sessionId, date);
    const speakers = Array.from({ length: ATTENDEES }, (_, position) => {
      const id = newId();
      const { id: personId } = pick(persons);
      putAttendee.run(
        id,
        sessionId,
        position,
        personId,
        pick(POSITIONS.split(';')),
        pick(organizations).id,
      );
      putPresence.run(id, dayId);
      return id;
    });
    const due = Math.round((options.statements * (number + 1)) / options.sessions);
    for (let position = 0; written < due; position += 1) {
      const id = newId();
      const isAgenda = position % 25 === 0;
      const text = isAgenda ? maker.title() : maker.statement();
      const type = isAgenda ? 'agendaItem' : typeAt(position);
      const speakerId = type === 'statement' ? pick(speakers) : null;
      const inline = [{ type: 'text', text }];
      const node = JSON.stringify({
        type,
        attrs: attributes(type, { id, dayId, speakerId, spokenAtMs: startMs + position * 60_000 }),
        content: isAgenda ? inline : [{ type: 'paragraph', content: inline }],
      });
      putBlock.run(sessionId, id, position, type, node, text, speakerId);
      textBytes += Buffer.byteLength(text);
      options.onText?.(id, text);
      if (!isAgenda) written += 1;
    }
  }
  return { textBytes, statements: written, speaker: 'Siti Dua Rekaan', tail: maker.tail };
}

type Fixed = Readonly<Record<'id' | 'dayId', string>> & {
  readonly speakerId: string | null;
  readonly spokenAtMs: number;
};

function typeAt(position: number): string {
  if (position % 40 === 39) return 'decision';
  if (position % 50 === 49) return 'followUp';
  return position % 70 === 69 ? 'recommendation' : 'statement';
}

function attributes(type: string, { id, dayId, speakerId, spokenAtMs }: Fixed) {
  if (type === 'statement') return { id, dayId, speakerId, kind: 'pernyataan', spokenAtMs };
  if (type === 'decision') {
    return { id, dayId, method: 'mufakat', inFavour: null, against: null, abstained: null };
  }
  if (type === 'followUp') {
    return { id, dayId, responsible: 'Sekretariat', dueDate: null, status: 'belum' };
  }
  return { id, dayId };
}
