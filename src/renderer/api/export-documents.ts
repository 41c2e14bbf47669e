import type { SavedExport } from '../../shared/contract/exports.ts';
import type { SessionId, TemplateId } from '../../shared/ids.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { DocumentOptions } from '../../shared/official/document-options.ts';
import { api } from './client.ts';
import { saveEverything } from './unsaved.ts';

export type ExportRequest =
  | { readonly type: 'one'; readonly kind: DocumentKind }
  /** An office's own Word template. */
  | { readonly type: 'template'; readonly id: TemplateId }
  | {
      readonly type: 'all';
      readonly kinds: readonly DocumentKind[];
      readonly target: 'folder' | 'zip';
    };

/**
 * Exports documents of a session after everything typed is saved. 'unsaved' where that failed and
 * nothing was exported; null where the user cancelled. Throws AppError.
 */
export async function exportDocuments(
  sessionId: SessionId,
  request: ExportRequest,
  options: DocumentOptions,
  /** Whether what could not be saved comes into sight; behind a dialog it cannot. */
  { isShown = true } = {},
): Promise<SavedExport | 'unsaved' | null> {
  if (!(await saveEverything({ isShown }))) return 'unsaved';
  const saved = await save(sessionId, request, options);
  // What left the office can always be looked at again.
  if (saved !== null) {
    api('history.keep', { sessionId, reason: 'exported' }).catch(() => undefined);
  }
  return saved;
}

function save(
  sessionId: SessionId,
  request: ExportRequest,
  options: DocumentOptions,
): Promise<SavedExport | null> {
  switch (request.type) {
    case 'one':
      return api('exports.document', { sessionId, kind: request.kind, options });
    case 'template':
      return api('templates.export', { id: request.id, sessionId, options });
    case 'all': {
      const { kinds, target } = request;
      return api('exports.all', { sessionId, kinds: [...kinds], target, options });
    }
  }
}
