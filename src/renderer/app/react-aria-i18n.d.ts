// The package's own declaration of this file exports a type where the file has a value.
declare module 'react-aria-components/i18n/en-US' {
  /** Texts by package and key; what has variables is a function. */
  const texts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  export default texts;
}
