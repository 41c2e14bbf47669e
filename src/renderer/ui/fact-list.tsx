import './fact-list.css';

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Letters that are compared one by one, such as a fingerprint. */
  readonly isCode?: boolean;
}

/** What is known of one thing: names on the left, values on the right. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="fact-list">
      {facts.flatMap(({ label, value, isCode = false }) => [
        <dt key={`${label}-name`}>{label}</dt>,
        <dd key={label} className={isCode ? 'fact-list-code' : undefined}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}
