import type { BlockOf } from '../../../shared/document/block.ts';
import type { ListItem, RichNode } from '../../../shared/document/rich-text.ts';
import { dateInWords } from '../../../shared/minutes/dates.ts';
import { fullName, positionLine } from '../../../shared/minutes/names.ts';
import { officersOf } from '../../../shared/minutes/officers.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import type { PageSetup } from '../../../shared/official/office-settings.ts';
import { DEFAULT_OFFICE_SETTINGS, PAPERS } from '../../../shared/official/office-settings.ts';
import { attendingSigner } from '../../../shared/official/signatories.ts';
import type { DocumentInput } from '../document-input.ts';
import type { OfficialDocument, Piece } from '../official-document.ts';
import { addendaList } from '../parts/addenda.ts';
import { SIGNING_ROW_MM } from '../parts/attendance-list.ts';
import { documentFrame, titlePiece } from '../parts/head.ts';
import { heldInWords } from '../parts/held-in-words.ts';
import { institutionInputPieces } from '../parts/institution-input.ts';
import { signatoryImage } from '../parts/marks.ts';
import { forPurpose, occasion, withTheme } from '../parts/occasion.ts';
import { madeAtLines } from '../parts/place-date.ts';
import { outcome } from '../parts/points.ts';
import { jointSigners } from '../parts/signatories.ts';
import { signaturesPiece } from '../parts/signatures.ts';
import {
  FIRST_LINE_MM,
  LONG_BLANK,
  SHORT_BLANK,
  headingPiece,
  noteNodes,
  orBlank,
  plainNode,
  richPiece,
  textPiece,
} from '../parts/text.ts';
import type { Noted } from '../sections.ts';
import { parted } from '../sections.ts';
import { xmlLine } from '../xml-text.ts';

type Point = Noted<BlockOf<'decision' | 'recommendation' | 'followUp'>>;

/** The usual page of a berita acara, where the office has set no page of its own. */
const USUAL_PAGE: PageSetup = {
  ...DEFAULT_OFFICE_SETTINGS.page,
  bottomMm: 20,
  fontSizePt: 12,
  lineSpacing: 1.5,
};

function pageOf(page: PageSetup): PageSetup {
  const isUntouched = JSON.stringify(page) === JSON.stringify(DEFAULT_OFFICE_SETTINGS.page);
  return isUntouched ? USUAL_PAGE : page;
}

function openingSentence({ session, attendance }: SessionRecord): string {
  const [chair] = officersOf(attendance).chairs;
  const who =
    chair === undefined
      ? ''
      : [fullName(chair), positionLine(chair)].map(xmlLine).filter(Boolean).join(', ');
  const purpose = forPurpose(session);
  return [
    heldInWords(session),
    `telah dilaksanakan ${occasion(session)}${withTheme(session)}`,
    ...(purpose === '' ? [] : [purpose]),
    ...(who === '' ? [] : [`yang dipimpin oleh ${who}`]),
    'dengan hasil sebagai berikut:',
  ].join(', ');
}

const italicNode = (text: string): RichNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [{ type: 'italic' }] }],
});

/** How it was decided, or who is to do it by when, as far as that is known. */
function particulars({ block }: Point): string {
  switch (block.type) {
    case 'decision':
      return outcome(block);
    case 'recommendation':
      return '';
    case 'followUp': {
      const responsible = xmlLine(block.attrs.responsible ?? '');
      const { dueDate } = block.attrs;
      return [
        ...(responsible === '' ? [] : [`Penanggung jawab: ${responsible}.`]),
        ...(dueDate === null ? [] : [`Batas waktu: ${dateInWords(dueDate)}.`]),
      ].join(' ');
    }
  }
}

function pointItem(point: Point): ListItem {
  const known = particulars(point);
  return {
    type: 'listItem',
    content: [
      ...orBlank(point.block.content, LONG_BLANK),
      ...(known === '' ? [] : [italicNode(known)]),
      ...noteNodes(point.notes),
    ],
  };
}

/** All results under one count, so that "angka 4" is one of them; their headings where they differ. */
function resultPieces(record: SessionRecord): readonly Piece[] {
  const { decisions, recommendations, followUps } = parted(record.blocks);
  const groups = [
    { title: 'Keputusan', points: decisions },
    { title: 'Rekomendasi', points: recommendations },
    { title: 'Tindak Lanjut', points: followUps },
  ].filter(({ points }) => points.length > 0);
  if (groups.length === 0) return [1, 2].map((no) => textPiece(LONG_BLANK, { label: `${no}.` }));
  const isHeaded = groups.length > 1 || decisions.length === 0;
  let start = 1;
  return groups.flatMap(({ title, points }): readonly Piece[] => {
    const list: RichNode = {
      type: 'orderedList',
      attrs: { start },
      content: points.map(pointItem),
    };
    start += points.length;
    return [...(isHeaded ? [headingPiece(3, title)] : []), richPiece([list])];
  });
}

/** On a signature line Word writes who signed and when. */
const LINE_ROW_MM = 18;

/** The members sign together; where the office has said who signs, or few are known, those do. */
function signingPieces(input: DocumentInput, page: PageSetup): readonly Piece[] {
  const { record, settings } = input;
  const madeAt = madeAtLines(input, record.session.days.at(-1)?.date ?? null);
  const members = jointSigners(record, settings);
  if (members.length === 0) {
    return [signaturesPiece('berita-acara', input, madeAt)];
  }
  // Members of several hosts are told apart by their offices.
  const isJoint = new Set(members.map(({ organizationName }) => organizationName)).size > 1;
  const textWidthMm = PAPERS[page.paper].widthMm - page.leftMm - page.rightMm;
  const signed = members.map((member, index) =>
    signatoryImage(input, 'berita-acara', index, attendingSigner(member)),
  );
  const isLined = input.lines !== undefined;
  const signingWidthMm = isLined ? (isJoint ? 56 : 68) : 46;
  const rows = members.map((member, index) => [
    [plainNode(`${index + 1}.`)],
    [plainNode(xmlLine(fullName(member)) || SHORT_BLANK)],
    [plainNode(xmlLine(isJoint ? positionLine(member) : member.position))],
    [plainNode(`${index + 1}.`)],
  ]);
  return [
    ...madeAt.map((line, index) =>
      textPiece(line, {
        alignment: 'start',
        indentMm: textWidthMm / 2,
        spaceBeforeMm: index === 0 ? 4 : 0,
        isKeptWithNext: true,
      }),
    ),
    {
      type: 'table',
      description: 'Penanda tangan: nomor, nama, jabatan, dan tanda tangan',
      columns: [
        { title: 'No', widthMm: 11, alignment: 'center' },
        { title: 'Nama', widthMm: null, alignment: 'start' },
        { title: 'Jabatan', widthMm: isJoint ? 62 : 42, alignment: 'start' },
        { title: 'Tanda Tangan', widthMm: signingWidthMm, alignment: 'start', isZigZag: true },
      ],
      rows,
      minRowHeightMm: isLined ? LINE_ROW_MM : SIGNING_ROW_MM,
      ...(signed.some((image) => image !== null) ? { signed } : {}),
    },
  ];
}

/** The record of what was resolved, with its date in words (FORMATS §2). */
export function beritaAcaraDocument(input: DocumentInput): OfficialDocument {
  const { record, numbers } = input;
  const frame = documentFrame('berita-acara', input);
  const page = pageOf(frame.page);
  const brought = institutionInputPieces(record);
  const body = [
    ...resultPieces(record),
    ...(brought.length === 0 ? [] : [headingPiece(2, 'Masukan dan Tanggapan'), ...brought]),
  ];
  return {
    ...frame,
    page,
    pieces: [
      titlePiece('BERITA ACARA', {
        number: xmlLine(numbers['berita-acara'] ?? record.session.documentNumber) || LONG_BLANK,
        about: occasion(record.session).toLocaleUpperCase('id'),
        isUnderlined: true,
      }),
      textPiece(openingSentence(record), { firstLineMm: FIRST_LINE_MM }),
      ...body,
      ...addendaList(record, body, { level: 2 }),
      textPiece(
        'Demikian Berita Acara ini dibuat dengan sebenarnya untuk dapat dipergunakan ' +
          'sebagaimana mestinya.',
        { firstLineMm: FIRST_LINE_MM, spaceBeforeMm: 3, isKeptWithNext: true },
      ),
      ...signingPieces(input, page),
    ],
  };
}
