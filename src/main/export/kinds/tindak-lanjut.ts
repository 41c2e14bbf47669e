import type { BlockOf } from '../../../shared/document/block.ts';
import { FOLLOW_UP_STATUSES } from '../../../shared/document/block.ts';
import type { RichNode } from '../../../shared/document/rich-text.ts';
import { dateInWords, listInWords } from '../../../shared/minutes/dates.ts';
import { officersOf } from '../../../shared/minutes/officers.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import { NOTE_PREFIX } from '../../../shared/minutes/session-file.ts';
import { officerLines } from '../attendance-rows.ts';
import type { DocumentInput } from '../document-input.ts';
import type { FactRow, OfficialDocument, Piece } from '../official-document.ts';
import { addendaList } from '../parts/addenda.ts';
import { LABEL_WIDTH_MM, factRow } from '../parts/facts.ts';
import { STATUS_WORDS } from '../parts/follow-ups.ts';
import { documentFrame, titlePiece } from '../parts/head.ts';
import { signaturesPiece } from '../parts/signatures.ts';
import { SHORT_BLANK, noteNodes, orBlank, plainNode, textPiece } from '../parts/text.ts';
import type { Noted } from '../sections.ts';
import { parted } from '../sections.ts';
import { dateLines, known, placeLines, sessionHeading } from '../session-facts.ts';
import { xmlLine } from '../xml-text.ts';

/** Rows to be filled in by hand where nothing is noted. */
const BLANK_ROWS = 3;

type FollowUp = Noted<BlockOf<'followUp'>>;

function factRows({ session, attendance, notulisName }: SessionRecord): readonly FactRow[] {
  const { chair } = officerLines(officersOf(attendance), notulisName);
  const number = xmlLine(session.documentNumber);
  return [
    factRow('Sidang/Rapat', known(sessionHeading(session))),
    factRow('Hari/Tanggal', dateLines(session.days)),
    factRow('Tempat', placeLines(session)),
    ...(number === '' ? [] : [factRow('Nomor Notula', [number])]),
    factRow('Pimpinan Sidang/Rapat', chair),
  ];
}

/** The column says already that it is a note. */
function withoutPrefix([first, ...rest]: readonly RichNode[]): readonly RichNode[] {
  if (first?.type !== 'paragraph') return first === undefined ? rest : [first, ...rest];
  const [start, ...others] = first.content ?? [];
  if (start?.type !== 'text' || !start.text.startsWith(NOTE_PREFIX)) return [first, ...rest];
  const text = start.text.slice(NOTE_PREFIX.length);
  const content = text === '' ? others : [{ ...start, text }, ...others];
  return [{ ...first, content }, ...rest];
}

function row({ block, notes }: FollowUp, index: number): readonly (readonly RichNode[])[] {
  const { responsible, dueDate, status } = block.attrs;
  return [
    [plainNode(String(index + 1))],
    orBlank(block.content, SHORT_BLANK),
    [plainNode(xmlLine(responsible ?? '') || SHORT_BLANK)],
    [plainNode(dueDate === null ? SHORT_BLANK : dateInWords(dueDate))],
    [plainNode(STATUS_WORDS[status])],
    noteNodes(notes.map((note) => ({ ...note, content: [...withoutPrefix(note.content)] }))),
  ];
}

const blankRow = (_: unknown, index: number) =>
  ['', SHORT_BLANK, SHORT_BLANK, SHORT_BLANK, SHORT_BLANK, ''].map((text, column) =>
    column === 0 ? [plainNode(String(index + 1))] : text === '' ? [] : [plainNode(text)],
  );

function table(followUps: readonly FollowUp[]): Piece {
  return {
    type: 'table',
    description:
      'Daftar tindak lanjut: nomor, isi, penanggung jawab, batas waktu, status, dan keterangan',
    columns: [
      { title: 'No', widthMm: 10, alignment: 'center' },
      { title: 'Tindak lanjut', widthMm: null, alignment: 'start' },
      { title: 'Penanggung jawab', widthMm: 33, alignment: 'start' },
      { title: 'Batas waktu', widthMm: 27, alignment: 'start' },
      { title: 'Status', widthMm: 20, alignment: 'start' },
      { title: 'Keterangan', widthMm: 29, alignment: 'start' },
    ],
    rows:
      followUps.length === 0 ? Array.from({ length: BLANK_ROWS }, blankRow) : followUps.map(row),
    minRowHeightMm: 0,
  };
}

/** "Jumlah: 3 tindak lanjut (2 belum dan 1 selesai)."; a blank where the rows are blank too. */
function countLine(followUps: readonly FollowUp[]): string {
  if (followUps.length === 0) return `Jumlah: ${SHORT_BLANK} tindak lanjut.`;
  const counts = FOLLOW_UP_STATUSES.flatMap((status) => {
    const count = followUps.filter(({ block }) => block.attrs.status === status).length;
    return count === 0 ? [] : [`${count} ${STATUS_WORDS[status].toLowerCase()}`];
  });
  return `Jumlah: ${followUps.length} tindak lanjut (${listInWords(counts)}).`;
}

/** What is to be done after the meeting, by whom, by when, and how far it is. */
export function tindakLanjutDocument(input: DocumentInput): OfficialDocument {
  const { record, numbers } = input;
  const { followUps } = parted(record.blocks);
  const list = table(followUps);
  return {
    ...documentFrame('tindak-lanjut', input),
    pieces: [
      titlePiece('DAFTAR TINDAK LANJUT', { number: xmlLine(numbers['tindak-lanjut'] ?? '') }),
      { type: 'facts', labelWidthMm: LABEL_WIDTH_MM, rows: factRows(record) },
      textPiece(countLine(followUps), {
        alignment: 'start',
        spaceBeforeMm: 2,
        isKeptWithNext: true,
      }),
      list,
      ...addendaList(record, [list], { level: 1, isKeptWithNext: true }),
      signaturesPiece('tindak-lanjut', input),
    ],
  };
}
