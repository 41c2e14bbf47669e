import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { MAX_SEARCH_NAME_LENGTH } from '../../../shared/contract/searches.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly name: string;
  readonly query: string;
  readonly onClose: () => void;
  /** False where the name could not be kept: the dialog then stays. */
  readonly onName: (name: string) => Promise<boolean>;
}

/** Asks for the name of a saved search. */
export function NameDialog({ title, name: first, query, onClose, onName }: NameDialogProps) {
  const { t } = useTranslation('search');
  const [name, setName] = useState(first);
  const give = async (): Promise<void> => {
    if (name.trim() !== '' && (await onName(name.trim()))) onClose();
  };
  return (
    <Dialog
      isOpen
      size="small"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void give()}>
            {t('saveName')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('name')}
        description={t('nameOf', { query })}
        value={name}
        onChange={setName}
        maxLength={MAX_SEARCH_NAME_LENGTH}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that asks one thing begins there
        autoFocus
        onFocus={(event) => {
          if (event.target instanceof HTMLInputElement) event.target.select();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void give();
          else event.continuePropagation();
        }}
      />
    </Dialog>
  );
}
