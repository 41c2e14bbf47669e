/** Makes an element with a class, and with children in their order. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/** A button in the text: reached by shortcut or pointer, never by the Tab that indents. */
export function textButton(className: string, onPress: () => void): HTMLButtonElement {
  const button = element('button', className);
  button.type = 'button';
  button.tabIndex = -1;
  button.addEventListener('click', (event) => {
    event.preventDefault();
    onPress();
  });
  return button;
}
