import type { SessionRecord } from '../../../shared/minutes/record.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS } from '../../../shared/official/document-kinds.ts';
import { MOST_SIGNATORIES } from '../../../shared/official/mark-rules.ts';
import type { OfficeSettings } from '../../../shared/official/office-settings.ts';
import { DEFAULT_SIGNATURES } from '../../../shared/official/office-settings.ts';
import type { Signatory, Signer } from '../../../shared/official/signatories.ts';
import { attendingSigner, signerOf } from '../../../shared/official/signatories.ts';
import { leadingMembers } from './members.ts';

type Facts = Pick<SessionRecord, 'session' | 'attendance' | 'notulisName'>;

/** The members who sign a berita acara together; none where the office has said who signs. */
export function jointSigners(
  record: Pick<SessionRecord, 'session' | 'attendance'>,
  { signatures }: OfficeSettings,
): ReturnType<typeof leadingMembers> {
  const members = signatures['berita-acara'] === undefined ? leadingMembers(record) : [];
  return members.length < 2 ? [] : members;
}

const signatory = (
  kind: DocumentKind,
  blockIndex: number,
  { position, name, key }: Signer,
  given: { readonly capacity: string; readonly position: string },
): Signatory => ({
  kind,
  blockIndex,
  capacity: given.capacity.trim(),
  position: given.position.trim() || position,
  name: name.trim(),
  key,
});

/** Who signs documents of one kind, from the left, as `signaturesPiece` sets them. */
function signatoriesOfKind(
  kind: DocumentKind,
  record: Facts,
  settings: OfficeSettings,
): readonly Signatory[] {
  // A press release is signed only where the office asks for it.
  if (kind === 'siaran-pers' && settings.signatures[kind] === undefined) return [];
  const members = kind === 'berita-acara' ? jointSigners(record, settings) : [];
  if (members.length > 0) {
    return members
      .slice(0, MOST_SIGNATORIES)
      .map((member, index) =>
        signatory(kind, index, attendingSigner(member), { capacity: '', position: '' }),
      );
  }
  const { blocks } = settings.signatures[kind] ?? DEFAULT_SIGNATURES[kind];
  return blocks.map((block, index) => signatory(kind, index, signerOf(block, record), block));
}

/** Who signs the documents of a session, block by block. */
export function signatoriesOf(record: Facts, settings: OfficeSettings): readonly Signatory[] {
  return DOCUMENT_KINDS.flatMap((kind) => signatoriesOfKind(kind, record, settings));
}
