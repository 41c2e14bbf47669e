import type { SessionId } from '../../shared/ids.ts';
import type { SpeakerNumber } from '../../shared/minutes/speaker-numbers.ts';
import type { SessionStatus } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';

/** All SQL about the numbers of speakers and what is set for them in a session. */
export function createSpeakersStore(db: ArchiveDatabase) {
  const status = db
    .prepare<[SessionId], SessionStatus>('SELECT status FROM sessions WHERE id = ?')
    .pluck();
  const numbers = db.prepare<[SessionId], SpeakerNumber>(
    `SELECT number, attendance_id AS attendanceId FROM speaker_numbers
     WHERE session_id = ? ORDER BY number`,
  );
  const clearNumbers = db.prepare<[SessionId]>('DELETE FROM speaker_numbers WHERE session_id = ?');
  // Only a line of the same session can have a number in it; any other leaves the number free.
  const insertNumber = db.prepare<[SpeakerNumber & { readonly sessionId: SessionId }]>(
    `INSERT INTO speaker_numbers (session_id, number, attendance_id)
     VALUES (@sessionId, @number,
       (SELECT id FROM attendance WHERE id = @attendanceId AND session_id = @sessionId))`,
  );
  const narrates = db
    .prepare<[SessionId], number>(
      'SELECT narrates_comings FROM speaker_settings WHERE session_id = ?',
    )
    .pluck();
  const putNarrates = db.prepare<[SessionId, number]>(
    `INSERT INTO speaker_settings (session_id, narrates_comings) VALUES (?, ?)
     ON CONFLICT (session_id) DO UPDATE SET narrates_comings = excluded.narrates_comings`,
  );
  return {
    status: (sessionId: SessionId) => status.get(sessionId),
    numbers: (sessionId: SessionId): readonly SpeakerNumber[] => numbers.all(sessionId),
    replaceNumbers: (sessionId: SessionId, slots: readonly SpeakerNumber[]): void => {
      clearNumbers.run(sessionId);
      for (const slot of slots) insertNumber.run({ ...slot, sessionId });
    },
    narrates: (sessionId: SessionId): boolean => narrates.get(sessionId) === 1,
    setNarrates: (sessionId: SessionId, isNarrating: boolean): void =>
      void putNarrates.run(sessionId, Number(isNarrating)),
  };
}
