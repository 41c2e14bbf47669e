const ENDING = /\.docx$/i;
/** What Notula put behind the name of a signed file. */
const SIGNED_MARK = / \(ttd(?: \d+)?\)$/;

/** The name that a file gets with so many signatures: "Notula (ttd).docx", "Notula (ttd 2).docx". */
export function signedFileName(fileName: string, signatureCount: number): string {
  const base = fileName.replace(ENDING, '').replace(SIGNED_MARK, '');
  return `${base} (ttd${signatureCount > 1 ? ` ${signatureCount}` : ''}).docx`;
}
