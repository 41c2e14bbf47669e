import type { Attendance } from '../../../shared/minutes/people.ts';
import type { MarkTarget } from '../../../shared/contract/marks.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import type { Signer } from '../../../shared/official/signatories.ts';
import { attendeeKey } from '../../../shared/official/signatories.ts';
import type { DocumentInput, InputMark } from '../document-input.ts';
import type { ExportImage } from '../model.ts';
import type { SignatureImage } from '../signature-image.ts';
import { xmlLine } from '../xml-text.ts';

const imageIdOf = ({ id }: InputMark): string => `tanda-tangan-${id}`;

/** What a document finds its visible signatures by. */
export const markImages = ({ marks }: DocumentInput): readonly ExportImage[] =>
  marks.map((mark) => ({ id: imageIdOf(mark), mediaType: 'image/png', bytes: mark.bytes }));

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

/** The signature under a document; null leaves the room for one by hand. */
export const signatoryImage = (
  input: DocumentInput,
  kind: DocumentKind,
  blockIndex: number,
  { key, name }: Pick<Signer, 'key' | 'name'>,
): SignatureImage | null =>
  imageOf(
    input,
    key,
    name,
    (target) =>
      target.type === 'signatory' && target.kind === kind && target.blockIndex === blockIndex,
  );

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
