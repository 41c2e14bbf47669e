import { ArrowLeft, Search } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.tsx';
import { isInDialog } from './shortcuts.ts';

interface SearchButtonProps {
  /** What was asked when the open session was found; null where it was opened in another way. */
  readonly resultsFor: string | null;
  readonly onOpen: () => void;
}

/** The way to the search, and back to its results from a session that was opened there. */
export function SearchButton({ resultsFor, onOpen }: SearchButtonProps) {
  const { t } = useTranslation('app');
  const hasResults = resultsFor !== null;
  useEffect(() => {
    // On a Mac these keys move the caret by words.
    if (!hasResults || navigator.userAgent.includes('Mac OS')) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, altKey, ctrlKey, shiftKey, metaKey, defaultPrevented, target } = event;
      if (key !== 'ArrowLeft' || !altKey || ctrlKey || shiftKey || metaKey) return;
      if (defaultPrevented || isInDialog(target)) return;
      event.preventDefault();
      onOpen();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [hasResults, onOpen]);
  return (
    <Button className="shell-search" onPress={onOpen}>
      {hasResults ? <ArrowLeft size={14} aria-hidden /> : <Search size={14} aria-hidden />}
      <span className="shell-search-text">
        {hasResults ? t('backToResults', { text: resultsFor }) : t('searchHint')}
      </span>
    </Button>
  );
}
