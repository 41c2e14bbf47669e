// Keys and mouse that a scripted ten-minute meeting needs beyond the words themselves: in Notula, where
// each key is really sent, counted by the window that gets it and the document checked at the end, and
// in a word processor with styles, by the rules in keys-baseline.ts. Run by `npm run bench:keys`.
//
// In Notula nothing is set up but the session and its attendance (the order of which gives the speakers
// their numbers); the text has no abbreviations, so text expansion saves no key here.
import { isDeepStrictEqual } from 'node:util';

import { expect } from '@playwright/test';

import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import { attendeeLabel } from '../../src/shared/minutes/names.ts';
import { callApp } from '../e2e/bridge.ts';
import type { Notula } from '../e2e/launch.ts';
import { launchNotula } from '../e2e/launch.ts';
import type { MeetingStep } from '../fixtures/ten-minute-meeting.ts';
import { MEETING_PEOPLE, MEETING_STEPS } from '../fixtures/ten-minute-meeting.ts';
import { baselineKeys } from './keys-baseline.ts';
import { printReport, printTable } from './report.ts';

interface Seen {
  readonly keys: number;
  readonly mouse: number;
}

/** Counts in the window what a person presses there: every key that goes down, every mouse action. */
const COUNTER = `
  globalThis.pressed = { keys: 0, mouse: 0 };
  addEventListener('keydown', (event) => {
    if (event.isTrusted && !event.repeat) pressed.keys += 1;
  }, true);
  for (const name of ['mousedown', 'wheel', 'contextmenu']) {
    addEventListener(name, (event) => {
      if (event.isTrusted) pressed.mouse += 1;
    }, true);
  }
`;

const seen = ({ window }: Notula): Promise<Seen> =>
  window.evaluate(() => (globalThis as unknown as { readonly pressed: Seen }).pressed);

async function openMeeting({ window }: Notula): Promise<SessionId> {
  await callApp(window, 'profile.update', {
    changes: { isSetUp: true, officeName: 'Kantor Contoh', notulisName: 'Notulis Contoh' },
  });
  const title = 'Rapat sepuluh menit';
  const { id } = await callApp(window, 'sessions.create', {
    changes: { title, kind: 'Rapat Pleno' },
  });
  await callApp(window, 'attendance.add', {
    sessionId: id,
    entries: MEETING_PEOPLE.map(({ name, position, role, isThere }) => ({
      type: 'person' as const,
      person: { name },
      position,
      role,
      ...(isThere ? { presence: 'hadir' as const } : {}),
    })),
  });
  await window.reload();
  await window.getByText(title).first().dblclick();
  await expect(window.getByRole('textbox', { name: 'Naskah notula' })).toBeFocused();
  await expect(
    window.getByRole('listbox', { name: 'Pembicara' }).getByRole('option').first(),
  ).toBeVisible();
  return id;
}

/** The hands of the secretary: what she says besides the words is counted as it is pressed. */
function handsOf({ window }: Notula) {
  let beyondWords = 0;
  let letters = 0;
  return {
    /** "Alt+3" is two keys. */
    async press(...chords: readonly string[]): Promise<void> {
      for (const chord of chords) {
        beyondWords += chord.split('+').length;
        await window.keyboard.press(chord);
      }
    },
    /** Letters that are no words of the minutes, as those of a name that is looked for. */
    async look(text: string): Promise<void> {
      beyondWords += text.length;
      await window.keyboard.type(text);
    },
    async write(words: string): Promise<void> {
      letters += words.length;
      await window.keyboard.type(words);
    },
    counted: () => ({ beyondWords, letters }),
  };
}

type Hands = ReturnType<typeof handsOf>;

async function writeStatement(
  hands: Hands,
  step: Extract<MeetingStep, { type: 'statement' }>,
): Promise<void> {
  if (step.isFromQueue) await hands.press('Alt+Enter');
  else if (step.speaker === null) await hands.press('Control+Enter', '0');
  else await hands.press(`Alt+${step.speaker}`);
  const end = step.hands ? step.text.indexOf('.') + 1 : step.text.length;
  await hands.write(step.text.slice(0, end));
  for (const hand of step.hands ?? []) await hands.press('Alt+a', String(hand));
  await hands.write(step.text.slice(end));
}

async function doInNotula(hands: Hands, step: MeetingStep): Promise<void> {
  switch (step.type) {
    case 'opening':
    case 'break':
    case 'resumption':
      return hands.press('F8');
    case 'end':
      return hands.press('Shift+F8');
    case 'agendaItem':
      await hands.press('Control+Alt+2');
      return hands.write(step.text);
    case 'decision':
      await hands.press('Control+Alt+4');
      return hands.write(step.text);
    case 'followUp':
      await hands.press('Control+Alt+6');
      return hands.write(step.text);
    case 'statement':
      return writeStatement(hands, step);
    case 'arrival':
      await hands.press('Alt+d');
      await hands.look(MEETING_PEOPLE[step.speaker - 1]?.shortName.slice(0, 2).toLowerCase() ?? '');
      // With Shift the sentence is written into the minutes too.
      return hands.press('Shift+Enter');
    case 'closing':
      await hands.press('Control+Alt+8', String(step.speaker));
      return hands.write(step.text);
  }
}

/** A block as the meeting wants it: kind, speaker, words, and whether it has a time. */
type Line = readonly [type: string, speaker: string | null, text: string, isTimed: boolean | null];

function expectedLine(step: MeetingStep): Line {
  const nameOf = (speaker: number | null): string | null =>
    speaker === null ? null : (MEETING_PEOPLE[speaker - 1]?.name ?? null);
  switch (step.type) {
    case 'opening':
      return ['narration', null, 'Rapat dibuka oleh Budi Contoh pada pukul … WIB.', null];
    case 'break':
      return ['break', null, 'Rapat diskors pukul … WIB.', true];
    case 'resumption':
      return ['break', null, 'Skors dicabut dan rapat dilanjutkan pukul … WIB.', true];
    case 'end':
      return ['narration', null, 'Rapat ditutup pukul … WIB.', null];
    case 'arrival': {
      const person = MEETING_PEOPLE[step.speaker - 1];
      const who = `${person?.name}, ${person?.position}`;
      return ['narration', null, `Pukul … WIB ${who}, memasuki ruang rapat.`, null];
    }
    case 'agendaItem':
    case 'decision':
    case 'followUp':
      return [step.type, null, step.text, null];
    case 'statement':
      return ['statement', nameOf(step.speaker), step.text, true];
    case 'closing':
      return ['statement: closing statement', nameOf(step.speaker), step.text, true];
  }
}

function lineOf(block: Block, names: ReadonlyMap<string, string>): Line {
  const text = blockPlainText(block).replace(/\d\d\.\d\d WIB/, '… WIB');
  switch (block.type) {
    case 'statement': {
      const { kind, speakerId, spokenAtMs } = block.attrs;
      const type = kind === 'closing statement' ? `statement: ${kind}` : 'statement';
      return [type, names.get(speakerId ?? '') ?? null, text, spokenAtMs !== null];
    }
    case 'break':
      return [block.type, null, text, block.attrs.spokenAtMs !== null];
    case 'agendaItem':
    case 'narration':
    case 'decision':
    case 'recommendation':
    case 'followUp':
      return [block.type, null, text, null];
  }
}

/** What is kept must be the meeting, or the keys counted are of something else. */
async function check({ window }: Notula, sessionId: SessionId): Promise<void> {
  await expect(window.locator('.save-state-saved')).toBeVisible();
  const { blocks } = await callApp(window, 'documents.load', { sessionId });
  const attendance = await callApp(window, 'attendance.list', { sessionId });
  const names = new Map(attendance.map((line) => [String(line.id), attendeeLabel(line)]));
  const kept = blocks.map((block) => lineOf(block, names));
  const wanted = MEETING_STEPS.map(expectedLine);
  for (let index = 0; index < Math.max(kept.length, wanted.length); index += 1) {
    if (isDeepStrictEqual(kept[index], wanted[index])) continue;
    throw new Error(
      `block ${index + 1} is ${JSON.stringify(kept[index])}, not ${JSON.stringify(wanted[index])}`,
    );
  }
  const late = attendance.find((line) => attendeeLabel(line) === MEETING_PEOPLE[6]?.name);
  if (late?.days[0]?.presence !== 'hadir') throw new Error('the late arrival is not recorded');
}

type Sums = {
  readonly step: string;
  readonly times: number;
  readonly notula: number;
  readonly wordProcessor: number;
  readonly prepared: number;
  readonly sentences: number;
};

const kindOf = (step: MeetingStep): string =>
  step.type === 'statement' && step.hands ? 'statement, hands noted' : step.type;

const added = (rows: readonly Sums[], name: string): Sums => {
  const sum = (value: (row: Sums) => number): number =>
    rows.reduce((total, row) => total + value(row), 0);
  return {
    step: name,
    times: sum(({ times }) => times),
    notula: sum(({ notula }) => notula),
    wordProcessor: sum(({ wordProcessor }) => wordProcessor),
    prepared: sum(({ prepared }) => prepared),
    sentences: sum(({ sentences }) => sentences),
  };
};

const share = (ours: number, theirs: number): number => Math.round((ours / theirs) * 1000) / 1000;

const notula = await launchNotula();
try {
  const sessionId = await openMeeting(notula);
  await notula.window.evaluate(COUNTER);
  const hands = handsOf(notula);
  const rows: Sums[] = [];
  for (const step of MEETING_STEPS) {
    const before = hands.counted().beyondWords;
    await doInNotula(hands, step);
    const { keys, preparedKeys, sentenceKeys } = baselineKeys(step, MEETING_PEOPLE);
    rows.push({
      step: kindOf(step),
      times: 1,
      notula: hands.counted().beyondWords - before,
      wordProcessor: keys,
      prepared: preparedKeys,
      sentences: sentenceKeys,
    });
  }
  await check(notula, sessionId);
  const { beyondWords, letters } = hands.counted();
  const pressed = await seen(notula);
  if (pressed.keys !== beyondWords + letters) {
    throw new Error(`${pressed.keys} keys reached the window, not ${beyondWords + letters}`);
  }

  const kinds = [...new Set(rows.map(({ step }) => step))];
  const total = added(rows, 'all');
  printTable([
    ...kinds.map((kind) =>
      added(
        rows.filter(({ step }) => step === kind),
        kind,
      ),
    ),
    total,
  ]);
  printReport({
    name: 'keys',
    figures: {
      keysBeyondWords: beyondWords,
      mouseActions: pressed.mouse,
      lettersOfWords: letters,
      statements: MEETING_STEPS.filter(({ type }) => type === 'statement' || type === 'closing')
        .length,
      timesBaseline: share(beyondWords, total.wordProcessor),
      timesPreparedBaseline: share(beyondWords, total.prepared),
      timesBaselineWithSentences: share(beyondWords, total.wordProcessor + total.sentences),
    },
    goals: { timesBaseline: { max: 0.6 }, mouseActions: { max: 0 } },
    baseline: {
      keysBeyondWords: total.wordProcessor,
      preparedKeysBeyondWords: total.prepared,
      sentenceKeys: total.sentences,
    },
  });
} finally {
  await notula.close();
}
