import { useTranslation } from 'react-i18next';

import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Tabs } from '../../../../ui/tabs.tsx';
import { ExpansionsTab } from './expansions-tab.tsx';
import { PhrasesTab } from './phrases-tab.tsx';
import { SentencesTab } from './sentences-tab.tsx';
import { SpellingTab } from './spelling-tab.tsx';
import { useWords } from './use-words.ts';
import './words-dialog.css';

export interface WordsDialogProps {
  readonly onClose: () => void;
}

/** Abbreviations, standard phrases, official sentences and the office's own words; every change holds at once. */
export function WordsDialog({ onClose }: WordsDialogProps) {
  const { t } = useTranslation('editor');
  const words = useWords();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('wordsTitle')}
      size="large"
      actions={<Button onPress={onClose}>{t('wordsClose')}</Button>}
    >
      {words === null ? (
        <p className="page-loading">{t('loading')}</p>
      ) : (
        <Tabs
          label={t('wordsTitle')}
          tabs={[
            {
              id: 'expansions',
              title: t('wordsExpansions'),
              content: () => <ExpansionsTab words={words} />,
            },
            {
              id: 'phrases',
              title: t('wordsPhrases'),
              content: () => <PhrasesTab words={words} />,
            },
            {
              id: 'sentences',
              title: t('wordsSentences'),
              content: () => <SentencesTab words={words} />,
            },
            {
              id: 'spelling',
              title: t('wordsSpelling'),
              content: () => <SpellingTab words={words} />,
            },
          ]}
        />
      )}
    </Dialog>
  );
}
