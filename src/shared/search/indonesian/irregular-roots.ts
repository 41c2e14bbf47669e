/** Words that the list has as entries of their own, or that no rule takes apart. */
export const IRREGULAR_ROOTS: ReadonlyMap<string, string> = new Map([
  ['belajar', 'ajar'],
  ['pelajar', 'ajar'],
  ['mengerti', 'erti'],
  ['pengerti', 'erti'],
]);
