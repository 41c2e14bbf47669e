import { Component } from 'react';
import type { ReactNode } from 'react';

import { reportFailure } from '../api/report-failure.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface State {
  readonly hasFailed: boolean;
}

/** Keeps a failing view from leaving an empty window; saved minutes are safe, so it offers to reload. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override componentDidCatch(failure: unknown): void {
    reportFailure(failure);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    // The translations may be what failed, so these sentences stand here.
    return (
      <EmptyState
        title="Tampilan ini berhenti bekerja"
        level={1}
        actions={
          <Button variant="primary" onPress={() => window.location.reload()}>
            Muat ulang jendela
          </Button>
        }
      >
        Semua yang bertanda “Tersimpan” tetap aman di arsip. Muat ulang jendela untuk melanjutkan.
      </EmptyState>
    );
  }
}
