import type { Session } from '../../../shared/minutes/session.ts';
import { sessionHeading } from '../session-facts.ts';
import { xmlLine, xmlText } from '../xml-text.ts';
import { SHORT_BLANK } from './text.ts';

/** How a running sentence names the kinds that everybody shortens. */
const KINDS_IN_PROSE: Readonly<Record<string, string>> = {
  fgd: 'Focus Group Discussion (FGD)',
  rakor: 'Rapat Koordinasi (Rakor)',
  rakornas: 'Rapat Koordinasi Nasional (Rakornas)',
  pleno: 'Rapat Pleno',
};

/**
 * What took place, for the middle of a sentence: "Focus Group Discussion (FGD) tentang Evaluasi …",
 * "Rapat Pleno Terbuka …"; a blank where neither kind nor title is known.
 */
export function occasion(session: Pick<Session, 'kind' | 'title'>): string {
  const [kind, title] = [xmlLine(session.kind), xmlLine(session.title)];
  const heading = sessionHeading(session);
  const kindInProse = KINDS_IN_PROSE[kind.toLowerCase()] ?? kind;
  if (heading === '') return `${SHORT_BLANK}${SHORT_BLANK}${SHORT_BLANK}`;
  if (title === '') return kindInProse;
  return heading === `${kind}: ${title}` ? `${kindInProse} tentang ${title}` : heading;
}

/** The same for under the word TENTANG; "" where nothing is known. */
export function subjectInCapitals(session: Pick<Session, 'kind' | 'title'>): string {
  return sessionHeading(session) === '' ? '' : occasion(session).toLocaleUpperCase('id');
}

/** " dengan tema “…”"; "" where no theme is known. */
export function withTheme({ theme }: Pick<Session, 'theme'>): string {
  const words = xmlLine(theme).replace(/^["“”]+|["“”]+$/g, '');
  return words === '' ? '' : ` dengan tema “${words}”`;
}

/** A longer purpose would bury the sentence that it stands in. */
const LONGEST_IN_SENTENCE = 300;

/** What a purpose may begin with that "dalam rangka" already says. */
const PURPOSE_OPENING = /^(?:dalam rangka|untuk|guna|bertujuan(?: untuk)?)\s+/i;

/**
 * The purpose for a sentence that goes on with it: "dalam rangka menghimpun masukan …"; "" where it
 * is not known, or is long or a text of several sentences.
 */
export function forPurpose({ purpose }: Pick<Session, 'purpose'>): string {
  const text = xmlText(purpose).trim();
  const words = xmlLine(text)
    .replace(PURPOSE_OPENING, '')
    .replace(/[.;,]+$/, '');
  const isOneClause =
    words.length <= LONGEST_IN_SENTENCE && !text.includes('\n') && !/[.!?]\s+\p{Lu}/u.test(words);
  return words === '' || !isOneClause ? '' : `dalam rangka ${words}`;
}

/** Purposes that no sentence can take up, as lines of their own. */
export function purposeLines(session: Pick<Session, 'purpose'>): readonly string[] {
  if (forPurpose(session) !== '') return [];
  return xmlText(session.purpose)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
