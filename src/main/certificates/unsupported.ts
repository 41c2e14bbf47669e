/** A key file that follows the standard in a way that is not known here. */
export class UnsupportedKeyFile extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'UnsupportedKeyFile';
  }
}
