import { useTranslation } from 'react-i18next';
import { Label, ProgressBar } from 'react-aria-components';

import type { FilesProgress } from '../../../shared/contract/files.ts';
import { sizeWords } from '../../../shared/files/size-words.ts';
import { Button } from '../../ui/button.tsx';

interface AddingStateProps {
  readonly progress: FilesProgress;
  readonly onCancel: () => void;
}

/** How far the files have come that are being copied, and the way to stop it. */
export function AddingState({ progress, onCancel }: AddingStateProps) {
  const { t, i18n } = useTranslation('files');
  const { fileName, doneBytes, totalBytes } = progress;
  const share = totalBytes === 0 ? 1 : doneBytes / totalBytes;
  return (
    <div className="files-adding">
      <ProgressBar
        className="files-adding-bar"
        value={share * 100}
        valueLabel={t('copied', {
          done: sizeWords(doneBytes, i18n.language),
          total: sizeWords(totalBytes, i18n.language),
        })}
      >
        {({ percentage, valueText }) => (
          <>
            <Label className="files-adding-name">{t('copying', { name: fileName })}</Label>
            <span className="files-adding-track">
              <span className="files-adding-done" style={{ inlineSize: `${percentage ?? 0}%` }} />
            </span>
            <span className="files-facts">{valueText}</span>
          </>
        )}
      </ProgressBar>
      <Button onPress={onCancel}>{t('cancel')}</Button>
    </div>
  );
}
