import { useQuery } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionFile } from '../../../shared/contract/files.ts';
import { keptFileAddress, shownAs } from '../../../shared/files/shown-files.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { FileIcon } from './file-icon.tsx';

interface FilePreviewProps {
  readonly file: SessionFile;
  readonly onPlay: () => void;
  /** A film is being played here: the player beside the minutes falls silent. */
  readonly onFilm: () => void;
}

/** What is in a file, where the window can show it safely; else how to see it. */
export function FilePreview({ file, onPlay, onFilm }: FilePreviewProps) {
  const { t } = useTranslation('files');
  const [hasFailed, setFailed] = useState(false);
  const shown = shownAs(file);
  if (hasFailed) {
    return <NotShown file={file} text={t(shown === 'film' ? 'filmFailed' : 'photoFailed')} />;
  }
  switch (shown) {
    case 'photo':
      return (
        <img
          className="files-photo"
          src={keptFileAddress(file)}
          alt={file.caption || t('photoOf', { name: file.name })}
          decoding="async"
          onError={() => setFailed(true)}
        />
      );
    case 'sound':
      return (
        <div className="files-unseen">
          <Button onPress={onPlay}>
            <Play size={16} aria-hidden />
            {t('play')}
          </Button>
        </div>
      );
    case 'film':
      return (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- the recording of an office has none
        <video
          className="files-photo"
          src={keptFileAddress(file)}
          controls
          controlsList="nodownload noremoteplayback"
          disablePictureInPicture
          preload="metadata"
          aria-label={file.caption || file.name}
          onPlay={onFilm}
          onError={() => setFailed(true)}
        />
      );
    case 'text':
      return <TextStart file={file} />;
    case 'none':
      return <NotShown file={file} text={t('notShown')} />;
  }
}

function NotShown({ file, text }: { readonly file: SessionFile; readonly text: string }) {
  return (
    <div className="files-unseen">
      <FileIcon mediaType={file.mediaType} size={32} />
      <p>{text}</p>
    </div>
  );
}

function TextStart({ file }: { readonly file: SessionFile }) {
  const { t } = useTranslation('files');
  const start = useQuery({
    queryKey: ['file-text', file.sha256],
    queryFn: () => api('files.textStart', { id: file.id }),
  });
  if (start.data === undefined && !start.isError) return null;
  if (!start.data) return <NotShown file={file} text={t('notShown')} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: the keyboard must reach it
    <section className="files-text" tabIndex={0} aria-label={t('textStart')}>
      {start.data}
    </section>
  );
}
