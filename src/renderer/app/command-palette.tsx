import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';

import { commands } from '../../shared/contract/commands.ts';
import { refusalIn } from '../../shared/contract/command-refusals.ts';
import type { CommandId } from '../../shared/contract/commands.ts';
import type { SessionStatus } from '../../shared/minutes/session.ts';
import { shortcutOf } from '../api/shortcut-label.ts';
import { FocusReturn } from '../ui/focus-return.tsx';
import './command-palette.css';

interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly hasSession: boolean;
  /** Of the open session; null: none is. */
  readonly status: SessionStatus | null;
  readonly onClose: () => void;
  readonly onRun: (command: CommandId) => void;
}

/** Autocomplete ties the field to the list; what it is must be said as well. */
const FIELD_OF_LIST = { role: 'combobox', 'aria-expanded': true } as const;

/** Every command by name (Ctrl+K). */
export function CommandPalette(props: CommandPaletteProps) {
  const { isOpen, hasSession, status, onClose, onRun } = props;
  const { t, i18n } = useTranslation('app');
  const { contains } = useFilter({ sensitivity: 'base' });
  const language = i18n.language === 'en' ? 'en' : 'id';
  const items = (Object.keys(commands) as CommandId[])
    .filter((id) => id !== 'palette.open' && (hasSession || commands[id].needs === null))
    .map((id) => ({
      id,
      label: commands[id].label[language],
      shortcut: shortcutOf(id),
      refusal: status === null ? null : refusalIn(id, status),
    }));

  return (
    <ModalOverlay
      className="palette-overlay"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="palette">
        <FocusReturn />
        <Dialog className="palette-dialog" aria-label={t('palette')}>
          <Autocomplete filter={contains}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- safe: it is opened by a key, to type into its only field, and gives the focus back when it closes */}
            <SearchField aria-label={t('paletteField')} autoFocus className="palette-field">
              <Input {...FIELD_OF_LIST} placeholder={t('paletteField')} className="palette-input" />
            </SearchField>
            <ListBox
              className="palette-list"
              aria-label={t('palette')}
              items={items}
              disabledKeys={items.filter(({ refusal }) => refusal !== null).map(({ id }) => id)}
              renderEmptyState={() => <p className="palette-empty">{t('paletteEmpty')}</p>}
              onAction={(key) => {
                // First the focus goes back to where it was: the command acts there, and what is typed next
                // belongs there.
                flushSync(onClose);
                const chosen = items.find((item) => item.id === key);
                if (chosen) onRun(chosen.id);
              }}
            >
              {(item) => (
                <ListBoxItem className="palette-item" textValue={item.label}>
                  <span>{item.label}</span>
                  {item.refusal === null ? (
                    item.shortcut && <kbd>{item.shortcut}</kbd>
                  ) : (
                    <span className="palette-refusal">{t(`refusal_${item.refusal}`)}</span>
                  )}
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
