import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
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
        <Tabs className="words-tabs">
          <TabList className="words-tab-list" aria-label={t('wordsTitle')}>
            <Tab id="expansions" className="words-tab">
              {t('wordsExpansions')}
            </Tab>
            <Tab id="phrases" className="words-tab">
              {t('wordsPhrases')}
            </Tab>
            <Tab id="sentences" className="words-tab">
              {t('wordsSentences')}
            </Tab>
            <Tab id="spelling" className="words-tab">
              {t('wordsSpelling')}
            </Tab>
          </TabList>
          <TabPanel id="expansions" className="words-panel">
            <ExpansionsTab words={words} />
          </TabPanel>
          <TabPanel id="phrases" className="words-panel">
            <PhrasesTab words={words} />
          </TabPanel>
          <TabPanel id="sentences" className="words-panel">
            <SentencesTab words={words} />
          </TabPanel>
          <TabPanel id="spelling" className="words-panel">
            <SpellingTab words={words} />
          </TabPanel>
        </Tabs>
      )}
    </Dialog>
  );
}
