import type { Presence } from './people.ts';
import { ATTENDANCE_ROLES } from './people.ts';
import { isOrganizationText, isPositionText, splitPosition } from './position-words.ts';
import { cleanLine, isTitleAfter, splitTitles } from './titles.ts';

/** What one pasted line says, shown for correction before anything is added. */
export interface PastedEntry {
  readonly type: 'person' | 'group';
  /** The bare name; "" for somebody known only by position. */
  readonly name: string;
  readonly titleBefore: string;
  readonly titleAfter: string;
  readonly position: string;
  readonly organization: string;
  readonly phone: string;
  readonly nip: string;
  readonly role: string | null;
  readonly presence: Presence | null;
  readonly headCount: number | null;
  /** Times of day, where a list of participants tells them. */
  readonly arrived: string | null;
  readonly left: string | null;
  /** What is name and what is not could not be told with certainty. */
  readonly isUnclear: boolean;
}

export const BLANK_ENTRY: PastedEntry = {
  type: 'person',
  name: '',
  titleBefore: '',
  titleAfter: '',
  position: '',
  organization: '',
  phone: '',
  nip: '',
  role: null,
  presence: null,
  headCount: null,
  arrived: null,
  left: null,
  isUnclear: false,
};

const PRESENCE_WORDS: readonly (readonly [pattern: RegExp, presence: Presence])[] = [
  [/^(?:hadir|luring|hadir\s+luring|datang|ada|h)$/iu, 'hadir'],
  [/^(?:daring|online|hadir\s+daring|(?:via\s+)?zoom|(?:via\s+)?gmeet|d)$/iu, 'daring'],
  [/^(?:(?:izin|ijin)(?:\s+\p{L}+)?|sakit|cuti|i)$/iu, 'izin'],
  [/^(?:tidak\s+hadir|absen|alpa|t)$/iu, 'tidak hadir'],
  [/^(?:diwakili|diwakilkan|w)$/iu, 'diwakili'],
];

/** "Hadir, Pak.": who is addressed is no part of the answer. */
const ADDRESS_AT_END =
  /(?:[\s,.!]+(?:pak|bu|bapak|ibu|kak|mas|mbak|bang|min|admin|ya))?[\s,.!]*$/iu;

/** The presence that a cell or a remark states; null where it states none. */
export function presenceIn(text: string): Presence | null {
  const word = cleanLine(text).replace(ADDRESS_AT_END, '');
  return PRESENCE_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

export function isPhone(text: string): boolean {
  return /^\+?[\d\s().-]+$/u.test(text) && /^\d{8,15}$/u.test(text.replace(/\D/gu, ''));
}

/** An NIP has 18 digits, often written in groups. */
export function isNip(text: string): boolean {
  return /^(?:nip\b[\s.:]*)?[\d\s]+$/iu.test(text) && text.replace(/\D/gu, '').length === 18;
}

const HEAD_COUNT =
  /^(?:\+\/-\s*|±\s*)?(\d{1,6})\s*(?:orang|org|peserta|pax|jiwa|siswa|mahasiswa)$/iu;

/** Emoji, check marks and the marks by which chat programs set bold and italic. */
const DECORATION =
  /[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}✓✗✘☐☑☒*~`]|\ufe0e|\ufe0f|\u20e3/gu;

const MARKER =
  /^(?:\(?\d{1,4}\s*[.):\]](?!\d)|\d{1,4}\s*[-–](?=\s)|\d{1,4}(?=\s+\p{L})|[-•·–—●○▪■►▶>]|\+(?=\s))\s*/u;

/** A pasted line without its number, bullet, emoji and chat marks. */
export function stripMarks(text: string): { readonly text: string; readonly hasMarker: boolean } {
  let rest = cleanLine(text.replace(DECORATION, ' ')).replace(/(^|\s)_(.*?)_(?=\s|$)/gu, '$1$2');
  let hasMarker = false;
  for (;;) {
    const marker = MARKER.exec(rest)?.[0];
    if (marker === undefined) return { text: rest, hasMarker };
    hasMarker = true;
    rest = rest.slice(marker.length);
  }
}

const isNameLike = (text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  !/[\d@?!#=<>_]|https?:/iu.test(text) &&
  !/^(?:siap|hadir|izin|ijin|diwakili|mewakili|absen|daring|zoom|oke?|baik|mohon|saya|kami)(?!\p{L})/iu.test(
    text,
  ) &&
  text.split(/[\s,]+/u).length <= 9 &&
  text.length <= 90;

/** Takes one remark beside a name into the entry: phone, presence, role, position or organization. */
export function addRemark(entry: PastedEntry, typed: string): PastedEntry {
  const text = cleanLine(typed).replace(/^[,;:\s]+|[,;:\s]+$/gu, '');
  if (text === '') return entry;
  if (isNip(text)) return { ...entry, nip: text.replace(/^nip[\s.:]*/iu, '') };
  if (isPhone(text)) return { ...entry, phone: text };
  const presence = presenceIn(text);
  if (presence !== null && text.length > 1) return { ...entry, presence };
  const count = HEAD_COUNT.exec(text)?.[1];
  if (count !== undefined) return { ...entry, type: 'group', headCount: Number(count) };
  const role = ATTENDANCE_ROLES.find((each) => each === text.toLowerCase());
  if (role !== undefined) return { ...entry, role };
  const split = splitPosition(text);
  const join = (known: string, more: string): string => [known, more].filter(Boolean).join(', ');
  return {
    ...entry,
    position: join(entry.position, split.position),
    organization: join(entry.organization, split.organization),
    isUnclear: entry.isUnclear || !split.isCertain,
  };
}

/** The name at the start of a piece with its titles, and what follows them after commas. */
function nameAndRest(piece: string): readonly [name: string, rest: readonly string[]] {
  const [name = '', ...others] = piece.split(/\s*,\s*/u);
  const end = others.findIndex((other) => !isTitleAfter(other));
  const titles = end === -1 ? others : others.slice(0, end);
  return [[name, ...titles].join(', '), end === -1 ? [] : others.slice(end)];
}

const FIGURES_AT_END =
  /^(.*\p{L}[^\d+]*?)\s+(\+?\d[\d\s-]{7,}|\d{1,6}\s*(?:orang|org|peserta|pax))$/iu;

/** "Anggota KPU, Budi Contoh" are a place and a name; "Ketua, KPU Kota Contoh" stays one piece. */
function namesApart(piece: string): readonly string[] {
  if (!isSomebodysPlace(piece)) return [piece];
  const parts = piece.split(/\s*,\s*/u);
  const hasName = parts.some((part) => !isSomebodysPlace(part) && !isTitleAfter(part));
  return hasName ? parts.filter(Boolean) : [piece];
}

function piecesOf(text: string): readonly string[] {
  const remarks: string[] = [];
  const bare = text
    .replace(/\((?!\s*(?:h\.\s*c|cand)\b)([^()]*)(?:\)|$)/giu, (_, remark: string) => {
      remarks.push(remark);
      return ' ';
    })
    .replace(/\s+/gu, ' ');
  const pieces = bare.split(/\s+[-–—]+\s+|\s*[|;–—:]\s*|\s+\/\s*|\s*\/\s+/u).flatMap((piece) => {
    // A phone or a head count may follow a name with nothing but a space between.
    const [, front = '', end = ''] = FIGURES_AT_END.exec(piece.trim()) ?? [];
    return end === '' ? [piece] : [front, end];
  });
  return [...pieces, ...remarks]
    .map((piece) => piece.trim())
    .filter(Boolean)
    .flatMap(namesApart);
}

const isSomebodysPlace = (piece: string): boolean =>
  isOrganizationText(piece) ||
  isPositionText(piece) ||
  isPhone(piece) ||
  isNip(piece) ||
  HEAD_COUNT.test(piece);

/** Whole paragraphs are no attendees; nothing is looked for in them. */
const LONGEST_LINE = 500;

/** Reads one line of running text, such as "Ibu Siti Contoh, S.Pd - Bawaslu (moderator)". */
export function readLine(typed: string): PastedEntry {
  if (typed.length > LONGEST_LINE) return { ...BLANK_ENTRY, name: typed, isUnclear: true };
  const pieces = piecesOf(typed.replace(/^nama\s*:\s*/iu, ''));
  const namePlace = pieces.findIndex((piece) => !isSomebodysPlace(piece));
  if (namePlace === -1) {
    const entry = pieces.reduce(addRemark, BLANK_ENTRY);
    const whole = [entry.position, entry.organization].filter(Boolean).join(' ');
    if (entry.type === 'group' && whole !== '') {
      return { ...entry, name: whole, position: '', organization: '' };
    }
    // An organization alone may be a group that came; a position alone somebody without a name.
    return entry.position === '' && entry.organization !== ''
      ? { ...entry, type: 'group', name: entry.organization, organization: '', isUnclear: true }
      : { ...entry, isUnclear: true };
  }
  const [nameText, rest] = nameAndRest(pieces[namePlace] ?? '');
  const others = [...rest, ...pieces.filter((_, index) => index !== namePlace)];
  const named = { ...BLANK_ENTRY, ...splitTitles(nameText), isUnclear: !isNameLike(nameText) };
  const entry = others.reduce(addRemark, named);
  return entry.type === 'group' ? { ...entry, titleBefore: '', titleAfter: '' } : entry;
}
