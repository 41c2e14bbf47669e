/** What came of looking for a code in a picture. */
export type PictureOutcome =
  | { readonly found: 'code'; readonly code: string }
  /** A QR code that is none of Notula's. */
  | { readonly found: 'other' }
  | { readonly found: 'nothing' }
  /** No picture, a damaged one, or one that is too large. */
  | { readonly found: 'no-picture' };
