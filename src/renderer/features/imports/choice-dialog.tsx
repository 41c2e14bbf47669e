import { useTranslation } from 'react-i18next';

import type { ChosenFolder } from '../../../shared/contract/imports.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sizeWords } from './words.ts';

interface ChoiceDialogProps {
  readonly choice: ChosenFolder;
  readonly onStart: () => void;
  readonly onClose: () => void;
}

/** Says what an import of a folder would read, before it reads anything. */
export function ChoiceDialog({ choice, onStart, onClose }: ChoiceDialogProps) {
  const { t, i18n } = useTranslation('imports');
  const { fileCount, unreadCount, otherCount, closedCount } = choice;
  const hasFiles = fileCount > 0;
  return (
    <Dialog
      isOpen
      title={t('choiceTitle')}
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {hasFiles && (
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- safe: starting loses nothing, and a dialog must take the focus
            <Button autoFocus variant="primary" onPress={onStart}>
              {t('start')}
            </Button>
          )}
        </>
      }
    >
      <p className="imports-folder">{choice.folder}</p>
      <p>
        <strong>
          {hasFiles
            ? t('choiceCount', {
                count: fileCount,
                size: sizeWords(choice.sizeBytes, i18n.language),
              })
            : t('choiceNone')}
        </strong>
      </p>
      {hasFiles && <p>{t('choiceRead')}</p>}
      <ul className="imports-notes">
        {hasFiles && <li>{t('choiceKnown')}</li>}
        {unreadCount > 0 && <li>{t('choiceUnread', { count: unreadCount })}</li>}
        {otherCount > 0 && <li>{t('choiceOther', { count: otherCount })}</li>}
        {closedCount > 0 && <li>{t('choiceClosed', { count: closedCount })}</li>}
        {choice.isCut && <li>{t('choiceCut')}</li>}
      </ul>
    </Dialog>
  );
}
