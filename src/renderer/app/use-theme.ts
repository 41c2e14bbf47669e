import { useEffect } from 'react';

import type { Profile } from '../../shared/contract/profile.ts';
import { api } from '../api/client.ts';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** Puts the chosen theme on the page and tells the system's own parts (menus, dialogs) of it. */
export function useTheme(theme: Profile['theme']): void {
  useEffect(() => {
    const apply = (): void => {
      const shown = theme === 'system' ? (systemIsDark.matches ? 'dark' : 'light') : theme;
      document.documentElement.dataset['theme'] = shown;
    };
    apply();
    void api('app.setTheme', { theme });
    systemIsDark.addEventListener('change', apply);
    return () => systemIsDark.removeEventListener('change', apply);
  }, [theme]);
}
