import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  answerFirstRun,
  exportNotula,
  fillAttendance,
  fillSessionData,
  findAndOpen,
  typeMinutes,
} from '../../tests/e2e/main-job.ts';

/*
 * The walk through the main job with the facts of the FGD of Prabumulih, in order. Each step gets
 * `{ app, window, userDataDir, photograph, folder }`: Playwright's app and page, a camera for
 * numbered screenshots, and the folder where exported files belong.
 */

const file = join(import.meta.dirname, '..', '..', 'resources', 'examples', 'sessions.json');
const entry = JSON.parse(await readFile(file, 'utf8')).find(({ id }) => id === 'fgd-prabumulih');
const [day] = entry.days;
const people = entry.attendance.filter(({ name }) => name);

const meeting = {
  office: entry.hosts[0],
  notulis: '',
  kind: entry.kind,
  title: entry.title,
  purpose: entry.purpose,
  date: day.date.split('-').toReversed().map(Number).join('.'),
  start: day.start,
  end: `s/d ${day.end}`,
  place: entry.place,
  attendees: people,
  groups: entry.attendance.flatMap(({ group }) => group ?? []),
  agenda: entry.agenda,
  statements: entry.statements.map(({ speaker, summary }) => ({
    speaker: people.findIndex(({ name }) => name === speaker) + 1,
    text: summary,
  })),
  closing: null,
};
const [{ text: sentence }] = meeting.statements;

export const steps = [
  (hands) => answerFirstRun(hands, meeting, hands.photograph),
  (hands) => fillSessionData(hands, meeting, hands.photograph),
  (hands) => fillAttendance(hands, meeting, hands.photograph),
  (hands) => typeMinutes(hands, meeting, hands.photograph),
  (hands) => exportNotula(hands, hands.folder, hands.photograph),
  (hands) => findAndOpen(hands, 'evaluasi rutin', sentence, hands.photograph),
];
