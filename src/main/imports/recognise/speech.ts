import type { GuessedName } from '../../../shared/imports/guess.ts';
import { STATEMENT_KINDS } from '../../../shared/document/block.ts';
import { readLine } from '../../../shared/minutes/pasted-line.ts';
import { isOrganizationText, isPositionText } from '../../../shared/minutes/position-words.ts';
import { labelKey, withoutEnumerator } from './labels.ts';
import { bareName } from './people.ts';
import type { Roster } from './roster.ts';
import { sectionOf } from './sections.ts';
import { beginsNoName, isNameLike, sentenceOf } from './speaker-words.ts';
import type { Paragraph } from './units.ts';

/** Somebody begins to speak in a paragraph. */
export interface Speech {
  /** Null where the file says that nobody noted who. */
  readonly speaker: GuessedName | null;
  /** "label": what follows belongs to it; "sentence": the paragraph is a statement by itself. */
  readonly form: 'label' | 'sentence';
  readonly kind: string;
  /** What is said in this paragraph; "" where only a name stands in it. */
  readonly words: string;
  readonly isSure: boolean;
}

const LABEL = /^(?<label>[^:]{2,130}?)\s*:\s*(?<words>.*)$/su;
const DASH = /^(?<label>[^:–—]{2,110}?)\s+[–—]\s+(?<words>\p{Lu}.{20,})$/su;
/** "(pukul 09.27 WIB)", "(closing statement, pukul 09.27 WIB)", "[10.15]" behind a name. */
const STAMP =
  /\s*[([](?:(?<kind>(?!pukul|pkl|jam)[\p{L} ]{4,30}?)(?:,\s*|(?=[)\]])))?(?:(?:pukul|pkl\.?|jam)?\s*\d{1,2}[.:]\d{2}(?:\s*(?:WIB|WITA|WIT))?)?[)\]]\s*$/iu;
const NOBODY = /^pembicara (?:tidak|tak) (?:disebut|diketahui|dicatat)/iu;
const ROLE_WORDS =
  /^(?:pimpinan|ketua|pemimpin)\s+(?:rapat|sidang)$|^(?:moderator|notulis|narasumber|host|pembawa acara|mc|pewawancara|pimpinan|penanggap)(?:\s+(?:rapat|\d|[ivx]+))?$/iu;
const SALUTATION =
  /^(?:bapak|ibu|pak|bu|bpk|sdr|sdri|saudara|saudari|yth|prof|dr|drs|dra|h|hj|ir|kh|ust)\b[.\s/]/iu;

interface Label {
  readonly who: GuessedName;
  readonly kind: string | null;
  readonly isUnclear: boolean;
}

function stampedKind(label: string): readonly [label: string, kind: string | null] {
  const stamp = STAMP.exec(label);
  if (stamp === null || stamp[0].trim() === '') return [label, null];
  const kind = stamp.groups?.['kind']?.trim().toLowerCase() ?? null;
  const known = STATEMENT_KINDS.find((each) => each === kind) ?? null;
  // Other words in brackets are an office, and stay.
  if (kind !== null && known === null) return [label, null];
  return [label.slice(0, stamp.index), known];
}

function readWho(text: string): Label {
  const [bare, kind] = stampedKind(withoutEnumerator(text));
  const apart = bare
    .replace(/\s+(?:dari|selaku|sebagai|mewakili|perwakilan)\s+/giu, ' - ')
    .replace(/[,\s]+$/u, '');
  const entry = readLine(apart);
  const who = bareName(entry);
  // What the reader of lists takes for a group is an institution that speaks.
  if (entry.type === 'group')
    return {
      who: { ...who, name: '', organization: entry.organization || entry.name },
      kind,
      isUnclear: false,
    };
  return { who, kind, isUnclear: entry.isUnclear };
}

const isSentenceLike = (text: string): boolean =>
  /[.!?]\s+\p{Lu}/u.test(text.replace(/\b\p{Lu}\p{L}{0,4}\.\s*/gu, ''));

interface Hints {
  /** The label is set in bold, or stands as a label elsewhere too. */
  readonly isMarked: boolean;
}

/** How sure it is that a text names who speaks; null: it names nobody. */
function sureness(
  text: string,
  { who, isUnclear }: Label,
  roster: Roster,
  hints: Hints,
): boolean | null {
  const label = withoutEnumerator(text);
  if (roster.match(who, label) !== null) return true;
  if (
    beginsNoName(label) ||
    labelKey(label) !== null ||
    sectionOf(label) !== null ||
    isSentenceLike(label)
  )
    return null;
  if (ROLE_WORDS.test(label)) return true;
  const hasName = who.name !== '';
  const isPlaced = who.position !== '' || who.organization !== '';
  const isTitled = who.titleBefore !== '' || who.titleAfter !== '' || SALUTATION.test(label);
  if (hasName && (isTitled || isPlaced) && !isUnclear && isNameLike(who.name, 1)) return true;
  if (
    !hasName &&
    isPlaced &&
    label.length <= 90 &&
    (isPositionText(label) || isOrganizationText(label))
  )
    return hints.isMarked || !isUnclear;
  if (hasName && !isPlaced && isNameLike(who.name, hints.isMarked ? 1 : 2)) return hints.isMarked;
  return null;
}

/** "Narasumber 1: Budi Contoh (Universitas Contoh)", who speaks next, and no words of theirs. */
function roleWithName(label: string, words: string): Speech | null {
  const { who, isUnclear } = readWho(words);
  if (words.length > 120 || isUnclear || /[.!?]$/u.test(words) || !isNameLike(who.name, 2))
    return null;
  const position = who.position === '' && who.organization === '' ? label.trim() : who.position;
  return {
    speaker: { ...who, position },
    form: 'label',
    kind: 'pernyataan',
    words: '',
    isSure: true,
  };
}

function labelled(text: string, boldLength: number, roster: Roster): Speech | null {
  const found = LABEL.exec(text)?.groups ?? DASH.exec(text)?.groups;
  const label = found?.['label'] ?? '';
  if (label === '' || label.length > 130) return null;
  const read = readWho(label);
  if (NOBODY.test(label))
    return {
      speaker: null,
      form: 'label',
      kind: read.kind ?? 'pernyataan',
      words: found?.['words'] ?? '',
      isSure: true,
    };
  const role = ROLE_WORDS.test(withoutEnumerator(label))
    ? roleWithName(label, found?.['words'] ?? '')
    : null;
  if (role !== null) return role;
  const isBold = boldLength >= label.length && boldLength < text.length;
  const isSure = sureness(label, read, roster, { isMarked: isBold || roster.isRepeated(label) });
  if (isSure === null) return null;
  return {
    speaker: read.who,
    form: 'label',
    kind: read.kind ?? 'pernyataan',
    words: (found?.['words'] ?? '').trim(),
    isSure,
  };
}

/** An office or institution as a heading of its own, and no letterhead. */
const isInstitution = (
  { text, alignment }: Paragraph,
  { name, organization }: GuessedName,
): boolean =>
  name === '' &&
  organization !== '' &&
  alignment !== 'center' &&
  text.length <= 90 &&
  text !== text.toUpperCase();

/** "Sambutan Ketua KPU Kota Contoh", "Paparan oleh Budi Contoh" as headings. */
const GIVEN =
  /^(?<kind>sambutan|arahan|pengarahan|paparan|pemaparan|penyampaian materi|materi|tanggapan|closing statement|pernyataan penutup|pertanyaan)\s+(?:oleh\s+|dari\s+|:\s*)?(?<who>.{3,120})$/iu;
const GIVEN_KINDS: Readonly<Record<string, string>> = {
  sambutan: 'sambutan',
  arahan: 'sambutan',
  pengarahan: 'sambutan',
  paparan: 'paparan',
  pemaparan: 'paparan',
  'penyampaian materi': 'paparan',
  materi: 'paparan',
  tanggapan: 'tanggapan',
  'closing statement': 'closing statement',
  'pernyataan penutup': 'closing statement',
  pertanyaan: 'pertanyaan',
};

function given(paragraph: Paragraph, roster: Roster): Speech | null {
  const { text, boldLength, heading } = paragraph;
  if (heading === null && boldLength < text.length && !text.endsWith(':')) return null;
  const { kind = '', who = '' } = GIVEN.exec(text.replace(/\s*:$/u, ''))?.groups ?? {};
  const read = readWho(who);
  const isPerson =
    who !== '' &&
    (roster.match(read.who, who) !== null ||
      isPositionText(who) ||
      isNameLike(read.who.name, 2) ||
      SALUTATION.test(who));
  if (!isPerson || sureness(who, read, roster, { isMarked: true }) === null) return null;
  const known = GIVEN_KINDS[kind.toLowerCase()] ?? 'pernyataan';
  return { speaker: read.who, form: 'label', kind: known, words: '', isSure: true };
}

/** A paragraph that holds who speaks and nothing else. */
function headed(paragraph: Paragraph, roster: Roster): Speech | null {
  const text = paragraph.text.replace(/\s*\n\s*/gu, ' ').replace(/\s*:$/u, '');
  if (text.length > 180 || isSentenceLike(text)) return null;
  const read = readWho(text);
  const [bare] = stampedKind(text);
  const isStamped = bare !== text;
  if (NOBODY.test(text))
    return {
      speaker: null,
      form: 'label',
      kind: read.kind ?? 'pernyataan',
      words: '',
      isSure: true,
    };
  const known = roster.match(read.who, bare);
  const isMarked = paragraph.boldLength > 0 || paragraph.heading !== null || isStamped;
  // In a file that knows no bold letters: a name of the list with what it is, and no more.
  const isName = known !== null && read.who.name !== '' && !/[.;]$/u.test(text) && !read.isUnclear;
  if (!isMarked && !isName) return null;
  const isPlaced = read.who.position !== '' || read.who.organization !== '';
  const isWhole =
    isStamped ||
    known !== null ||
    isInstitution(paragraph, read.who) ||
    (read.who.name !== '' && isPlaced && !read.isUnclear && isNameLike(read.who.name, 2));
  if (!isWhole || (known === null && sureness(bare, read, roster, { isMarked: true }) === null))
    return null;
  return {
    speaker: read.who,
    form: 'label',
    kind: read.kind ?? 'pernyataan',
    words: '',
    isSure: isStamped || known !== null,
  };
}

function spoken(text: string, roster: Roster): Speech | null {
  const sentence = sentenceOf(text);
  if (sentence === null) return null;
  const read = readWho(sentence.subject);
  if (/\b(?:yang|bahwa|agar|untuk|karena|oleh|rapat|telah|akan|sudah)\b/iu.test(sentence.subject))
    return null;
  const isSure = sureness(sentence.subject, read, roster, { isMarked: false });
  if (isSure === null) return null;
  return { speaker: read.who, form: 'sentence', kind: sentence.kind, words: text, isSure };
}

/** A name set in bold at the beginning of a sentence: "**Budi Contoh** menyampaikan …" without a verb that is known. */
function emboldened(paragraph: Paragraph, roster: Roster): Speech | null {
  const { text, boldLength } = paragraph;
  if (boldLength < 3 || boldLength >= text.length) return null;
  const label = text.slice(0, boldLength).replace(/[\s:,–—-]+$/u, '');
  const read = readWho(label);
  const isSure = sureness(label, read, roster, { isMarked: true });
  if (isSure === null || read.who.name === '') return null;
  const words = text.slice(boldLength).replace(/^[\s:,–—-]+/u, '');
  return {
    speaker: read.who,
    form: 'label',
    kind: read.kind ?? 'pernyataan',
    words,
    isSure: roster.match(read.who, label) !== null,
  };
}

/** Who begins to speak in a paragraph, and with what; null where nobody does. */
export function speechIn(paragraph: Paragraph, roster: Roster): Speech | null {
  const text = withoutEnumerator(paragraph.text);
  const cut = paragraph.text.length - text.length;
  const boldLength = Math.max(0, paragraph.boldLength - cut);
  const bare = { ...paragraph, text, boldLength };
  return (
    given(bare, roster) ??
    labelled(text, boldLength, roster) ??
    headed(bare, roster) ??
    spoken(text, roster) ??
    emboldened(bare, roster)
  );
}

/** Who a cell of a table names as speaking. */
export function speakerInCell(text: string): GuessedName | null {
  const line = text.replace(/\s*\n\s*/gu, ' - ').trim();
  if (!/\p{L}/u.test(line) || NOBODY.test(line)) return null;
  return readWho(line).who;
}
