import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Text } from 'react-aria-components';

import type { SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { saveEverything } from '../../api/unsaved.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import './exchange.css';

export interface SaveSessionDialogProps {
  readonly sessionId: SessionId;
  readonly onClose: () => void;
}

/** Writes the whole session into a file; private notes only where that is chosen each time. */
export function SaveSessionDialog({ sessionId, onClose }: SaveSessionDialogProps) {
  const { t } = useTranslation('exchange');
  const [hasPrivateNotes, setPrivateNotes] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (): Promise<void> => {
    setSaving(true);
    setProblem(null);
    try {
      if (!(await saveEverything({ isShown: false }))) {
        setProblem(t('notSaved'));
        return;
      }
      const saved = await api('exchange.save', { sessionId, hasPrivateNotes });
      if (saved === null) return;
      const { fileName } = saved;
      const text = t(saved.hasPrivateNotes ? 'savedWithNotes' : 'saved', { fileName });
      showToast({ tone: 'success', text });
      onClose();
    } catch (error) {
      setProblem(describeError(error));
    } finally {
      setSaving(false);
    }
  };

  return (
    <Dialog
      isOpen
      onClose={() => {
        if (!isSaving) onClose();
      }}
      size="small"
      title={t('saveTitle')}
      actions={
        <>
          <Button isDisabled={isSaving} onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" isDisabled={isSaving} onPress={() => void save()}>
            {t(isSaving ? 'saving' : 'save')}
          </Button>
        </>
      }
    >
      <p>{t('saveText')}</p>
      <Checkbox
        isSelected={hasPrivateNotes}
        isDisabled={isSaving}
        onChange={setPrivateNotes}
        aria-describedby="exchange-notes-hint"
      >
        {t('saveNotes')}
      </Checkbox>
      <Text id="exchange-notes-hint" className="exchange-hint">
        {t('saveNotesHint')}
      </Text>
      {problem !== null && (
        <p className="exchange-problem" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
