import Papa from 'papaparse';

/**
 * Rows as a CSV file that Excel opens by a double click, in Indonesian settings too: semicolons, and
 * UTF-8 that says so. A text that a spreadsheet would carry out as a formula gets an apostrophe
 * before it (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvFile(rows: readonly (readonly string[])[]): Uint8Array {
  const text = Papa.unparse(
    rows.map((row) => [...row]),
    { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA },
  );
  return Buffer.from(`\ufeff${text}\r\n`);
}

/** Full-width signs are formulas in some programs, and spaces before a sign do not keep it from being one. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/u;
