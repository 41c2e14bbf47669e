import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBox, ListBoxItem } from 'react-aria-components';

import type { Words } from '../../../../../shared/contract/words.ts';
import type { MeetingSentenceKey } from '../../../../../shared/minutes/meeting-sentences.ts';
import {
  MEETING_SENTENCES,
  MEETING_TEMPLATES,
} from '../../../../../shared/minutes/meeting-sentences.ts';
import { Button } from '../../../../ui/button.tsx';
import { ExchangeBar } from './exchange-bar.tsx';
import { SentenceForm } from './sentence-form.tsx';
import { useWordsChange } from './use-words.ts';

/** The sentences that F8 and Shift+F8 write, in the office's own wording. */
export function SentencesTab({ words }: { readonly words: Words }) {
  const { t } = useTranslation('editor');
  const [chosen, setChosen] = useState<MeetingSentenceKey>('dibuka');
  const { problem, attempt } = useWordsChange();
  const isOwn = (key: MeetingSentenceKey): boolean =>
    words.sentences[key] !== MEETING_TEMPLATES[key];

  return (
    <>
      <p className="field-help">{t('sentencesHelp')}</p>
      <div className="words-columns">
        <ListBox
          className="words-list"
          aria-label={t('wordsSentences')}
          items={MEETING_SENTENCES.map((key) => ({ id: key, isOwn: isOwn(key) }))}
          dependencies={[t]}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[chosen]}
          onSelectionChange={(keys) => {
            const key = MEETING_SENTENCES.find((one) => keys !== 'all' && keys.has(one));
            if (key) setChosen(key);
          }}
        >
          {(one) => (
            <ListBoxItem className="words-item" textValue={t(`sentence_${one.id}`)}>
              <span className="words-item-title">{t(`sentence_${one.id}`)}</span>
              {one.isOwn && <span className="words-item-category">{t('sentenceChanged')}</span>}
            </ListBoxItem>
          )}
        </ListBox>
        <SentenceForm
          key={chosen}
          sentence={chosen}
          kept={words.sentences[chosen]}
          problem={problem}
          onSave={(text) => attempt('words.setSentences', { changes: { [chosen]: text } })}
        />
      </div>
      <div className="words-bar">
        <ExchangeBar words={words} />
        <Button
          isDisabled={!MEETING_SENTENCES.some(isOwn)}
          onPress={() => void attempt('words.setSentences', { changes: MEETING_TEMPLATES })}
        >
          {t('restoreStarters')}
        </Button>
      </div>
    </>
  );
}
