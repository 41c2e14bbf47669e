import type { Guess } from '../../../shared/imports/guess.ts';
import { isOrganizationText } from '../../../shared/minutes/position-words.ts';
import { SESSION_KINDS } from '../../../shared/minutes/session.ts';
import { datesIn } from './dates-in-text.ts';
import { itemsOf } from './gather.ts';
import { inLetters } from './letter-case.ts';
import { labelKey } from './labels.ts';
import { isCapitals, sectionOf } from './sections.ts';
import type { Field, Paragraph, Unit } from './units.ts';

/** What the document calls itself, before what it is about. */
const DOCUMENT =
  /^(?:draft?\s+|formulir\s+|form\s+)?(?:notula|notulen|notulensi|notulis|risalah|berita\s+acara|laporan|catatan|ringkasan|resume|minutes?)(?:\s+(?:singkat|lengkap|hasil|kegiatan|pelaksanaan))*(?!\p{L})/iu;
const ABOUT = /^(?:tentang|perihal|hal|acara|kegiatan)\s*:?\s*/iu;
/** "NOTULEN RAPAT" alone does not say which. */
const NO_TITLE = /^(?:rapat|sidang|kegiatan|acara|pertemuan|diskusi|hasil rapat)?$/iu;
const ADDRESS =
  /^(?:jalan|jl\.?|alamat|telp|telepon|email|e-mail|website|laman|www|http|kode pos|kop)(?!\p{L})/iu;
const NUMBER = /^(?:nomor|no)\s*[.:]/iu;
/** Letterheads and titles stand within so many units of the beginning. */
const HEAD_UNITS = 25;

const quoted = (text: string): string => inLetters(text.replace(/^["“”']+|["“”']+$/gu, '').trim());

export const joinedLines = (text: string): string => text.replace(/\s*\n\s*/gu, ' ').trim();

const isEmphasised = ({ text, boldLength, alignment, heading }: Paragraph): boolean =>
  alignment === 'center' || heading !== null || boldLength >= text.length || isCapitals(text);

/** The paragraphs above the first label, table or section. */
function head(units: readonly Unit[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const unit of units.slice(0, HEAD_UNITS)) {
    // The number of the document may stand between its name and its title.
    if (
      unit.type === 'field' &&
      (unit.key === 'number' || (unit.key === 'title' && unit.values.length === 0))
    )
      continue;
    if (unit.type !== 'paragraph' || sectionOf(unit.text) !== null) break;
    paragraphs.push(unit);
  }
  return paragraphs;
}

/** Lines of a title: what stands below it with the same weight. */
function titleLines(
  paragraphs: readonly Paragraph[],
  above: Paragraph | null,
): readonly Paragraph[] {
  const lines: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const text = joinedLines(paragraph.text);
    const ends =
      !isEmphasised(paragraph) || NUMBER.test(text) || ADDRESS.test(text) || text.length > 300;
    // A date below a title is none of its words.
    const isDate = datesIn(text).length > 0 && text.length < 60;
    const isLabel = labelKey(text) !== null && !ABOUT.test(`${text} `);
    const isBelow =
      (paragraph.heading ?? 0) > ((above ?? lines[0])?.heading ?? paragraph.heading ?? 0);
    if (ends || isBelow || ((isDate || isLabel) && (above !== null || lines.length > 0))) break;
    lines.push(paragraph);
  }
  return lines;
}

function fromHeading(units: readonly Unit[]): Guess<string> | null {
  const paragraphs = head(units);
  const at = paragraphs.findIndex(({ text }) => DOCUMENT.test(text.trim()));
  const document = paragraphs[at];
  if (document === undefined) return null;
  const own = joinedLines(document.text)
    .replace(DOCUMENT, '')
    .replace(/^[\s:–-]+/u, '');
  const below = titleLines(paragraphs.slice(at + 1), document);
  const lines = [own, ...below.map(({ text }) => joinedLines(text))];
  const value = quoted(
    lines
      .map((line) => line.replace(ABOUT, '').trim())
      .filter(Boolean)
      .join(' '),
  );
  if (NO_TITLE.test(value)) return null;
  const from = [document.from, ...below.map((each) => each.from)];
  return { value, from: [...new Set(from)], confidence: 'pasti' };
}

const MEETING =
  /^(?:rapat|rakor|rakornas|rakernis|raker|fgd|focus group|diskusi|sosialisasi|bimbingan|bimtek|audiensi|forum|talk|wawancara|pleno|seminar|sarasehan|pertemuan|koordinasi|evaluasi|konsolidasi|workshop)(?!\p{L})/iu;

/** Without a word such as "Notula": a line at the top that names a meeting, or is a heading. */
function fromTop(units: readonly Unit[]): Guess<string> | null {
  const paragraphs = head(units).filter(
    ({ text }) =>
      !ADDRESS.test(text) &&
      !NUMBER.test(text) &&
      !isOrganizationText(text) &&
      // "NOTULA RAPAT" says what the file is, not what the meeting was about.
      !DOCUMENT.test(text.trim()),
  );
  const named = paragraphs.findIndex(
    (paragraph) => isEmphasised(paragraph) && MEETING.test(paragraph.text),
  );
  const at =
    named === -1
      ? paragraphs.findIndex(
          ({ heading, alignment, text, boldLength }) =>
            (heading !== null || (alignment === 'center' && boldLength >= text.length)) &&
            text.length > 8,
        )
      : named;
  const lines = at === -1 ? [] : titleLines(paragraphs.slice(at), null);
  if (lines.length === 0) return null;
  return {
    value: quoted(lines.map(({ text }) => joinedLines(text)).join(' ')),
    from: lines.map(({ from }) => from),
    confidence: 'dugaan',
  };
}

function fromField(field: Field | undefined, confidence: 'pasti' | 'dugaan'): Guess<string> | null {
  const value = field === undefined ? '' : quoted(joinedLines(field.values.join(' ')));
  return field === undefined || value === '' ? null : { value, from: field.from, confidence };
}

/** What the meeting is called. */
export function titleOf(units: readonly Unit[]): Guess<string> | null {
  const fields = units.filter((unit) => unit.type === 'field');
  const named = fields.find(
    ({ key, values, label }) => key === 'title' && values.length > 0 && !/jenis/iu.test(label),
  );
  const acara = fields.find(({ key, values }) => key === 'acara' && itemsOf(values).length === 1);
  return (
    fromField(named, 'pasti') ?? fromHeading(units) ?? fromField(acara, 'dugaan') ?? fromTop(units)
  );
}

const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['FGD', /\bfgd\b|focus(?:ed)? group discussion|diskusi kelompok terarah/iu],
  ['Rakornas', /\brakornas\b|rapat koordinasi nasional/iu],
  ['Rapat Pleno', /rapat pleno|\bpleno\b/iu],
  ['Rakor', /\brakor\b|rapat koordinasi/iu],
  ['Sosialisasi', /sosialisasi/iu],
  ['Wawancara', /wawancara/iu],
  ['Talk', /\btalk ?show\b|\btalk\b|bincang/iu],
  ['Bimbingan Teknis', /bimbingan teknis|\bbimtek\b/iu],
  ['Rapat Kerja', /rapat kerja|\braker\b/iu],
  ['Audiensi', /audiensi/iu],
  ['Rapat', /\brapat\b/iu],
];

const KIND_WORDS = SESSION_KINDS.join('|');
const KIND_AROUND = new RegExp(`^(?:${KIND_WORDS}):\\s+|\\s+\\((?:${KIND_WORDS})\\)$`, 'u');

/** "FGD: Evaluasi …" and "Evaluasi … (FGD)", as Notula itself writes them, without the kind. */
export const withoutKind = (title: Guess<string> | null): Guess<string> | null =>
  title === null ? null : { ...title, value: title.value.replace(KIND_AROUND, '') };

/** The kind that the title or a label names. */
export function kindOf(units: readonly Unit[], title: Guess<string> | null): Guess<string> | null {
  const label = units.find(
    (unit): unit is Field =>
      unit.type === 'field' &&
      unit.key === 'title' &&
      /jenis/iu.test(unit.label) &&
      unit.values.length > 0,
  );
  const stated = label?.values[0] ?? '';
  const known = SESSION_KINDS.find((kind) => kind.toLowerCase() === stated.toLowerCase());
  const found = known ?? KINDS.find(([, pattern]) => pattern.test(stated))?.[0];
  if (label !== undefined && found !== undefined)
    return { value: found, from: label.from, confidence: 'pasti' };
  const kind = KINDS.find(([, pattern]) => pattern.test(title?.value ?? ''))?.[0];
  return kind === undefined || title === null
    ? null
    : { value: kind, from: title.from, confidence: title.confidence };
}
