/** Failures that a user can meet. The renderer has a sentence and a next step for each. */
export const APP_ERROR_CODES = [
  'invalid-input',
  'text-too-long',
  'not-found',
  'session-final',
  /** An attendee who speaks in the minutes cannot leave the list: { name, count }. */
  'attendee-speaks',
  /** No PNG or JPEG of a size that minutes keep. */
  'image-invalid',
  /** { limit } */
  'too-many-images',
  /** { limit } */
  'too-many-files',
  /** A file beside minutes whose bytes are gone from the folder: { name } */
  'kept-file-missing',
  /** The same, where they are no longer what was kept: { name } */
  'kept-file-damaged',
  /** No program of this computer opens it: { name } */
  'no-program-for-file',
  /** It would be run, not shown: { name } */
  'file-is-program',
  /** Others are still being added; nothing of these was kept. */
  'files-adding',
  /** The disk has no room for a file beside minutes; nothing of it was kept. */
  'files-no-space',
  /** The folder of an import is not there, or empty: most likely its drive is not connected. */
  'import-folder-away',
  'storage-unavailable',
  'storage-full',
  'storage-read-only',
  'archive-newer',
  'archive-damaged',
  /** Gone or emptied, where minutes were kept before. */
  'archive-missing',
  'examples-missing',
  'export-target-open',
  'export-target-exists',
  'export-no-permission',
  'export-folder-missing',
  'export-failed',
  /** The files beside the minutes are too large for one ZIP: { limit } in megabytes. */
  'export-files-too-large',
  /** Another one has not ended yet. */
  'export-running',
  /** The user called it off; nobody needs to be told. */
  'export-cancelled',
  /** An old document could neither stay nor come back: { fileName, folder, copyName }. */
  'export-partly',
  'copy-failed',
  /** As JSON, with its images: { limit } in megabytes. */
  'session-file-too-large',
  /** A template of an office that cannot be used; nothing of it was kept. */
  'template-not-docx',
  /** Saved as "Strict Open XML", which other programs read differently. */
  'template-other-format',
  'template-encrypted',
  'template-macros',
  /** It would fetch something from outside: { target } */
  'template-external',
  /** Names in it lead out of its package. */
  'template-unsafe',
  /** As a file, or once unpacked. */
  'template-too-large',
  'template-broken',
  /** { limit } */
  'too-many-templates',
  /** The pages of a document could not be set. */
  'preview-failed',
  /** No printer took the pages. */
  'print-failed',
  /** The checks found something and no reason was given. */
  'final-needs-reason',
  'session-not-final',
  /** The image of another act of signing: { name } whose it is. */
  'mark-used-before',
  'key-wrong-passphrase',
  /** No PKCS#12 file, or a damaged one. */
  'key-damaged',
  /** A certificate without its key, or a key without a certificate. */
  'key-missing',
  /** { bits } */
  'key-weak',
  'key-unsupported',
  /** { date } */
  'certificate-expired',
  /** { date } */
  'certificate-not-yet-valid',
  /** It says that its key is for something else, such as encryption. */
  'certificate-not-for-signing',
  'certificate-broken',
  /** A file of more than one where it must be plain who is trusted: { count } */
  'certificate-several',
  'signing-failed',
  /** The file is no longer the one that was shown to whoever signs. */
  'signing-file-changed',
  /** A file that was chosen is gone, locked by another program or not allowed: { fileName } */
  'file-unreadable',
  /** A file that is no Word document, or a damaged one. */
  'check-not-docx',
  /** Unpacked, it is larger than any document. */
  'check-too-large',
  'code-malformed',
  /** A list of attendees has more than { rows } rows or { columns } columns, or is too large a file. */
  'sheet-too-large',
  /** Protected by a password, or a workbook from before 2007. */
  'sheet-encrypted',
  'sheet-unreadable',
  'sheet-empty',
  'backup-failed',
  'backup-invalid',
  'backup-newer',
  'search-unavailable',
  'job-timeout',
  'internal',
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** Facts for the sentence shown to the user, such as a file name or a limit. */
export type AppErrorDetails = Readonly<Record<string, string | number>>;

/** A failure with a code from the closed list; anything else reaches the user as `internal`. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: AppErrorCode, details: AppErrorDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** The outcome of a call, where an exception would lose its fields on the way. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: AppErrorCode; readonly details: AppErrorDetails };
