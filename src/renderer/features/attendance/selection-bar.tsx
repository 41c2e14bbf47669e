import { Trash2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Presence } from '../../../shared/minutes/people.ts';
import { ATTENDANCE_ROLES } from '../../../shared/minutes/people.ts';
import { Button } from '../../ui/button.tsx';
import { PresenceMenu } from './presence-menu.tsx';
import { SuggestField } from './suggest-field.tsx';

interface SelectionBarProps {
  readonly count: number;
  readonly onPresence: (presence: Presence | null) => void;
  readonly onRole: (role: string | null) => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
}

/** What can be done with the selected lines together. */
export function SelectionBar({ count, onPresence, onRole, onRemove, onClear }: SelectionBarProps) {
  const { t } = useTranslation('attendance');
  const button = useRef<HTMLSpanElement>(null);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const [role, setRole] = useState('');
  return (
    <div className="selection-bar" role="toolbar" aria-label={t('selected', { n: count })}>
      <strong>{t('selected', { n: count })}</strong>
      <span ref={button}>
        <Button onPress={() => setIsMenuOpen(true)}>{t('setPresence')}</Button>
      </span>
      <PresenceMenu
        anchor={button}
        isOpen={isMenuOpen}
        isForOne={false}
        onChoose={(choice) => {
          if (choice !== 'representedBy') onPresence(choice === 'none' ? null : choice);
        }}
        onClose={() => setIsMenuOpen(false)}
      />
      <SuggestField
        label={t('role')}
        isLabelHidden
        className="selection-role"
        placeholder={t('setRole')}
        value={role}
        onChange={setRole}
        suggestions={ATTENDANCE_ROLES}
        onChoose={(value) => {
          onRole(value);
          setRole('');
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || role.trim() === '') return;
          event.preventDefault();
          onRole(role.trim());
          setRole('');
        }}
        maxLength={80}
      />
      <Button variant="danger" onPress={onRemove}>
        <Trash2 size={14} aria-hidden />
        {t('remove')}
      </Button>
      <Button variant="quiet" onPress={onClear}>
        <X size={14} aria-hidden />
        {t('clearSelection')}
      </Button>
    </div>
  );
}
