import { partsInWords } from './describe-report.ts';

/** Parts of a file: what they are to people, and beside it what they are called in the package. */
export function PartList({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className="checking-parts">
      {partsInWords(names).map(({ kind, label, names: own }) => (
        <li key={kind}>
          <span>{label}</span> <span className="checking-part-names">{own.join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}
