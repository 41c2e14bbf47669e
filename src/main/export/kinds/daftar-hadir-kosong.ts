import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type { DocumentInput } from '../document-input.ts';
import type { OfficialDocument, Piece } from '../official-document.ts';
import type { AttendeeOfDay } from '../parts/attendance-list.ts';
import {
  SIGNING_ROW_MM,
  dailyLists,
  listedName,
  listedPhone,
  listedPosition,
  signingColumns,
} from '../parts/attendance-list.ts';
import { documentFrame } from '../parts/head.ts';
import { plainNode } from '../parts/text.ts';

function listPieces(attendees: readonly AttendeeOfDay[], input: DocumentInput): readonly Piece[] {
  const { blankAttendance, hasPhoneColumn } = input.options;
  const invited = blankAttendance.hasNames ? attendees : [];
  const rowCount = Math.max(blankAttendance.rowCount, invited.length);
  const cell = (text: string) => (text === '' ? [] : [plainNode(text)]);
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const attendee = invited[index]?.attendee;
    return [
      cell(`${index + 1}.`),
      cell(attendee === undefined ? '' : listedName(attendee)),
      cell(attendee === undefined ? '' : listedPosition(attendee)),
      ...(hasPhoneColumn ? [cell(attendee === undefined ? '' : listedPhone(attendee, input))] : []),
      cell(`${index + 1}.`),
    ];
  });
  return [
    {
      type: 'table',
      description: 'Daftar hadir untuk diisi: nomor, nama, jabatan atau instansi, dan tanda tangan',
      columns: signingColumns(hasPhoneColumn),
      rows,
      minRowHeightMm: SIGNING_ROW_MM,
    },
  ];
}

/**
 * The list that lies at the door to be signed (FORMATS §2): numbered empty rows, with the invited in
 * the first of them where asked. It is used before there are any minutes, so it is no draft of them.
 */
export function daftarHadirKosongDocument(input: DocumentInput): OfficialDocument {
  const frame = documentFrame('daftar-hadir-kosong', input);
  const name = DOCUMENT_NAMES['daftar-hadir-kosong'];
  return {
    ...frame,
    // Once it is signed it is an attendance list as any other.
    footer: {
      ...frame.footer,
      text: frame.footer.text.replace(name, DOCUMENT_NAMES['daftar-hadir']),
    },
    isDraft: false,
    pieces: dailyLists('daftar-hadir-kosong', input, (attendees) => listPieces(attendees, input)),
  };
}
