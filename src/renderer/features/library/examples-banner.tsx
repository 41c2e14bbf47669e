import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

interface ExamplesBannerProps {
  readonly count: number;
  readonly onRemove: () => void;
}

/** Says that example sessions are in the list, and takes them out after asking once. */
export function ExamplesBanner({ count, onRemove }: ExamplesBannerProps) {
  const { t } = useTranslation('library');
  const [isAsking, setAsking] = useState(false);
  if (count === 0) return null;
  return (
    <div className="library-banner">
      <p>{t('banner', { total: count })}</p>
      <Button variant="quiet" onPress={() => setAsking(true)}>
        {t('removeExamples')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('removeExamplesTitle')}
        confirmLabel={t('removeExamples')}
        cancelLabel={t('cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onRemove();
        }}
      >
        {t('removeExamplesText')}
      </ConfirmDialog>
    </div>
  );
}
