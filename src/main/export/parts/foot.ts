import { documentCode, printedCode, versionName } from '../../../shared/signing/code.ts';
import type { FinalVersion } from '../../../shared/minutes/record.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type { PageSetup } from '../../../shared/official/office-settings.ts';
import type { DocumentInput } from '../document-input.ts';
import { automaticFooter, fitsFooterLine, footerLineOf } from '../footer-line.ts';
import { BESIDE_QR_MM, QR_MM, footHeightMm } from '../foot-room.ts';
import type { PageFoot } from '../official-document.ts';
import { sessionHeading } from '../session-facts.ts';
import { shortenedToFit } from '../shortened.ts';
import { xmlLine } from '../xml-text.ts';

const SEPARATOR = ' · ';

/** The number that the document bears in its head; "" where its kind has none or it is not known. */
function numberOf(kind: DocumentKind, { record, numbers }: DocumentInput): string {
  switch (kind) {
    case 'notula':
    case 'notulen':
    case 'risalah':
    case 'berita-acara':
      return xmlLine(numbers[kind] ?? record.session.documentNumber);
    case 'undangan':
    case 'daftar-hadir-kosong':
    case 'daftar-hadir':
    case 'laporan':
    case 'siaran-pers':
    case 'tindak-lanjut':
      return xmlLine(numbers[kind] ?? '');
  }
}

/** A number that is too long ends in "…": it stands whole in the document's head. */
function versionLine(final: FinalVersion, number: string, besideQr: PageSetup): string {
  const name = versionName(final.version);
  const line = footerLineOf(besideQr);
  const shown = shortenedToFit(number, (text) =>
    fitsFooterLine(`${name}${SEPARATOR}Nomor ${text}`, line),
  );
  return shown === '' ? name : `${name}${SEPARATOR}Nomor ${shown}`;
}

/**
 * The foot of a document's pages, and the pages with room for it: the code of a final session is
 * never cut off and never stands over the text.
 */
export function footOf(
  kind: DocumentKind,
  input: DocumentInput,
): { readonly footer: PageFoot; readonly page: PageSetup } {
  const { record, settings } = input;
  const { page, footer } = settings;
  const { hasPageNumbers } = footer;
  const name = DOCUMENT_NAMES[kind];
  const heading = sessionHeading(record.session);
  const textOn = (setup: PageSetup): string =>
    xmlLine(footer.text) || automaticFooter(name, heading, setup);
  const { final } = record;
  if (final === undefined) return { footer: { text: textOn(page), hasPageNumbers }, page };
  const besideQr = { ...page, leftMm: page.leftMm + QR_MM + BESIDE_QR_MM };
  const foot: PageFoot = {
    text: textOn(besideQr),
    hasPageNumbers,
    code: {
      version: versionLine(final, numberOf(kind, input), besideQr),
      printed: `Kode pemeriksaan ${printedCode(final)}`,
      qr: documentCode(final),
    },
  };
  const bottomMm = Math.max(page.bottomMm, footHeightMm(foot.text, besideQr));
  return { footer: foot, page: { ...page, bottomMm } };
}
