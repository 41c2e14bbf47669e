/** What a screen begins with takes the focus: it is read out, and keys go to that screen. */
export const focusOn = (element: HTMLElement | null): void => element?.focus();
