import { Copy, FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.tsx';

interface DetailsFrameProps {
  readonly name: string;
  readonly isDisabled: boolean;
  readonly onSave: () => void;
  /** null where this document is not copied. */
  readonly onCopy?: (() => void) | null;
  readonly children: ReactNode;
}

/** Around the details of one document: its name, and the buttons for it alone. */
export function DetailsFrame({
  name,
  isDisabled,
  onSave,
  onCopy = null,
  children,
}: DetailsFrameProps) {
  const { t } = useTranslation('export');
  return (
    <section className="export-details" aria-label={name}>
      <div className="export-details-head">
        <h3>{name}</h3>
        <div className="export-details-buttons">
          {onCopy !== null && (
            <Button variant="quiet" isDisabled={isDisabled} onPress={onCopy}>
              <Copy size={16} aria-hidden />
              {t('copy')}
            </Button>
          )}
          <Button isDisabled={isDisabled} onPress={onSave}>
            <FileDown size={16} aria-hidden />
            {t('saveOne')}
          </Button>
        </div>
      </div>
      {children}
    </section>
  );
}
