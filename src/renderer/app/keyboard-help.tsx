import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { commands } from '../../shared/contract/commands.ts';
import { editorKeys, keysWith } from '../../shared/contract/editor-keys.ts';
import { searchKeys } from '../../shared/contract/search-keys.ts';
import type { CommandId } from '../../shared/contract/commands.ts';
import type { MenuName } from '../../shared/contract/menus.ts';
import { MENU_LABELS, menuTitle } from '../../shared/contract/menus.ts';
import { api } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { shortcutLabel, shortcutOf } from '../api/shortcut-label.ts';
import './keyboard-help.css';

/** All shortcuts, from the same table that the menu uses (F1). */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('app');
  const language = i18n.language === 'en' ? 'en' : 'id';
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => api('profile.get', {}) });
  const speakerKeys = profile.data?.speakerKeys ?? 'alt';
  const ids = Object.keys(commands) as CommandId[];
  const menus = (Object.keys(MENU_LABELS) as MenuName[]).map((menu) => ({
    title: menuTitle(menu, language),
    rows: ids
      .filter((id) => commands[id].menu === menu && shortcutOf(id) !== '')
      .map((id) => ({ keys: shortcutOf(id), label: commands[id].label })),
  }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('keyboard')}
      size="large"
      isReadOnly
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <div className="keyboard-help">
        {[
          {
            title: t('keyboardEditor'),
            rows: editorKeys.map((entry) => ({
              keys: shortcutLabel(keysWith(entry, speakerKeys)),
              label: entry.label,
            })),
          },
          ...menus,
          {
            title: t('keyboardSearch'),
            rows: searchKeys.map(({ keys, label }) => ({ keys: shortcutLabel(keys), label })),
          },
        ].map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(({ keys, label }) => (
                <div key={keys + label.id}>
                  <dt>{label[language]}</dt>
                  <dd>
                    <kbd>{keys}</kbd>
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
