/** Longer than any program takes to read what it was given. */
const KEEP_MS = 60_000;

/** Offers a text as a file; where it is saved is asked by the system. */
export function saveTextFile(fileName: string, text: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}
