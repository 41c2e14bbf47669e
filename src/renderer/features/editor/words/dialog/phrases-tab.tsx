import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBox, ListBoxItem } from 'react-aria-components';

import type { Words } from '../../../../../shared/contract/words.ts';
import { PHRASE_CATEGORIES } from '../../../../../shared/words/phrases.ts';
import { Button } from '../../../../ui/button.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { PhraseForm } from './phrase-form.tsx';
import { useWordsChange } from './use-words.ts';

interface Editing {
  readonly id: string | null;
  readonly turn: number;
}

/** Standard phrases: to find, add, change and remove. */
export function PhrasesTab({ words }: { readonly words: Words }) {
  const { t } = useTranslation('editor');
  const [search, setSearch] = useState('');
  const [editing, setEditing] = useState<Editing>({ id: null, turn: 0 });
  const { problem, attempt } = useWordsChange();
  const edit = (id: string | null): void => setEditing(({ turn }) => ({ id, turn: turn + 1 }));

  const wanted = search.trim().toLowerCase();
  const shown = PHRASE_CATEGORIES.flatMap((category) =>
    words.phrases.filter(
      (one) =>
        one.category === category && `${one.title} ${one.text}`.toLowerCase().includes(wanted),
    ),
  );
  const current = words.phrases.find(({ id }) => id === editing.id) ?? null;

  return (
    <>
      <p className="field-help">{t('phrasesHelp')}</p>
      <div className="words-columns">
        <div className="words-list-column">
          <TextField
            label={t('phraseSearch')}
            isLabelHidden
            placeholder={t('phraseSearch')}
            value={search}
            onChange={setSearch}
          />
          <ListBox
            className="words-list"
            aria-label={t('wordsPhrases')}
            items={shown}
            dependencies={[t]}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={editing.id === null ? [] : [editing.id]}
            onSelectionChange={(keys) => {
              const [chosen] = keys === 'all' ? [] : [...keys];
              if (chosen !== undefined) edit(String(chosen));
            }}
            renderEmptyState={() => <p className="words-empty">{t('phrasesNone')}</p>}
          >
            {(one) => (
              <ListBoxItem className="words-item" textValue={one.title}>
                <span className="words-item-title">{one.title}</span>
                <span className="words-item-category">{t(`category_${one.category}`)}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </div>
        <PhraseForm
          key={`${editing.id ?? ''} ${editing.turn}`}
          entry={current}
          problem={problem}
          onSave={async (phrase) => {
            if (await attempt('words.putPhrase', { phrase })) edit(phrase.id);
          }}
          onRemove={async () => {
            if (current && (await attempt('words.removePhrase', { id: current.id }))) edit(null);
          }}
          onNew={() => edit(null)}
        />
      </div>
      <div className="words-bar">
        <Button
          isDisabled={!words.hasChangedPhrases}
          onPress={() => void attempt('words.restorePhrases', {}).then(() => edit(null))}
        >
          {t('restoreStarters')}
        </Button>
      </div>
    </>
  );
}
