const PICTOGRAM = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const EMOJI_ONLY = /^[\p{Emoji}\p{Emoji_Component}\s]{1,40}$/u;

/** Chat programs draw emoji as pictures whose alternative text is the emoji: that is text. */
export function emojiToText(page: Document): void {
  for (const image of page.querySelectorAll('img[alt]')) {
    const text = image.getAttribute('alt') ?? '';
    if (PICTOGRAM.test(text) && EMOJI_ONLY.test(text)) image.replaceWith(text);
  }
}
