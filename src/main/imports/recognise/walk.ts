import type { Guess } from '../../../shared/imports/guess.ts';
import { CLOSING_STATEMENT_KIND } from '../../../shared/document/block.ts';
import { nameKey } from '../../../shared/minutes/titles.ts';
import type { BlockWriter } from './block-writer.ts';
import { withoutEnumerator } from './labels.ts';
import type { Roster } from './roster.ts';
import type { Section } from './sections.ts';
import { isCapitals, sectionBegunBy, sectionOf } from './sections.ts';
import { isSignature } from './signatures.ts';
import { speechIn } from './speech.ts';
import { dueDateIn, writeMinutesTable } from './table-blocks.ts';
import { minutesTable } from './tables.ts';
import type { Field, Paragraph, Table, Unit } from './units.ts';
import { rowTexts } from './units.ts';

export interface Walked {
  /** Pieces that say how the meeting ended. */
  readonly closing: readonly number[];
  /** Pieces of which something was made. */
  readonly used: ReadonlySet<number>;
}

interface State {
  section: Section | null;
  /** Names and places under which somebody signs: no part of the minutes follows them. */
  isSigned: boolean;
  /** How the last who spoke is named: in a sentence, before what they say, or above it. */
  spoken: 'sentence' | 'label' | 'name';
  /** A name stood alone, and nothing has come behind it yet. */
  isAwaited: boolean;
  /** A sentence introduced a list of decisions; what comes behind the list is in this section again. */
  listedAfter: { readonly section: Section | null } | null;
  /** How the headings of the parts are numbered. */
  numbering: string | null;
  readonly closing: number[];
  readonly used: Set<number>;
}

interface Walk {
  readonly writer: BlockWriter;
  readonly roster: Roster;
  readonly agenda: readonly Guess<string>[];
  readonly state: State;
}

/** "Kesimpulan: …", a heading with its first words on the same line. */
const SECTION_LINE = /^(?<heading>[^:]{3,60}):\s*(?<rest>.*)$/su;
const AGENDA_LINE =
  /^(?:agenda|acara|pembahasan agenda|topik|materi|sesi)\s+(?:ke-?\s?)?(?:\d{1,2}|[ivx]{1,4}|pertama|kedua|ketiga|keempat|kelima)\b\s*[.:–—-]*\s*(?<text>.*)$/iu;
/** Words that go on with what the one before said. */
const GOES_ON =
  /^(?:beliau|ia|dia|lebih lanjut|selain itu|selanjutnya beliau|di samping itu|menurutnya|ditambahkan|disampaikan pula|hal ini|hal tersebut|oleh karena itu|untuk itu)(?!\p{L})/iu;
/** "Demikian berita acara ini dibuat …" */
const ENDS = /^demikian(?:lah)?\s.{0,80}(?:dibuat|disampaikan|disusun|dibuatkan|ditutup)/iu;
/** "Rapat menghasilkan hal-hal sebagai berikut:", with a list behind it. */
const INTRODUCES =
  /^(?!.{260})(?:.*\s)?(?:menghasilkan|memutuskan|menyepakati|menyimpulkan|disimpulkan|disepakati|diputuskan|diperoleh (?:hasil|kesimpulan|kesepakatan)|dengan (?:hasil|kesimpulan|keputusan))(?:\s[^.]{0,80})?\s*:$/isu;
const BREAK = /^[—–-]+\s*(?:skors|istirahat|dilanjutkan|jeda)/iu;
const DAY = /^hari\s+(?:ke-?\s?\d{1,2}|pertama|kedua|ketiga|keempat)\s*(?:$|[:,(–—-])/iu;

/** "1.", "A." or "a.": what headings of one level share. */
function numberingOf(text: string): string | null {
  const [, mark = ''] = /^\s*\(?(\d{1,2}|[A-Z]{1,5}|[a-z]{1,4})[.)]\s/u.exec(text) ?? [];
  if (mark === '') return null;
  if (/\d/u.test(mark)) return '1';
  return mark === mark.toUpperCase() ? 'A' : 'a';
}

/** Parts that list what was decided: no item of the agenda begins in them. */
const LISTS: ReadonlySet<Section> = new Set(['decision', 'recommendation', 'followUp', 'closing']);

const isEmphasised = ({ text, boldLength, heading }: Paragraph): boolean =>
  heading !== null || boldLength >= text.trimEnd().length || isCapitals(text);

const isShort = (text: string): boolean => text.length <= 160 && !/[.;]$/u.test(text);

const plainItem = (text: string): string =>
  nameKey(withoutEnumerator(text)).replace(/[\s.:;]+$/u, '');

/** The words of a heading that is an item of the agenda; null where it is none. */
function agendaItem(
  paragraph: Paragraph,
  { agenda, state }: Walk,
): { readonly text: string; readonly isSure: boolean } | null {
  const text = paragraph.text.replace(/\s*\n\s*/gu, ' ').trim();
  if (!isShort(text)) return null;
  const item = AGENDA_LINE.exec(withoutEnumerator(text))?.groups?.['text'];
  if (item !== undefined && (item !== '' || isEmphasised(paragraph)))
    return { text: item === '' ? text : item, isSure: true };
  if (state.section !== null && LISTS.has(state.section)) return null;
  const known = agenda.find(({ value }) => plainItem(value) === plainItem(text));
  if (known !== undefined) return { text: known.value, isSure: true };
  const isInCourse = state.section === 'discussion' || state.section === 'result';
  const kind = numberingOf(text);
  // "C. Hasil yang Dicapai" after "B. …" is another part, not an item within one.
  if (kind !== null && kind === state.numbering) return null;
  // Right behind a name they are what is said.
  if (
    state.isAwaited ||
    !isInCourse ||
    !isEmphasised(paragraph) ||
    DAY.test(text) ||
    /[:,]$/u.test(text)
  )
    return null;
  const bare = withoutEnumerator(text);
  return { text: bare, isSure: bare !== text || paragraph.list?.isOrdered === true };
}

function enter(section: Section, from: number, { state, writer }: Walk): void {
  state.section = section;
  state.isSigned = false;
  state.isAwaited = false;
  state.listedAfter = null;
  writer.close();
  state.used.add(from);
  if (section === 'closing' || section === 'decision') state.closing.push(from);
}

function writeIn(paragraph: Paragraph, walk: Walk): void {
  const { state, writer } = walk;
  const { from, text } = paragraph;
  const words = withoutEnumerator(text);
  const isIntroduction = text.endsWith(':') && text.length < 200;
  const isListed = paragraph.list !== null || words !== text.trim();
  const at = { from, isSure: true };
  const isBelow = (paragraph.list?.level ?? 0) > 0;
  switch (state.section) {
    case 'decision':
    case 'recommendation':
      if (state.section === 'decision') state.closing.push(from);
      if (isIntroduction) writer.plain('narration', text, { from, isSure: false });
      else if (!isBelow || !writer.goOnWith(state.section, words, from))
        writer.plain(state.section, words, at);
      return;
    case 'followUp':
      if (isIntroduction) writer.plain('narration', text, { from, isSure: false });
      else if (!isBelow || !writer.goOnWith('followUp', words, from))
        writer.followUp(
          words,
          { responsible: responsibleIn(words), dueDate: dueDateIn(words) },
          at,
        );
      return;
    case 'result':
      state.closing.push(from);
      if (isIntroduction) writer.plain('narration', text, { from, isSure: false });
      else writer.plain('decision', words, { from, isSure: false });
      return;
    case 'closing':
      state.closing.push(from);
      if (!isListed || !writer.goOnWith('narration', text, from))
        writer.plain('narration', text, at);
      return;
    case 'opening':
    case 'discussion':
    case 'attachment':
    case null:
      writer.plain('narration', text, { from, isSure: false });
  }
}

/** "(Penanggung jawab: Budi Contoh)" or "PIC: …" within a sentence. */
function responsibleIn(text: string): string | null {
  const found = /(?:penanggung ?-?jawab|pic|pj|oleh)\s*:\s*(?<who>[^;,.()]{3,80})/iu.exec(text)
    ?.groups?.['who'];
  return found?.trim() ?? null;
}

function walkParagraph(paragraph: Paragraph, walk: Walk): void {
  const { state, writer, roster } = walk;
  const { from, text } = paragraph;
  const section = sectionOf(text) ?? (isEmphasised(paragraph) ? sectionBegunBy(text) : null);
  if (section !== null && (isEmphasised(paragraph) || isShort(text))) {
    enter(section, from, walk);
    state.numbering = numberingOf(text) ?? state.numbering;
    return;
  }
  const line = SECTION_LINE.exec(text)?.groups;
  const inline = line === undefined ? null : sectionOf(line['heading'] ?? '');
  // "Tanggapan: …" and "Paparan: …" within a discussion are no new part.
  if (inline !== null && inline !== 'discussion' && inline !== 'attachment') {
    enter(inline, from, walk);
    const rest = line?.['rest']?.trim() ?? '';
    for (const part of rest.split('\n').filter((each) => each.trim() !== ''))
      writeIn({ ...paragraph, text: part, list: null }, walk);
    return;
  }
  if (ENDS.test(text)) enter('closing', from, walk);
  else if (INTRODUCES.test(text)) {
    const before = state.section;
    enter('decision', from, walk);
    state.listedAfter = { section: before };
    writer.plain('narration', text, { from, isSure: false });
    return;
  }
  if (isSignature(text, state.section)) state.isSigned = true;
  if (state.isSigned || state.section === 'attachment') return;
  const isListed = paragraph.list !== null || withoutEnumerator(text) !== text.trim();
  if (state.listedAfter !== null && !isListed) {
    state.section = state.listedAfter.section;
    state.listedAfter = null;
  }
  const speech = state.section === 'followUp' ? null : speechIn(paragraph, roster);
  const isDecided = state.section === 'decision' || state.section === 'recommendation';
  if (speech !== null && !(isDecided && !(speech.form === 'label' && speech.isSure))) {
    state.used.add(from);
    const speaker =
      speech.speaker === null ? null : roster.speaker(speech.speaker, from, speech.isSure);
    const kind =
      state.section === 'closing' && speech.kind === 'pernyataan'
        ? CLOSING_STATEMENT_KIND
        : speech.kind;
    state.isAwaited = speech.words === '';
    state.spoken = state.isAwaited ? 'name' : speech.form;
    if (kind === CLOSING_STATEMENT_KIND || state.section === 'closing') state.closing.push(from);
    writer.statement(speaker, kind, speech.words === '' ? [] : [speech.words], {
      from,
      isSure: speech.isSure,
      isOpen: true,
      label: text,
    });
    return;
  }
  const item = agendaItem(paragraph, walk);
  if (item !== null) {
    state.used.add(from);
    if (state.section !== 'result') state.section = 'discussion';
    writer.agendaItem(item.text, { from, isSure: item.isSure });
    return;
  }
  // Letterheads, and lines between the title and the first part.
  if (state.section === null && isEmphasised(paragraph) && isShort(text)) return;
  state.used.add(from);
  const isHeading = !state.isAwaited && isEmphasised(paragraph) && isShort(text);
  const mayGoOn = !isHeading && !BREAK.test(text) && !DAY.test(text);
  state.isAwaited = false;
  if (mayGoOn && isContinued(paragraph, state) && writer.goOn(text, from)) return;
  writer.close();
  writeIn(paragraph, walk);
}

/**
 * Below a name all belongs to them until somebody else speaks; after "Nama: …" too, but where
 * decisions are listed; after a sentence only what refers to it.
 */
function isContinued(paragraph: Paragraph, { spoken, section }: State): boolean {
  if (spoken === 'name') return true;
  if (section === 'decision' || section === 'recommendation' || section === 'followUp')
    return false;
  return spoken === 'label' || paragraph.list !== null || GOES_ON.test(paragraph.text);
}

function walkTable(table: Table, walk: Walk): void {
  const { state, writer, roster } = walk;
  const texts = table.rows.map((row) => rowTexts(row).filter(Boolean));
  if (
    texts.flat().some((text) => isSignature(text.split('\n')[0] ?? '', 'closing')) &&
    texts.flat().every((text) => text.length < 120)
  ) {
    state.isSigned = true;
    return;
  }
  if (state.isSigned || state.section === 'attachment') return;
  for (const { from } of table.rows) state.used.add(from);
  const found = minutesTable(table);
  if (found !== null) {
    if (found.columns.includes('result')) state.closing.push(...table.rows.map(({ from }) => from));
    writeMinutesTable(table, found, writer, roster);
    return;
  }
  table.rows.forEach(({ from }, index) => {
    const line = (texts[index] ?? []).join(' | ');
    if (line !== '' && !writer.goOn(line, from))
      writer.plain('narration', line, { from, isSure: false });
  });
}

function walkField(field: Field, walk: Walk): void {
  const { state, writer } = walk;
  if (state.section === null || state.isSigned) return;
  // Labels of facts stand above the minutes; one amid them is a line of theirs.
  const [from = 0] = field.from;
  const text = `${field.label}: ${field.values.join('; ')}`;
  if (field.key === 'agenda' && field.values.length === 1) {
    writer.agendaItem(withoutEnumerator(field.values[0] ?? ''), { from, isSure: true });
  } else if (!writer.goOn(text, from)) {
    writer.plain('narration', text, { from, isSure: false });
  }
  field.from.forEach((each) => state.used.add(each));
}

/** Walks through what is no fact of the meeting, and writes the parts of the minutes. */
export function writeMinutes(units: readonly Unit[], tools: Omit<Walk, 'state'>): Walked {
  const state: State = {
    section: null,
    isSigned: false,
    spoken: 'sentence',
    isAwaited: false,
    listedAfter: null,
    numbering: null,
    closing: [],
    used: new Set(),
  };
  const whole = { ...tools, state };
  for (const unit of units) {
    if (unit.type === 'paragraph') walkParagraph(unit, whole);
    else if (unit.type === 'table') walkTable(unit, whole);
    else walkField(unit, whole);
  }
  return { closing: [...new Set(state.closing)], used: state.used };
}
