import { useTranslation } from 'react-i18next';

import { commands, editorKeys } from '../../shared/contract/commands.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { shortcutLabel } from './shortcut-label.ts';
import './keyboard-help.css';

interface KeyboardHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All shortcuts, from the same table that the menu uses (F1). */
export function KeyboardHelp({ isOpen, onClose }: KeyboardHelpProps) {
  const { t, i18n } = useTranslation('app');
  const language = i18n.language === 'en' ? 'en' : 'id';
  const menuKeys = Object.values(commands).flatMap(({ accelerator, label }) =>
    accelerator === null ? [] : [{ keys: accelerator, label }],
  );
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('keyboard')}
      size="large"
      isReadOnly
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <div className="keyboard-help">
        {[
          { title: t('keyboardMenu'), rows: menuKeys },
          { title: t('keyboardEditor'), rows: editorKeys },
        ].map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(({ keys, label }) => (
                <div key={keys + label.id}>
                  <dt>{label[language]}</dt>
                  <dd>
                    <kbd>{shortcutLabel(keys)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
