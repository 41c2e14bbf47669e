import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_KINDS } from '../../../shared/official/document-kinds.ts';
import type { OfficeSettings } from '../../../shared/official/office-settings.ts';
import { DEFAULT_SIGNATURES } from '../../../shared/official/office-settings.ts';
import type { Signatory, SigningFacts } from '../../../shared/official/signatories.ts';
import { signerOf } from '../../../shared/official/signatories.ts';

/** A blank list is signed on paper, by many hands. */
export const SIGNED_KINDS = DOCUMENT_KINDS.filter((kind) => kind !== 'daftar-hadir-kosong');

/** Who signs in one block of a document, as far as it is known. */
export type Signing = Pick<Signatory, 'blockIndex' | 'name' | 'capacity' | 'position'>;

interface Known extends SigningFacts {
  readonly settings: Pick<OfficeSettings, 'signatures'>;
}

/** The signature blocks of a document, in the order in which the office has set them. */
export function signatoriesOf(kind: DocumentKind, known: Known): readonly Signing[] {
  const own = known.settings.signatures[kind];
  // A press release is signed only where the office has set it so.
  if (own === undefined && kind === 'siaran-pers') return [];
  return (own ?? DEFAULT_SIGNATURES[kind]).blocks.map((setting, blockIndex) => {
    const { name, position } = signerOf(setting, known);
    return {
      blockIndex,
      name: name.trim(),
      capacity: setting.capacity.trim(),
      position: setting.position.trim() || position,
    };
  });
}
