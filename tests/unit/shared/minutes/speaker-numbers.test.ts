import { describe, expect, test } from 'vitest';

import { attendanceIdSchema } from '../../../../src/shared/ids.ts';
import type { SpeakerNumber } from '../../../../src/shared/minutes/speaker-numbers.ts';
import {
  dealNumbers,
  giveNumber,
  numberToGive,
  releaseNumber,
} from '../../../../src/shared/minutes/speaker-numbers.ts';

const id = (name: string) => attendanceIdSchema.parse(name);
const people = (names: string) => Array.from(names, id);
/** "AB-D": A has 1, B has 2, 3 is kept free, D has 4. */
const slots = (text: string): readonly SpeakerNumber[] =>
  Array.from(text, (name, index) => ({
    number: index + 1,
    attendanceId: name === '-' ? null : id(name),
  }));
const shown = (dealt: readonly SpeakerNumber[]): string =>
  dealt.map(({ number, attendanceId }) => `${number}${attendanceId ?? '-'}`).join(' ');

describe('numbers of speakers', () => {
  test('go to the first nine while nobody decided', () => {
    expect(shown(dealNumbers([], people('ABCDEFGHIJKL')))).toBe('1A 2B 3C 4D 5E 6F 7G 8H 9I');
    expect(shown(dealNumbers([], people('AB')))).toBe('1A 2B');
  });

  test('stay whose they are when the attendance changes', () => {
    const decided = slots('ABC');
    expect(shown(dealNumbers(decided, people('XCBA')))).toBe('1A 2B 3C 4X');
    // B went away: her number waits for her, nobody moves up.
    expect(shown(dealNumbers(decided, people('AC')))).toBe('1A 2B 3C');
    expect(shown(dealNumbers(slots('A-C'), people('ACD')))).toBe('1A 2- 3C 4D');
  });

  test('are given, swapped and taken away', () => {
    expect(shown(giveNumber(slots('ABC'), 2, id('X')))).toBe('1A 2X 3C 4- 5- 6- 7- 8- 9-');
    expect(shown(giveNumber(slots('ABC'), 1, id('C')))).toBe('1C 2B 3A');
    expect(shown(giveNumber(slots('AB'), 9, id('A')))).toBe('1- 2B 9A');
    expect(shown(releaseNumber(slots('ABC'), id('B')))).toBe('1A 2- 3C 4- 5- 6- 7- 8- 9-');
    // B is not dealt another number for the one that was taken from her.
    expect(shown(dealNumbers(releaseNumber(slots('AB'), id('B')), people('ABX')))).toBe(
      '1A 2- 3- 4- 5- 6- 7- 8- 9-',
    );
  });

  test('a further speaker gets the lowest free one, else that of the longest silent', () => {
    expect(numberToGive(slots('AB'), () => -1)).toBe(3);
    expect(numberToGive(slots('A-C'), () => -1)).toBe(2);
    const spoke = new Map(Array.from('ABCDEFGHI', (name, index) => [id(name), 20 - index]));
    expect(numberToGive(slots('ABCDEFGHI'), (who) => spoke.get(who) ?? -1)).toBe(9);
    spoke.set(id('D'), 1);
    expect(numberToGive(slots('ABCDEFGHI'), (who) => spoke.get(who) ?? -1)).toBe(4);
    expect(numberToGive(slots('ABCDEFGHI'), () => -1)).toBe(9);
  });
});
