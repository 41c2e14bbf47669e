import * as electron from 'electron';

interface ClipboardText {
  readonly text: string;
  /** null where the text alone is written. */
  readonly html: string | null;
}

/** How earlier Electrons write it; one of them stands in where the official one cannot be had. */
interface EarlierClipboard {
  readonly write: (data: { readonly text: string; readonly html?: string }) => void;
}

/** Puts text on the clipboard, both kinds at once: a program takes the richest that it understands. */
export async function writeClipboard({ text, html }: ClipboardText): Promise<void> {
  // Not by its own name: an Electron that lacks it would not start at all.
  if ('ClipboardItem' in electron) {
    const entry = { 'text/plain': text, ...(html === null ? {} : { 'text/html': html }) };
    await electron.clipboard.write([new electron.ClipboardItem(entry)]);
    return;
  }
  const { clipboard } = electron as { readonly clipboard: EarlierClipboard };
  clipboard.write({ text, ...(html === null ? {} : { html }) });
}
