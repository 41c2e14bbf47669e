import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Profile } from '../../../shared/contract/profile.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { shortcutLabel } from '../../api/shortcut-label.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { ProfileTextField } from './profile-text-field.tsx';

/** Who keeps the minutes, and how the window looks; every change holds at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => api('profile.get', {}) });
  const [problem, setProblem] = useState<string | null>(null);

  /** Answers with what went wrong, or null. */
  async function save(changes: Partial<Profile>): Promise<string | null> {
    try {
      queryClient.setQueryData(['profile'], await api('profile.update', { changes }));
      return null;
    } catch (error) {
      return describeError(error);
    }
  }

  if (profile.data === undefined) return null;
  const { officeName, notulisName, theme, language, speakerKeys } = profile.data;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      size="small"
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <ProfileTextField
        label={t('office')}
        stored={officeName}
        save={(text) => save({ officeName: text })}
      />
      <ProfileTextField
        label={t('notulis')}
        description={t('profileHelp')}
        stored={notulisName}
        save={(text) => save({ notulisName: text })}
      />
      <Select<Profile['theme']>
        label={t('theme')}
        options={[
          { value: 'system', label: t('themeSystem') },
          { value: 'light', label: t('themeLight') },
          { value: 'dark', label: t('themeDark') },
          { value: 'contrast', label: t('themeContrast') },
        ]}
        value={theme}
        onChange={(chosen) => void save({ theme: chosen }).then(setProblem)}
      />
      <Select<Profile['language']>
        label={t('language')}
        options={[
          { value: 'id', label: t('languageId') },
          { value: 'en', label: t('languageEn') },
        ]}
        value={language}
        onChange={(chosen) => void save({ language: chosen }).then(setProblem)}
      />
      <p className="field-help">{t('languageHelp')}</p>
      <Select<Profile['speakerKeys']>
        label={t('speakerKeys')}
        options={[
          { value: 'alt', label: shortcutLabel('Alt+1 … 9') },
          { value: 'alt-shift', label: shortcutLabel('Alt+Shift+1 … 9') },
          { value: 'f9', label: t('speakerKeysF9') },
        ]}
        value={speakerKeys}
        onChange={(chosen) => void save({ speakerKeys: chosen }).then(setProblem)}
      />
      <p className="field-help">{t('speakerKeysHelp')}</p>
      {problem !== null && (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
