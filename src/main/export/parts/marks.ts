import type { Attendance } from '../../../shared/minutes/people.ts';
import type { MarkTarget } from '../../../shared/contract/marks.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { MARK_PX_PER_MM } from '../../../shared/official/mark-rules.ts';
import type { Signer } from '../../../shared/official/signatories.ts';
import { attendeeKey } from '../../../shared/official/signatories.ts';
import type { DocumentInput, InputLines, InputMark } from '../document-input.ts';
import type { ExportImage } from '../model.ts';
import type { SignatureImage } from '../signature-image.ts';
import { xmlLine } from '../xml-text.ts';

const imageIdOf = ({ id }: InputMark): string => `tanda-tangan-${id}`;

export const OPEN_LINE_IMAGE = 'garis-tanda-tangan';
/** In the proportions of its picture, two and a half to one. */
const OPEN_LINE_MM = { width: 55, height: 22 } as const;

/** What a document finds its visible signatures by. */
export const markImages = ({ marks, lines }: DocumentInput): readonly ExportImage[] => [
  ...marks.map(
    (mark) => ({ id: imageIdOf(mark), mediaType: 'image/png', bytes: mark.bytes }) as const,
  ),
  ...(lines === undefined
    ? []
    : ([{ id: OPEN_LINE_IMAGE, mediaType: 'image/png', bytes: lines.openLine }] as const)),
];

/** A signature is printed only where the one who made it is still the one who signs. */
function imageOf(
  { marks }: DocumentInput,
  key: string,
  name: string,
  isThere: (target: MarkTarget) => boolean,
): SignatureImage | null {
  const mark = marks.find(({ target, signerKey }) => signerKey === key && isThere(target));
  if (mark === undefined) return null;
  const { widthPx, heightPx } = mark;
  const description = xmlLine(`Tanda tangan ${name}`);
  return { imageId: imageIdOf(mark), widthPx, heightPx, description };
}

/** The line of a block that shows what was signed visibly, or else that it waits. */
function lineOf(
  { blockIndex: signing, setupIds }: InputLines,
  blockIndex: number,
  { name, position }: Pick<Signer, 'name' | 'position'>,
  signed: SignatureImage | null,
): SignatureImage | null {
  const setupId = setupIds[blockIndex];
  // Whoever has signed visibly needs no line more, but for who signs now.
  if (setupId === undefined || (signed !== null && blockIndex !== signing)) return signed;
  const open = {
    imageId: OPEN_LINE_IMAGE,
    widthPx: OPEN_LINE_MM.width * MARK_PX_PER_MM,
    heightPx: OPEN_LINE_MM.height * MARK_PX_PER_MM,
    description: xmlLine(`Tempat tanda tangan ${name}`).trim(),
  };
  const line = { setupId, suggestedSigner: xmlLine(name), suggestedTitle: xmlLine(position) };
  return { ...(signed ?? open), line };
}

/** The signature under a document; null leaves the room for one by hand. */
export function signatoryImage(
  input: DocumentInput,
  kind: DocumentKind,
  blockIndex: number,
  signer: Pick<Signer, 'key' | 'name' | 'position'>,
): SignatureImage | null {
  const signed = imageOf(
    input,
    signer.key,
    signer.name,
    (target) =>
      target.type === 'signatory' && target.kind === kind && target.blockIndex === blockIndex,
  );
  return input.lines === undefined ? signed : lineOf(input.lines, blockIndex, signer, signed);
}

/** The signature of an attendee on one day. */
export const attendeeImage = (
  input: DocumentInput,
  attendee: Attendance,
  dayId: string,
  name: string,
): SignatureImage | null =>
  imageOf(
    input,
    attendeeKey(attendee, dayId),
    name,
    (target) =>
      target.type === 'attendance' && target.attendanceId === attendee.id && target.dayId === dayId,
  );
