import { useEffect } from 'react';

import type { Profile } from '../../shared/contract/profile.ts';
import { api } from '../api/client.ts';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** Puts a theme on the page. */
export function showTheme(theme: Profile['theme']): void {
  const shown = theme === 'system' ? (systemIsDark.matches ? 'dark' : 'light') : theme;
  document.documentElement.dataset['theme'] = shown;
}

/** Keeps the chosen theme on the page and tells the system's own parts (menus, dialogs) of it. */
export function useTheme(theme: Profile['theme']): void {
  useEffect(() => {
    const follow = (): void => showTheme(theme);
    follow();
    void api('app.setTheme', { theme });
    systemIsDark.addEventListener('change', follow);
    return () => systemIsDark.removeEventListener('change', follow);
  }, [theme]);
}
