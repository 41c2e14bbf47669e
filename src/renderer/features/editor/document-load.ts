import type { LoadedDocument } from '../../../shared/contract/documents.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';

/** A document that was asked for. */
export interface DocumentLoad {
  readonly promise: Promise<LoadedDocument>;
  /** The answer, once it is there: it can then be drawn without waiting for a turn. */
  readonly loaded: LoadedDocument | null;
}

/** Asks for a document; who shows it also shows that it failed. */
export function loadDocument(sessionId: SessionId): DocumentLoad {
  const load = {
    promise: api('documents.load', { sessionId }),
    loaded: null as LoadedDocument | null,
  };
  load.promise.then(
    (document) => {
      load.loaded = document;
    },
    () => undefined,
  );
  return load;
}
