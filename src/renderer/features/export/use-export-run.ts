import { useEffect, useState } from 'react';

import type { ExportProgress, SavedExport } from '../../../shared/contract/exports.ts';
import type { SessionId } from '../../../shared/ids.ts';
import type { DocumentOptions } from '../../../shared/official/document-options.ts';
import { api, onAppEvent } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { exportDocuments } from '../../api/export-documents.ts';
import type { ExportRequest } from '../../api/export-documents.ts';

export type ExportRunState =
  | { readonly type: 'idle' }
  /** `progress` is null while the user is asked for a place. */
  | { readonly type: 'running'; readonly progress: ExportProgress | null }
  | { readonly type: 'saved'; readonly request: ExportRequest; readonly saved: SavedExport }
  | { readonly type: 'cancelled' }
  | { readonly type: 'unsaved' }
  | { readonly type: 'failed'; readonly text: string };

export interface ExportRun {
  readonly state: ExportRunState;
  readonly run: (request: ExportRequest, options: DocumentOptions) => Promise<void>;
  readonly cancel: () => void;
}

/** One export after another, each with its progress and its end. */
export function useExportRun(sessionId: SessionId): ExportRun {
  const [state, setState] = useState<ExportRunState>({ type: 'idle' });

  useEffect(
    () =>
      onAppEvent('exports.progress', (progress) =>
        setState((now) => (now.type === 'running' ? { type: 'running', progress } : now)),
      ),
    [],
  );

  const run: ExportRun['run'] = async (request, options) => {
    if (state.type === 'running') return;
    setState({ type: 'running', progress: null });
    try {
      const saved = await exportDocuments(sessionId, request, options, { isShown: false });
      // Who closes the question for a place knows that nothing was written; who cancels what has
      // begun is told.
      setState((now) => {
        if (saved === 'unsaved') return { type: 'unsaved' };
        if (saved !== null) return { type: 'saved', request, saved };
        const hasBegun = now.type === 'running' && now.progress !== null;
        return { type: hasBegun ? 'cancelled' : 'idle' };
      });
    } catch (error) {
      setState({ type: 'failed', text: describeError(error) });
    }
  };

  return { state, run, cancel: () => void api('exports.cancel', {}) };
}
