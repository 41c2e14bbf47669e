import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import './licences-dialog.css';

/** Made by the build from all that it packs. */
const ADDRESS = 'licences.txt';

async function licences(): Promise<string> {
  const response = await fetch(ADDRESS);
  if (!response.ok) throw new Error(`licences: ${response.status}`);
  return response.text();
}

/** What Notula owes to the work of others, and under which terms. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  const { data, isError } = useQuery({ queryKey: ['licences'], queryFn: licences });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('licences')}
      size="large"
      isReadOnly
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <p>{t('licencesAbout')}</p>
      {isError ? (
        <p role="alert">{t('licencesMissing')}</p>
      ) : (
        <pre className="licences-text" lang="en">
          {data}
        </pre>
      )}
    </Dialog>
  );
}
