import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { exportAllDocuments, setOfficeFace } from '../../tests/e2e/document-job.ts';
import {
  answerFirstRun,
  captureLive,
  exportNotula,
  fillAttendance,
  fillSessionData,
  findAndOpen,
  markAllPresent,
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

/** Invented from end to end: a meeting that is held while the tour is taken. */
const live = {
  ...meeting,
  kind: 'Rapat Pleno',
  title: 'Rapat pleno percobaan tentang pemutakhiran data pemilih',
  purpose: 'menunjukkan pencatatan selagi rapat berlangsung',
  date: new Date().toLocaleDateString('id-ID', { timeZone: 'Asia/Jakarta' }).replaceAll('/', '.'),
  start: '9.00',
  end: 's/d selesai',
  place: 'Ruang Contoh',
  attendees: [
    ['Budi Contoh', 'Ketua', 'KPU Kota Contoh'],
    ['Siti Misal', 'Anggota', 'KPU Kota Contoh'],
    ['Andi Umpama', 'Anggota', 'KPU Kota Contoh'],
    ['Wati Andai', 'Anggota', 'Bawaslu Kota Contoh'],
    ['Tono Kira', 'Sekretaris', 'KPU Kota Contoh'],
  ].map(([name, position, organization]) => ({ name, position, organization })),
  groups: [],
  agenda: [],
  statements: [
    {
      speaker: 1,
      text: 'Rapat pleno ini membahas hasil pencocokan data pemilih di enam kecamatan.',
    },
    {
      speaker: 2,
      text: 'Pencocokan selesai di lima kecamatan. Satu kecamatan masih menunggu daftar pemilih terbaru.',
    },
    { speaker: 3, text: 'Kapan data dari kecamatan keenam diterima?' },
  ],
};
const unseen = () => Promise.resolve();

export const steps = [
  (hands) => answerFirstRun(hands, meeting, hands.photograph),
  (hands) => setOfficeFace(hands, hands.photograph),
  (hands) => fillSessionData(hands, meeting, hands.photograph),
  (hands) => fillAttendance(hands, meeting, hands.photograph),
  (hands) => typeMinutes(hands, meeting, hands.photograph),
  (hands) => exportAllDocuments(hands, hands.folder, hands.photograph),
  (hands) => exportNotula(hands, hands.folder, hands.photograph),
  (hands) => findAndOpen(hands, 'evaluasi rutin', sentence, hands.photograph),
  (hands) => fillSessionData(hands, live, unseen),
  (hands) => fillAttendance(hands, live, unseen),
  (hands) => markAllPresent(hands, live),
  (hands) => captureLive(hands, live, hands.photograph),
];
