import { Notice } from '../../ui/notice.tsx';

/** How the last thing that was asked of a list ended. */
export interface ListOutcome {
  readonly tone: 'success' | 'danger';
  readonly text: string;
}

/** Over the buttons, where it hides none of them. */
export function ListState({ outcome }: { readonly outcome: ListOutcome | null }) {
  if (outcome === null) return null;
  return (
    <div className="signing-problem">
      <Notice tone={outcome.tone} role={outcome.tone === 'danger' ? 'alert' : 'status'}>
        {outcome.text}
      </Notice>
    </div>
  );
}
