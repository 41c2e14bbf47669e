import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type { PageSetup } from '../../../shared/official/office-settings.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../../shared/official/office-settings.ts';
import type { CertificateFacts } from '../../../shared/signing/certificates.ts';
import { groupParts } from '../../../shared/signing/part-kinds.ts';
import { verdictOf } from '../../../shared/signing/verdict.ts';
import type { CheckedSignature, FileReport } from '../../../shared/signing/verification.ts';
import { automaticFooter } from '../footer-line.ts';
import type { DrawnDocument, FactRow, Piece } from '../official-document.ts';
import { factRow } from '../parts/facts.ts';
import { headingPiece, textPiece } from '../parts/text.ts';
import { xmlLine } from '../xml-text.ts';
import {
  BSRE,
  CONCLUSIONS,
  MEANING,
  PARTS,
  REASONS,
  RESULTS,
  TRUSTS,
  WEAK,
  inForceInWords,
  keyInWords,
  originInWords,
} from './words.ts';

/** What a sheet is made from. */
export interface SheetInput {
  readonly report: FileReport;
  /** Who checked, and where; "" where not given. */
  readonly checkedBy: { readonly name: string; readonly office: string };
  /** Of Notula. */
  readonly programVersion: string;
}

const TITLE = 'Lembar Pemeriksaan Tanda Tangan Elektronik';
const LABEL_MM = 43;
const UNDER_SIGNER_MM = 50;
/** Of a kind; a file may hold thousands of parts, and who wants them all sees them in the app. */
const MOST_NAMES = 12;
/** Close enough that a file with one signature fits on one page. */
const PAGE: PageSetup = {
  ...DEFAULT_OFFICE_SETTINGS.page,
  leftMm: 25,
  fontSizePt: 10,
  lineSpacing: 1,
};

const moment = new Intl.DateTimeFormat('id-ID', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const date = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long' });

/** In groups of four letters, as people compare it. */
const grouped = (hex: string): string => (hex.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');

const sizeInWords = (sizeBytes: number): string =>
  `${new Intl.NumberFormat('id-ID').format(sizeBytes)} byte`;

/** A row that is left out where nothing is to be said. */
const row = (label: string, value: string): readonly FactRow[] => {
  const line = xmlLine(value);
  return line === '' ? [] : [factRow(label, [line])];
};

function partRows(label: string, names: readonly string[]): readonly FactRow[] {
  if (names.length === 0) return [];
  const lines = groupParts(names).map(({ kind, names: own }) => {
    const shown = own.slice(0, MOST_NAMES).map(xmlLine).join(', ');
    const more = own.length - MOST_NAMES;
    return `${PARTS[kind]}: ${shown}${more > 0 ? `, dan ${more} lainnya` : ''}`;
  });
  return [factRow(label, lines)];
}

function certificateRows(certificate: CertificateFacts): readonly FactRow[] {
  const { subject, issuerName, issuer, serialNumber, sha256, isSelfSigned } = certificate;
  const { validFromMs, validUntilMs } = certificate;
  return [
    ...row('Penerbit sertifikat', isSelfSigned ? `${issuerName} (dibuat sendiri)` : issuerName),
    ...row('Nama dalam sertifikat', subject),
    ...row('Nama lengkap penerbit', issuer === subject ? '' : issuer),
    ...row('Masa berlaku', `${date.format(validFromMs)} sampai ${date.format(validUntilMs)}`),
    ...row('Kunci', keyInWords(certificate)),
    ...row('Nomor seri', serialNumber.toUpperCase()),
    ...row('Sidik jari (SHA-256)', grouped(sha256)),
  ];
}

function signaturePieces(signature: CheckedSignature, index: number): readonly Piece[] {
  const { result, unreadable, certificate, trust, wasInForce, signedAtMs } = signature;
  const outcome =
    unreadable === null ? RESULTS[result] : `${RESULTS[result]}: ${REASONS[unreadable]}`;
  const signer = certificate?.subjectName ?? '';
  return [
    headingPiece(2, xmlLine(signer) || 'Penanda tangan tidak diketahui', `${index + 1}.`),
    {
      type: 'facts',
      labelWidthMm: UNDER_SIGNER_MM,
      rows: [
        ...row('Hasil', outcome),
        ...row('Bertindak sebagai', signature.role),
        ...row('Pernyataan', signature.statement),
        ...row('Waktu', signedAtMs === null ? 'Tidak disebut' : moment.format(signedAtMs)),
        ...(certificate === null
          ? []
          : [
              ...row('Status sertifikat', TRUSTS[trust]),
              ...row('Sertifikat saat itu', inForceInWords(wasInForce)),
              ...certificateRows(certificate),
            ]),
        ...(signature.isWeak ? row('Kekuatan', WEAK) : []),
        ...partRows('Yang berubah atau hilang', signature.changedParts),
      ],
    },
    ...(signature.isBsre && result === 'valid' ? [textPiece(BSRE)] : []),
  ];
}

function openLineRows({ openLines }: FileReport): readonly FactRow[] {
  const lines = openLines.map(
    ({ suggestedSigner, suggestedTitle }) =>
      [suggestedSigner, suggestedTitle].map(xmlLine).filter(Boolean).join(', ') || 'Tanpa nama',
  );
  return lines.length === 0 ? [] : [factRow('Menunggu tanda tangan', lines)];
}

/** What "Periksa berkas" found out about a file, as pages for the file of the case. */
export function verificationSheet({
  report,
  checkedBy,
  programVersion,
}: SheetInput): DrawnDocument {
  const { fileName, sizeBytes, sha256, checkedAtMs, signatures, uncoveredParts, known } = report;
  const [conclusion, about] = CONCLUSIONS[verdictOf(report)];
  const name = xmlLine(fileName);
  const kind = known === null ? '' : DOCUMENT_NAMES[known.kind];
  const issuedAt = known === null ? '' : moment.format(known.issuedAtMs);
  const rows = [...partRows('Tidak tercakup', uncoveredParts), ...openLineRows(report)];
  return {
    properties: {
      title: `${TITLE}: ${name}`,
      subject: name,
      author: xmlLine(checkedBy.name),
      createdAtMs: checkedAtMs,
    },
    isDraft: false,
    secrecy: '',
    page: PAGE,
    letterhead: null,
    footer: { text: automaticFooter(TITLE, name, PAGE), hasPageNumbers: true },
    images: [],
    pieces: [
      {
        type: 'title',
        lines: ['LEMBAR PEMERIKSAAN', 'TANDA TANGAN ELEKTRONIK'].map((text) => ({
          text,
          size: 'title',
          isBold: true,
          isUnderlined: false,
        })),
      },
      {
        type: 'facts',
        labelWidthMm: LABEL_MM,
        rows: [
          ...row('Nama berkas', name),
          ...row('Ukuran', sizeInWords(sizeBytes)),
          ...row('SHA-256 berkas', grouped(sha256)),
          ...row('Diperiksa', moment.format(checkedAtMs)),
          ...row(
            'Diperiksa oleh',
            [checkedBy.name, checkedBy.office].map(xmlLine).filter(Boolean).join(', '),
          ),
          ...row('Diperiksa dengan', `Notula ${programVersion}`),
        ],
      },
      headingPiece(1, 'Kesimpulan'),
      textPiece([{ type: 'text', text: conclusion, marks: [{ type: 'bold' }] }], {
        isKeptWithNext: true,
      }),
      textPiece(about),
      headingPiece(1, 'Asal berkas'),
      textPiece(originInWords(known, kind, issuedAt)),
      ...(signatures.length === 0 ? [] : [headingPiece(1, `Tanda tangan (${signatures.length})`)]),
      ...signatures.flatMap(signaturePieces),
      ...(rows.length === 0
        ? []
        : [
            headingPiece(1, 'Bagian lain berkas'),
            { type: 'facts' as const, labelWidthMm: UNDER_SIGNER_MM, rows },
          ]),
      headingPiece(1, 'Arti lembar ini'),
      textPiece(MEANING),
    ],
  };
}
