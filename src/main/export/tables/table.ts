/** A day, "YYYY-MM-DD", which spreadsheets show as a date. */
export interface DateCell {
  readonly date: string;
}
export type Cell = string | number | DateCell | null;

/** A list for spreadsheets: one heading row, and cells that mean the same down each column. */
export interface ExportTable {
  /** Name of the sheet. */
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly widthLetters: number }[];
  readonly rows: readonly (readonly Cell[])[];
}
