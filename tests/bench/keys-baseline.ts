import type { MeetingPerson, MeetingStep } from '../fixtures/ten-minute-meeting.ts';

/**
 * Keys that the scripted meeting needs in a word processor with styles, beyond the words themselves.
 *
 * The rules, each in favour of the word processor where there was a choice:
 * - A key is counted each time it is pressed; Shift is one for a capital or a colon, Ctrl, Alt and
 *   Shift of a shortcut are one each.
 * - A statement begins with a short name of one word (no title, no second name, no position), a colon
 *   and the time as HH.MM, in bold: Ctrl+B, "Budi: 09.07 ", Ctrl+B, and ends with Enter. A voice that
 *   nobody named is "Peserta". Looking at the clock costs nothing, nor does the document's set-up.
 * - An agenda item gets the heading style by Ctrl+1 and Enter; the style goes back by itself.
 * - A decision and a follow-up get a heading typed ("Keputusan", "Tindak lanjut") with the style by
 *   Ctrl+2 and Enter, then their text and Enter.
 * - The official sentences of opening, break, resumption, end and a late arrival cost their time
 *   (HH.MM) and Enter; their letters are not counted, although Notula writes them. `sentenceKeys`
 *   says how many they are.
 * - Who asks to speak is noted on paper, and the attendance is kept by somebody else: nothing.
 * - No mistake is made, no other program is looked at, and no mouse is used.
 */
export interface BaselineKeys {
  readonly keys: number;
  /** The letters of an official sentence, which `keys` leaves out. */
  readonly sentenceKeys: number;
  /**
   * The same by somebody who prepared her word processor: an abbreviation of two letters and F3 for each
   * speaker that brings name, colon and bold, and Alt+Shift+T for the time.
   */
  readonly preparedKeys: number;
}

const NEEDS_SHIFT = /[A-Z:]/g;
const TIME = '09.07';
const ENTER = 1;
const BOLD = 2;
const STYLE = 2;
const ABBREVIATION = 3;
const INSERT_TIME = 3;
const SPACE = 1;
const UNNAMED = 'Peserta';

/** Every key pressed for a text, Shift included. */
export const typedKeys = (text: string): number =>
  text.length + (text.match(NEEDS_SHIFT)?.length ?? 0);

const SENTENCES = {
  opening: 'Rapat dibuka oleh Budi Contoh pada pukul  WIB.',
  break: 'Rapat diskors pukul  WIB.',
  resumption: 'Skors dicabut dan rapat dilanjutkan pukul  WIB.',
  end: 'Rapat ditutup pukul  WIB.',
  arrival: 'Pukul  WIB Dewi Percobaan memasuki ruang rapat.',
} as const;

const evenly = (keys: number): BaselineKeys => ({ keys, sentenceKeys: 0, preparedKeys: keys });

const statementKeys = (shortName: string): BaselineKeys => ({
  keys: BOLD + typedKeys(`${shortName}: ${TIME} `) + BOLD + ENTER,
  sentenceKeys: 0,
  preparedKeys: ABBREVIATION + INSERT_TIME + SPACE + ENTER,
});

const headingKeys = (heading: string): BaselineKeys =>
  evenly(typedKeys(heading) + STYLE + ENTER + ENTER);

export function baselineKeys(step: MeetingStep, people: readonly MeetingPerson[]): BaselineKeys {
  switch (step.type) {
    case 'opening':
    case 'break':
    case 'resumption':
    case 'end':
    case 'arrival': {
      const keys = typedKeys(TIME) + ENTER;
      return {
        keys,
        sentenceKeys: typedKeys(SENTENCES[step.type]),
        preparedKeys: INSERT_TIME + ENTER,
      };
    }
    case 'agendaItem':
      return evenly(STYLE + ENTER);
    case 'decision':
      return headingKeys('Keputusan');
    case 'followUp':
      return headingKeys('Tindak lanjut');
    case 'statement':
    case 'closing':
      return statementKeys(
        step.speaker === null ? UNNAMED : (people[step.speaker - 1]?.shortName ?? UNNAMED),
      );
  }
}
