import type { PastedEntry } from './pasted-line.ts';
import { BLANK_ENTRY, isPhone, presenceIn, readLine, stripMarks } from './pasted-line.ts';
import { readTable } from './pasted-table.ts';
import type { Attendance } from './people.ts';
import { isOrganizationText } from './position-words.ts';
import { cleanLine, nameKey } from './titles.ts';

export interface PastedLine extends PastedEntry {
  /** Number of the line in the pasted text, from 1. */
  readonly lineNumber: number;
  /** The line as it was pasted. */
  readonly source: string;
  /** How many rows of a file it was made of, where that is more than one. */
  readonly rowCount?: number;
}

/** "[18/02/25 09.11] Nama: …", "[09.11, 18/2/2025] Nama: …" and "18/02/25 09.11 - Nama: …". */
const CHAT =
  /^(?:\[[\d\s./:,-]{8,30}(?:[ap]\.?m\.?)?\]\s*|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[ap]m)?\s+-\s+)(?:~\s*)?(?<sender>[^:]{1,80}):\s*(?<message>.*)$/iu;

/** What the chat program itself wrote, such as who was added to the group. */
const NOTICE =
  /^\[?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}[,\s][\d\s.:]*(?:[ap]m)?[\]\s-]+(?<text>\S.*)$/iu;

const HEADING =
  /^(?:daftar|list|absen(?:si)?|presensi|peserta|kehadiran|undangan|rekap(?:itulasi)?|rapat|assalam\p{L}*|selamat|yth|mohon|terima\s?kasih|catatan|hari|tanggal|tempat|pukul|waktu|acara|agenda|note|nb)(?![\p{L}])/iu;

interface Context {
  /** Organization that a heading gave to the lines under it. */
  section: string;
}

function readChat(sender: string, message: string): PastedEntry {
  const name = cleanLine(sender);
  const { text } = stripMarks(message);
  const presence = presenceIn(text);
  const isNumber = isPhone(name);
  if (text === '' || presence !== null) {
    return isNumber
      ? { ...BLANK_ENTRY, phone: name, presence, isUnclear: true }
      : { ...readLine(name), presence };
  }
  const said = readLine(text.replace(/^(?:izin\s+)?(?:hadir|lapor)\s*[,:-]\s*/iu, ''));
  const saysWho = said.name !== '' && (said.position !== '' || said.organization !== '');
  if (isNumber) {
    return { ...said, phone: name, isUnclear: said.isUnclear || said.name === '' };
  }
  // A message of other words: who wrote it is known, what it says about the meeting is not.
  return saysWho && !said.isUnclear ? said : { ...readLine(name), isUnclear: true };
}

function readPlain(line: string, context: Context): PastedEntry | null {
  const { text, hasMarker } = stripMarks(line);
  if (!/\p{L}/u.test(text)) {
    const phone = text.replace(/^@/u, '');
    return isPhone(phone) ? { ...BLANK_ENTRY, phone, isUnclear: true } : null;
  }
  const notice = NOTICE.exec(text)?.groups?.['text'];
  if (notice !== undefined) return { ...BLANK_ENTRY, name: notice, isUnclear: true };
  const isBold = /^\s*\*[^*]+\*:?\s*$/u.test(line);
  const bare = text.replace(/\s*:$/u, '');
  if (!hasMarker && (text.endsWith(':') || isBold) && isOrganizationText(bare)) {
    context.section = bare;
    return null;
  }
  if (!hasMarker && (HEADING.test(text) || text.endsWith(':'))) {
    return { ...BLANK_ENTRY, name: bare, isUnclear: true };
  }
  const entry = readLine(text);
  return entry.type === 'person' && entry.organization === ''
    ? { ...entry, organization: context.section }
    : entry;
}

function readList(text: string): readonly PastedLine[] {
  const context: Context = { section: '' };
  return text.split('\n').flatMap((raw, index) => {
    const source = cleanLine(raw);
    const chat = CHAT.exec(source)?.groups;
    const entry = chat
      ? readChat(chat['sender'] ?? '', chat['message'] ?? '')
      : readPlain(raw, context);
    return entry === null ? [] : [{ ...entry, lineNumber: index + 1, source }];
  });
}

/**
 * Reads a list copied from a chat or a spreadsheet, one entry per line that says something. Nothing
 * is dropped but blank lines, bare numbers and headings that name an organization; what could not
 * be told apart with certainty is marked for correction.
 */
export function parsePastedAttendance(pasted: string): readonly PastedLine[] {
  const text = pasted.replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const tabbed = lines.filter((line) => line.trim().includes('\t')).length;
  if (lines.length === 0 || tabbed < lines.length / 2) return readList(text);
  return readTable(text).map(({ row, entry }) => ({
    ...entry,
    lineNumber: row.lineNumber,
    source: row.cells.filter(Boolean).join(' · '),
  }));
}

export type Duplicate =
  | { readonly type: 'listed'; readonly line: Attendance }
  | { readonly type: 'pasted'; readonly lineNumber: number };

interface Identity {
  readonly type: 'person' | 'group';
  readonly name: string;
  readonly position: string;
  readonly organization: string;
}

/** Perhaps the same: the same name, and no two different organizations that tell them apart. */
function isMaybeSame(a: Identity, b: Identity): boolean {
  if (a.type !== b.type || nameKey(a.name) !== nameKey(b.name)) return false;
  const [one, two] = [nameKey(a.organization), nameKey(b.organization)];
  if (a.name === '') return one === two && nameKey(a.position) === nameKey(b.position);
  return one === two || one === '' || two === '';
}

/** For each pasted line, in order, whether somebody like it is on the list or pasted before it. */
export function findDuplicates(
  lines: readonly PastedLine[],
  listed: readonly Attendance[],
): readonly (Duplicate | null)[] {
  const byName = Map.groupBy(listed, (line) => nameKey(line.name));
  const seen = new Map<string, PastedLine[]>();
  return lines.map((line) => {
    const key = nameKey(line.name);
    const known = byName
      .get(key)
      ?.find((each) => isMaybeSame(line, { ...each, organization: each.organizationName }));
    const before = seen.get(key) ?? [];
    const earlier = before.find((each) => isMaybeSame(line, each));
    seen.set(key, [...before, line]);
    if (known !== undefined) return { type: 'listed', line: known };
    return earlier === undefined ? null : { type: 'pasted', lineNumber: earlier.lineNumber };
  });
}
