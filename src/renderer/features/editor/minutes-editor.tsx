import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { DocumentLoad } from './document-load.ts';
import { loadDocument } from './document-load.ts';
import { OpenMinutes } from './open-minutes.tsx';
import type { DeskConnections } from './use-minutes-desk.ts';

export interface MinutesEditorProps extends DeskConnections {
  /** The document, asked for as soon as the session was opened; trying again asks anew. */
  readonly firstLoad: DocumentLoad;
}

/** The minutes of one session: loads them, lets them be written, and saves them as they grow. */
function Minutes(props: MinutesEditorProps) {
  const sessionId = props.session.id;
  const [{ attempt, load }, setTry] = useState({ attempt: 0, load: props.firstLoad });
  return (
    <MinutesLoader
      {...props}
      key={`${sessionId} ${attempt}`}
      load={load}
      onRetry={() => setTry({ attempt: attempt + 1, load: loadDocument(sessionId) })}
    />
  );
}

/** Typing changes the save state four times a second; the editor has no part in drawing that. */
export const MinutesEditor = memo(Minutes);

function MinutesLoader({
  load,
  onRetry,
  ...props
}: MinutesEditorProps & {
  readonly load: DocumentLoad;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation('editor');
  const { onSaveState } = props;
  const [loaded, setLoaded] = useState(load.loaded);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    let isCurrent = true;
    load.promise
      .then((document) => {
        if (!isCurrent) return;
        setLoaded(document);
        if (document.sequence > 0) onSaveState({ type: 'saved', atMs: document.savedAtMs });
      })
      .catch((error: unknown) => {
        if (isCurrent) setFailure(error);
      });
    return () => {
      isCurrent = false;
    };
  }, [load, onSaveState]);

  if (failure !== null) {
    return (
      <EmptyState title={t('loadFailed')} actions={<Button onPress={onRetry}>{t('retry')}</Button>}>
        {describeError(failure)}
      </EmptyState>
    );
  }
  if (!loaded) return <p className="page-loading">{t('loading')}</p>;
  return <OpenMinutes {...props} loaded={loaded} />;
}
