import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';

import { ownWordSchema } from '../../../../../shared/contract/words.ts';
import type { Words } from '../../../../../shared/contract/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { OptionSwitch } from './option-switch.tsx';
import { useWordsChange } from './use-words.ts';

/** The switches of spell check and completion, and the office's own words. */
export function SpellingTab({ words }: { readonly words: Words }) {
  const { t } = useTranslation('editor');
  const [draft, setDraft] = useState('');
  const [isTried, setTried] = useState(false);
  const { problem, attempt } = useWordsChange();
  const word = ownWordSchema.safeParse(draft);
  const wanted = draft.trim().toLowerCase();
  const shown = words.ownWords.filter((one) => one.toLowerCase().includes(wanted));

  return (
    <>
      <OptionSwitch
        label={t('spellingSwitch')}
        isOn={words.settings.checksSpelling}
        onChange={(checksSpelling) => void attempt('words.set', { changes: { checksSpelling } })}
      />
      <p className="field-help">{t('spellingHelp')}</p>
      <OptionSwitch
        label={t('completionSwitch')}
        isOn={words.settings.completes}
        onChange={(completes) => void attempt('words.set', { changes: { completes } })}
      />
      <p className="field-help">{t('completionHelp')}</p>
      <form
        className="words-own"
        aria-label={t('ownWords')}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!word.success) return;
          void attempt('words.addOwnWord', { word: word.data }).then((isKept) => {
            if (!isKept) return;
            setDraft('');
            setTried(false);
          });
        }}
      >
        <TextField
          className="words-own-field"
          label={t('ownWords')}
          description={t('ownWordsHelp')}
          value={draft}
          error={isTried && draft !== '' && !word.success ? t('ownWordInvalid') : problem}
          onChange={setDraft}
        />
        <Button type="submit">{t('wordsAdd')}</Button>
      </form>
      {shown.length === 0 ? (
        <p className="words-empty">{t('ownWordsNone')}</p>
      ) : (
        <ul className="words-own-list" aria-label={t('ownWords')}>
          {shown.map((one) => (
            <li key={one} className="words-own-word">
              {one}
              <AriaButton
                className="words-own-remove"
                aria-label={t('ownWordRemove', { word: one })}
                onPress={() => void attempt('words.removeOwnWord', { word: one })}
              >
                ×
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
