/* oxlint-disable jsx-a11y/no-autofocus -- a menu takes the focus when it opens */
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem, Popover } from 'react-aria-components';

import type { Presence } from '../../../shared/minutes/people.ts';
import { PRESENCE_KEYS } from './columns.ts';

export type PresenceChoice = Presence | 'none' | 'representedBy';

interface PresenceMenuProps {
  readonly anchor: RefObject<Element | null>;
  readonly isOpen: boolean;
  /** "Diwakili oleh …" makes sense for one line only. */
  readonly isForOne: boolean;
  readonly onChoose: (choice: PresenceChoice) => void;
  readonly onClose: () => void;
}

/** The presences with their keys, at the cell or the button it was opened from. */
export function PresenceMenu({ anchor, isOpen, isForOne, onChoose, onClose }: PresenceMenuProps) {
  const { t } = useTranslation('attendance');
  return (
    <Popover
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      placement="bottom start"
      aria-label={t('columnPresence')}
      className="popover"
    >
      <Menu
        className="list-box"
        aria-label={t('columnPresence')}
        autoFocus="first"
        onAction={(key) => onChoose(key as PresenceChoice)}
        onClose={onClose}
      >
        {Object.entries(PRESENCE_KEYS).map(([key, presence]) => (
          <MenuItem
            key={presence}
            id={presence}
            textValue={t(presence)}
            className="list-box-item presence-item"
          >
            <span>{t(presence)}</span>
            <kbd>{key.toUpperCase()}</kbd>
          </MenuItem>
        ))}
        {isForOne && (
          <MenuItem
            id="representedBy"
            textValue={t('representedByMenu')}
            className="list-box-item presence-item"
          >
            <span>{t('representedByMenu')}</span>
          </MenuItem>
        )}
        <MenuItem id="none" textValue={t('notRecorded')} className="list-box-item presence-item">
          <span>{t('notRecorded')}</span>
        </MenuItem>
      </Menu>
    </Popover>
  );
}
