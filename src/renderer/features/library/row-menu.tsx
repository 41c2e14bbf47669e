import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem, Popover } from 'react-aria-components';

export type RowAction = 'open' | 'duplicate' | 'trash' | 'restore';

interface RowMenuProps {
  /** Where it opens, in window pixels; null: closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly title: string;
  readonly actions: readonly RowAction[];
  readonly onAction: (action: RowAction) => void;
  readonly onClose: () => void;
}

const KEYS = {
  open: 'keyEnter',
  duplicate: 'keyDuplicate',
  trash: 'keyTrash',
  restore: 'keyEnter',
} as const satisfies Record<RowAction, string>;

/** The menu of a row, opened by its button, the right mouse button or Shift+F10. */
export function RowMenu({ at, title, actions, onAction, onClose }: RowMenuProps) {
  const { t } = useTranslation('library');
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className="library-menu-anchor"
        style={{ insetInlineStart: at?.x ?? 0, insetBlockStart: at?.y ?? 0 }}
      />
      <Popover
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        placement="bottom start"
        aria-label={t('rowMenu', { title })}
        className="popover library-menu"
      >
        <Menu
          aria-label={t('rowMenu', { title })}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu takes the focus when it opens
          autoFocus="first"
          onClose={onClose}
          onAction={(key) => {
            const action = actions.find((candidate) => candidate === key);
            if (action !== undefined) onAction(action);
          }}
          className="list-box"
        >
          {actions.map((action) => (
            <MenuItem
              key={action}
              id={action}
              textValue={t(action)}
              className="list-box-item library-menu-item"
            >
              <span>{t(action)}</span>
              <kbd>{t(KEYS[action])}</kbd>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
