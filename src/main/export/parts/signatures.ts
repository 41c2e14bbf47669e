import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import type {
  OfficeSettings,
  SignatureSetting,
  SignaturesSetting,
} from '../../../shared/official/office-settings.ts';
import { DEFAULT_SIGNATURES } from '../../../shared/official/office-settings.ts';
import type { Signer, SigningFacts } from '../../../shared/official/signatories.ts';
import { signerOf } from '../../../shared/official/signatories.ts';
import type { DocumentInput } from '../document-input.ts';
import type { Piece, SignatureBlock } from '../official-document.ts';
import type { SignatureImage } from '../signature-image.ts';
import { xmlLine } from '../xml-text.ts';
import { signatoryImage } from './marks.ts';
import { placeAndDate } from './place-date.ts';

/** Where nobody knows in which capacity somebody signs. */
const POSITION_BLANK = '……………………………,';

export function signaturesSetting(kind: DocumentKind, settings: OfficeSettings): SignaturesSetting {
  return settings.signatures[kind] ?? DEFAULT_SIGNATURES[kind];
}

/** "Sekretaris" over "Sekretaris KPU Kota …" says nothing more. */
const isSaidBy = (position: string, capacity: string): boolean =>
  ` ${position.toLowerCase()} `.startsWith(` ${capacity.toLowerCase()} `);

/**
 * One block of a signature as it is printed, punctuation too: a comma stands after the last line
 * before the room to sign, and after the one in whose name it is signed.
 */
export function signatureBlock(
  setting: SignatureSetting,
  record: SigningFacts,
  imageOf: (signer: Signer) => SignatureImage | null = () => null,
): SignatureBlock {
  const signer = signerOf(setting, record);
  const position = xmlLine(setting.position) || xmlLine(signer.position);
  const onBehalfOf = xmlLine(setting.onBehalfOf);
  const capacity = isSaidBy(position, xmlLine(setting.capacity)) ? '' : xmlLine(setting.capacity);
  const isForOther = setting.onBehalf !== '' && onBehalfOf !== '';
  const capacityLines = [
    ...(setting.isAcknowledging ? ['Mengetahui,'] : []),
    ...(isForOther ? [`${setting.onBehalf} ${onBehalfOf},`] : []),
    ...(capacity === '' ? [] : [position === '' ? `${capacity},` : capacity]),
  ];
  return {
    capacityLines,
    position: position === '' && capacity === '' ? POSITION_BLANK : position && `${position},`,
    name: xmlLine(signer.name),
    rank: xmlLine(signer.rank),
    nip: setting.hasNip ? xmlLine(signer.nip) : '',
    image: imageOf({ ...signer, position: position || capacity }),
  };
}

/** The signatures that the office has set for this kind of document, or the usual ones. */
export function signaturesPiece(
  kind: DocumentKind,
  input: DocumentInput,
  over: readonly string[] = [placeAndDate(input)],
): Extract<Piece, { type: 'signatures' }> {
  const { blocks, side } = signaturesSetting(kind, input.settings);
  const acknowledging =
    blocks.length === 1 ? undefined : blocks.find((block) => block.isAcknowledging);
  // A second one who acknowledges, as only a file from elsewhere can have it, signs beside the others.
  const beside = blocks.filter((block) => block !== acknowledging);
  const drawn = (block: SignatureSetting): SignatureBlock =>
    signatureBlock(block, input.record, (signer) =>
      signatoryImage(input, kind, blocks.indexOf(block), signer),
    );
  return {
    type: 'signatures',
    placeAndDate: over,
    blocks: beside.map(drawn),
    side,
    acknowledged: acknowledging === undefined ? null : drawn(acknowledging),
  };
}
