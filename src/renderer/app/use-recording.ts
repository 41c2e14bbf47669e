import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionFile } from '../../shared/contract/files.ts';
import { heardAt } from '../../shared/files/recordings.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { Player } from '../features/files/player.ts';
import { createPlayer } from '../features/files/player.ts';
import { showToast } from '../ui/toast.tsx';
import { sessionFilesQuery } from './queries.ts';

const SKIP_S = 10;

interface Recording {
  readonly player: Player;
  readonly files: readonly SessionFile[];
  /** Plays what was said at that moment; null: the statement has no time. */
  readonly playFrom: (spokenAtMs: number | null) => void;
  readonly commands: {
    readonly 'recording.toggle': () => void;
    readonly 'recording.back': () => void;
  };
}

/** The recordings of an open session: one of them plays, whichever tab is shown. */
export function useRecording(id: SessionId, onShowFiles: () => void): Recording {
  const { t } = useTranslation('files');
  const { data: files = [] } = useQuery(sessionFilesQuery(id));
  const [player] = useState(() =>
    createPlayer((problem, { name }) =>
      showToast(
        problem === 'failed'
          ? { tone: 'error', text: t('playFailed', { name }) }
          : { tone: 'info', text: t('tooLate') },
      ),
    ),
  );
  useEffect(() => player.update(files), [player, files]);
  useEffect(() => player.close, [player]);

  const tell = useCallback(
    (text: string): void => {
      showToast({ tone: 'info', text, action: { label: t('showFiles'), run: onShowFiles } });
    },
    [t, onShowFiles],
  );
  const playFrom = useCallback(
    (spokenAtMs: number | null): void => {
      if (spokenAtMs === null) {
        showToast({ tone: 'info', text: t('noTime') });
        return;
      }
      const moment = heardAt(files, spokenAtMs);
      switch (moment.type) {
        case 'found':
          player.play(moment.file, moment.atS);
          break;
        case 'no-recording':
          tell(t('noRecording'));
          break;
        case 'no-start':
          tell(t('noStart'));
          break;
        case 'too-early':
          tell(t('tooEarly'));
      }
    },
    [files, player, t, tell],
  );
  const first = files.find((file) => file.role === 'rekaman');
  return {
    player,
    files,
    playFrom,
    commands: {
      'recording.toggle': () => {
        if (player.state().file !== null) player.toggle();
        else if (first !== undefined) player.play(first);
        else tell(t('noRecording'));
      },
      'recording.back': () => {
        if (player.state().file !== null) player.skip(-SKIP_S);
        else if (first === undefined) tell(t('noRecording'));
      },
    },
  };
}
