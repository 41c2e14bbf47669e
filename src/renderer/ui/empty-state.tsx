import type { ReactNode } from 'react';

import './empty-state.css';

interface EmptyStateProps {
  readonly title: string;
  /** 1 where it is all that the window shows. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What a list shows while it has nothing to show: why, and what to do next. */
export function EmptyState({ title, level = 2, children, actions }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="empty-state">
      <Heading className="empty-state-title">{title}</Heading>
      {children && <div className="empty-state-text">{children}</div>}
      {actions && <div className="empty-state-actions">{actions}</div>}
    </div>
  );
}
