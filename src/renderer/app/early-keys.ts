/** Ends the wait: plays what was pressed where the session now has the focus, or forgets it. */
export type ReleaseKeys = (isOpened: boolean) => void;

/** About a second, in which a page that is there takes the focus. */
const FRAMES_FOR_FOCUS = 60;

/** A page that is still loading after this must not hold the keyboard any longer. */
const MOST_HOLD_MS = 3000;

/** Modifiers go with the key that they change; a composition belongs to the input method. */
const NOT_HELD: ReadonlySet<string> = new Set([
  'Control',
  'Shift',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Dead',
  'Process',
]);

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });

const isText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey;

const isLoading = (): boolean => document.querySelector('.page-loading') !== null;

const hasSessionFocus = (): boolean =>
  document.activeElement !== null && document.activeElement.closest('.session-page') !== null;

const hasFocus = (): boolean =>
  document.activeElement !== null && document.activeElement !== document.body;

/** Waits until the focus is there, as long as there is hope for it. */
async function waitForFocus(isThere: () => boolean, untilMs: number): Promise<void> {
  let framesLeft = FRAMES_FOR_FOCUS;
  while (!isThere() && framesLeft > 0 && performance.now() < untilMs) {
    await nextFrame();
    if (!isLoading()) framesLeft -= 1;
  }
}

/**
 * Keeps the keys that are pressed while a session opens. Who opens one goes on at once with the next
 * shortcut or with the first words: those are meant for the session, though the library is still shown.
 */
export function holdKeys(): ReleaseKeys {
  const held: KeyboardEvent[] = [];
  let played: KeyboardEvent | null = null;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event === played || event.isComposing || NOT_HELD.has(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // The key that opened the session may still be down.
    if (!event.repeat) held.push(event);
  };
  const end = (): void => window.removeEventListener('keydown', onKeyDown, true);

  const play = (event: KeyboardEvent): void => {
    played = new KeyboardEvent('keydown', {
      key: event.key,
      code: event.code,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      shiftKey: event.shiftKey,
      bubbles: true,
      cancelable: true,
    });
    const isUnanswered = (document.activeElement ?? document.body).dispatchEvent(played);
    // The only way to type as a key does, with undo and the events that the page listens to.
    if (isUnanswered && isText(event)) document.execCommand('insertText', false, event.key);
  };

  const playAll = async (): Promise<void> => {
    const untilMs = performance.now() + MOST_HOLD_MS;
    await waitForFocus(hasSessionFocus, untilMs);
    // What is pressed meanwhile comes after what was pressed before.
    for (let event = held.shift(); event !== undefined; event = held.shift()) {
      play(event);
      if (!isText(event)) {
        // A command may show another part, which takes the focus when it is drawn.
        await nextFrame();
        await nextFrame();
      }
      await waitForFocus(hasFocus, untilMs);
    }
    end();
  };

  window.addEventListener('keydown', onKeyDown, true);
  return (isOpened) => {
    if (isOpened) void playAll();
    else end();
  };
}
