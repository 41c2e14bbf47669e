import { splitTitles } from '../../minutes/titles.ts';
import { foldedWords } from '../words.ts';

/** Titles and ways of address as they are typed in a hurry, without capitals and dots. */
const BEFORE: ReadonlySet<string> = new Set(
  'bapak ibu pak bu bpk sdr sdri saudara saudari yth prof dr drs dra drg drh ir h hj kh ust ustadz ustaz pdt apt adv akp akbp kompol kombes ipda iptu aiptu aipda bripka letkol mayor kapten kolonel'.split(
    ' ',
  ),
);
const AFTER: ReadonlySet<string> = new Set(
  'sh se sei st sp sip si sik ssos skom sag spd spdi spsi ssi skep skm shi mh mm mt me msi mpd mag mkn mkom msos map mip mhum mpsi msc mba llm lc phd amd'.split(
    ' ',
  ),
);

/**
 * The words of a name as it is searched for, folded and without titles: "Dr. H. Budi Contoh, S.H."
 * and "budi contoh sh" are both "budi contoh". At least one word stays.
 */
export function nameWords(typed: string): readonly string[] {
  const words = foldedWords(splitTitles(typed).name);
  let from = 0;
  let to = words.length;
  while (from < to - 1 && BEFORE.has(words[from] ?? '')) from += 1;
  while (to > from + 1 && AFTER.has(words[to - 1] ?? '')) to -= 1;
  return words.slice(from, to);
}
