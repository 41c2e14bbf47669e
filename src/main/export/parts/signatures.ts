import { fullName, positionLine } from '../../../shared/minutes/names.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import type {
  OfficeSettings,
  SignatureSetting,
  SignaturesSetting,
} from '../../../shared/official/office-settings.ts';
import { DEFAULT_SIGNATURES } from '../../../shared/official/office-settings.ts';
import { officersOf } from '../../../shared/minutes/officers.ts';
import type { DocumentInput } from '../document-input.ts';
import type { Piece, SignatureBlock } from '../official-document.ts';
import { xmlLine } from '../xml-text.ts';
import { placeAndDate } from './place-date.ts';

type Signer = Omit<SignatureBlock, 'capacityLines'>;

/** Where nobody knows in which capacity somebody signs. */
const POSITION_BLANK = '……………………………,';

const UNKNOWN: Signer = { position: '', name: '', rank: '', nip: '' };

export function signaturesSetting(kind: DocumentKind, settings: OfficeSettings): SignaturesSetting {
  return settings.signatures[kind] ?? DEFAULT_SIGNATURES[kind];
}

const attending = (attendee: Attendance | undefined): Signer =>
  attendee
    ? {
        position: xmlLine(positionLine(attendee)),
        name: xmlLine(fullName(attendee)),
        rank: xmlLine(attendee.rank),
        nip: xmlLine(attendee.nip),
      }
    : UNKNOWN;

function signerOf(setting: SignatureSetting, record: SessionRecord): Signer {
  const { chairs, secretaries, recorders } = officersOf(record.attendance);
  switch (setting.signer) {
    case 'pimpinan':
      return attending(chairs[0]);
    case 'sekretaris':
      return attending(secretaries[0]);
    case 'notulis':
      return recorders[0]
        ? attending(recorders[0])
        : { ...UNKNOWN, name: xmlLine(record.notulisName) };
    case 'tertentu':
      return {
        position: '',
        name: xmlLine(setting.name),
        rank: xmlLine(setting.rank),
        nip: xmlLine(setting.nip),
      };
  }
}

/** "Sekretaris" over "Sekretaris KPU Kota …" says nothing more. */
const isSaidBy = (position: string, capacity: string): boolean =>
  ` ${position.toLowerCase()} `.startsWith(` ${capacity.toLowerCase()} `);

/**
 * One block of a signature as it is printed, punctuation too: a comma stands after the last line
 * before the room to sign, and after the one in whose name it is signed.
 */
export function signatureBlock(setting: SignatureSetting, record: SessionRecord): SignatureBlock {
  const signer = signerOf(setting, record);
  const position = xmlLine(setting.position) || signer.position;
  const onBehalfOf = xmlLine(setting.onBehalfOf);
  const capacity = isSaidBy(position, xmlLine(setting.capacity)) ? '' : xmlLine(setting.capacity);
  const isForOther = setting.onBehalf !== '' && onBehalfOf !== '';
  const capacityLines = [
    ...(setting.isAcknowledging ? ['Mengetahui,'] : []),
    ...(isForOther ? [`${setting.onBehalf} ${onBehalfOf},`] : []),
    ...(capacity === '' ? [] : [position === '' ? `${capacity},` : capacity]),
  ];
  return {
    ...signer,
    capacityLines,
    position: position === '' && capacity === '' ? POSITION_BLANK : position && `${position},`,
    nip: setting.hasNip ? signer.nip : '',
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
  return {
    type: 'signatures',
    placeAndDate: over,
    blocks: beside.map((block) => signatureBlock(block, input.record)),
    side,
    acknowledged: acknowledging === undefined ? null : signatureBlock(acknowledging, input.record),
  };
}
