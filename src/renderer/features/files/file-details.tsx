import { ArrowDown, ArrowUp, Download, ExternalLink, Lock, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { SessionFile } from '../../../shared/contract/files.ts';
import type { FileRole } from '../../../shared/files/file-kinds.ts';
import { FILE_ROLES } from '../../../shared/files/file-kinds.ts';
import { isHeard } from '../../../shared/files/shown-files.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CaptionField } from './caption-field.tsx';
import { FilePreview } from './file-preview.tsx';
import type { Player } from './player.ts';
import { RecordingStart } from './recording-start.tsx';
import type { FilesDesk } from './use-files.ts';

interface FileDetailsProps {
  readonly session: Session;
  readonly file: SessionFile;
  readonly desk: FilesDesk;
  readonly player: Player;
  /** Undefined: it cannot go further that way. */
  readonly onMoveUp: (() => void) | undefined;
  readonly onMoveDown: (() => void) | undefined;
  readonly onRemove: () => void;
}

/** One file: what is in it, what it is, and what can be done with it. */
export function FileDetails(props: FileDetailsProps) {
  const { session, file, desk, player, onMoveUp, onMoveDown, onRemove } = props;
  const { t } = useTranslation('files');
  const setRole = async (role: FileRole): Promise<void> => {
    const problem = await desk.update(file.id, { role });
    if (problem !== null) showToast({ tone: 'error', text: problem });
  };
  return (
    <section className="files-details" aria-label={t('details', { name: file.name })}>
      <FilePreview file={file} onPlay={() => player.play(file)} onFilm={player.pause} />
      <h2 className="files-title">{file.name}</h2>
      {file.isFrozen && (
        <p className="files-frozen">
          <Lock size={14} aria-hidden /> {t('frozenOne')}
        </p>
      )}
      <Select<FileRole>
        label={t('role')}
        // The original of imported minutes stays what it is; nothing else becomes one.
        options={FILE_ROLES.filter((role) => role !== 'asli' || file.role === 'asli').map(
          (value) => ({ value, label: t(`role_${value}`) }),
        )}
        value={file.role}
        isDisabled={file.isFrozen || file.role === 'asli'}
        onChange={(role) => void setRole(role)}
      />
      <CaptionField file={file} onSave={(caption) => desk.update(file.id, { caption })} />
      {file.role === 'rekaman' && isHeard(file) && (
        <RecordingStart
          session={session}
          file={file}
          writtenAtMs={desk.writtenAt.get(file.id) ?? null}
          onChange={(startsAtMs) => desk.update(file.id, { startsAtMs })}
        />
      )}
      <div className="files-buttons">
        <Button onPress={() => desk.open(file)}>
          <ExternalLink size={16} aria-hidden />
          {t('open')}
        </Button>
        <Button onPress={() => desk.saveCopy(file)}>
          <Download size={16} aria-hidden />
          {t('saveCopy')}
        </Button>
        <Button
          isIcon
          variant="quiet"
          aria-label={t('moveUp')}
          isDisabled={onMoveUp === undefined}
          onPress={() => onMoveUp?.()}
        >
          <ArrowUp size={16} aria-hidden />
        </Button>
        <Button
          isIcon
          variant="quiet"
          aria-label={t('moveDown')}
          isDisabled={onMoveDown === undefined}
          onPress={() => onMoveDown?.()}
        >
          <ArrowDown size={16} aria-hidden />
        </Button>
        {!file.isFrozen && (
          <Button variant="danger" onPress={onRemove}>
            <Trash2 size={16} aria-hidden />
            {t('remove')}
          </Button>
        )}
      </div>
    </section>
  );
}
