/** The package has types that its own list of entries hides. */
declare module 'sastrawijs' {
  export class Stemmer {
    stem(word: string): string;
  }
}
