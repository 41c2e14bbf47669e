import type { RichNode } from '../../../shared/document/rich-text.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import type { SignatureSetting } from '../../../shared/official/office-settings.ts';
import { DEFAULT_SIGNATURES } from '../../../shared/official/office-settings.ts';
import type { BlockPlaceholderName } from '../../../shared/official/placeholders.ts';
import { withAddendumNotes } from '../addendum-notes.ts';
import type { DocumentInput } from '../document-input.ts';
import { daftarHadirDocument } from '../kinds/daftar-hadir.ts';
import type { Piece, SignatureBlock } from '../official-document.ts';
import { addendaList } from '../parts/addenda.ts';
import { attendancePieces } from '../parts/attendance.ts';
import { codePieces } from '../parts/code.ts';
import { LABEL_WIDTH_MM, agendaOf, meetingFacts } from '../parts/facts.ts';
import { followUpPieces } from '../parts/follow-ups.ts';
import { signatoryImage } from '../parts/marks.ts';
import { minutesBody, minutesParts } from '../parts/minutes-body.ts';
import { dayName } from '../parts/planned-times.ts';
import { pointPieces } from '../parts/points.ts';
import { signatureBlock, signaturesPiece, signaturesSetting } from '../parts/signatures.ts';
import {
  LONG_BLANK,
  SHORT_BLANK,
  headingPiece,
  isEmptyInline,
  plain,
  richPiece,
  textPiece,
} from '../parts/text.ts';
import { parted } from '../sections.ts';

/** What a block placeholder stands for: pieces, or one signature in the look of its paragraph. */
export type BlockValue =
  | { readonly type: 'pieces'; readonly pieces: readonly Piece[] }
  | { readonly type: 'signature'; readonly block: SignatureBlock };

const pieces = (list: readonly Piece[]): BlockValue => ({
  type: 'pieces',
  pieces: list.length === 0 ? [textPiece(LONG_BLANK)] : list,
});

function agendaPieces({ record }: DocumentInput): readonly Piece[] {
  const agenda = agendaOf(record);
  if (agenda.length === 0) return [];
  const paragraph = (item: (typeof agenda)[number]): RichNode => ({
    type: 'paragraph',
    content: isEmptyInline(item) ? plain(SHORT_BLANK) : item,
  });
  const content = agenda.map((item) => ({ type: 'listItem', content: [paragraph(item)] }) as const);
  return [richPiece([{ type: 'orderedList', content }])];
}

/** The lists of a Daftar Hadir without its heads and signatures; the days named where several are. */
function signingLists(input: DocumentInput): readonly Piece[] {
  const { session } = input.record;
  let day = -1;
  return daftarHadirDocument(input).pieces.flatMap((piece): readonly Piece[] => {
    if (piece.type === 'text') return [piece];
    if (piece.type !== 'table') return [];
    day += 1;
    return session.days.length === 1 ? [piece] : [headingPiece(3, dayName(session, day)), piece];
  });
}

/** As the office has set it for this kind of document, or as it comes. */
function signatureOf(
  signer: SignatureSetting['signer'],
  kind: DocumentKind,
  input: DocumentInput,
): BlockValue {
  const { blocks } = signaturesSetting(kind, input.settings);
  const usual = [...DEFAULT_SIGNATURES.notula.blocks, ...DEFAULT_SIGNATURES['daftar-hadir'].blocks];
  const setting = [...blocks, ...usual].find((block) => block.signer === signer);
  if (setting === undefined) throw new RangeError(`nobody signs as ${signer}`);
  const blockIndex = blocks.indexOf(setting);
  const block = signatureBlock(setting, input.record, (one) =>
    blockIndex === -1 ? null : signatoryImage(input, kind, blockIndex, one),
  );
  return { type: 'signature', block };
}

/** The minutes with the addenda that do not stand beside what they correct. */
const withList = (record: SessionRecord, body: readonly Piece[]): readonly Piece[] => [
  ...body,
  ...addendaList(record, body, { level: 2 }),
];

/** A template that sets the parts of the minutes apart has those addenda at the end of the last. */
function closingWithList(record: SessionRecord): readonly Piece[] {
  const { opening, discussion, closing } = minutesParts(record);
  return [
    ...closing,
    ...addendaList(record, [...opening, ...discussion, ...closing], { level: 2 }),
  ];
}

/** What a block placeholder stands for in one session. */
export function blockValue(
  name: BlockPlaceholderName,
  kind: DocumentKind,
  input: DocumentInput,
): BlockValue {
  const record = withAddendumNotes(input.record);
  switch (name) {
    case 'fakta':
      return pieces([{ type: 'facts', labelWidthMm: LABEL_WIDTH_MM, rows: meetingFacts(record) }]);
    case 'acara':
      return pieces(agendaPieces(input));
    case 'kode.qr':
      return pieces(codePieces(record));
    case 'hadir.tabel':
      return pieces(attendancePieces(record));
    case 'hadir.tanda_tangan':
      return pieces(signingLists(input));
    case 'notula.isi':
      return pieces(withList(record, minutesBody(record)));
    case 'notula.pembukaan':
      return pieces(minutesParts(record).opening);
    case 'notula.pembahasan':
      return pieces(minutesParts(record).discussion);
    case 'notula.penutup':
      return pieces(closingWithList(record));
    case 'keputusan':
      return pieces(pointPieces(parted(record.blocks).decisions));
    case 'rekomendasi':
      return pieces(pointPieces(parted(record.blocks).recommendations));
    case 'tindak_lanjut.tabel':
      return pieces(followUpPieces(parted(record.blocks).followUps));
    case 'tanda_tangan':
      return pieces([signaturesPiece(kind, input)]);
    case 'tanda_tangan.pimpinan':
      return signatureOf('pimpinan', kind, input);
    case 'tanda_tangan.sekretaris':
      return signatureOf('sekretaris', kind, input);
    case 'tanda_tangan.notulis':
      return signatureOf('notulis', kind, input);
  }
}
