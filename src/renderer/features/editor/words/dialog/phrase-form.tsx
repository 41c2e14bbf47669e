import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Phrase, PhraseCategory } from '../../../../../shared/words/phrases.ts';
import {
  PHRASE_CATEGORIES,
  PHRASE_VARIABLES,
  phraseSchema,
} from '../../../../../shared/words/phrases.ts';
import { Button } from '../../../../ui/button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';

type Draft = Omit<Phrase, 'id'> & { readonly id: string | null };

interface PhraseFormProps {
  readonly entry: Phrase | null;
  readonly problem: string | null;
  readonly onSave: (phrase: Draft) => Promise<void>;
  readonly onRemove: () => Promise<void>;
  readonly onNew: () => void;
}

const VARIABLES = PHRASE_VARIABLES.map((name) => `{${name}}`).join(' ');

/** One standard phrase. */
export function PhraseForm({ entry, problem, onSave, onRemove, onNew }: PhraseFormProps) {
  const { t } = useTranslation('editor');
  const [title, setTitle] = useState(entry?.title ?? '');
  const [text, setText] = useState(entry?.text ?? '');
  const [category, setCategory] = useState<PhraseCategory>(entry?.category ?? 'lainnya');
  const [isTried, setTried] = useState(false);
  const read = phraseSchema.omit({ id: true }).safeParse({ category, title, text });
  const isWrong = (field: 'title' | 'text'): boolean =>
    isTried && !phraseSchema.shape[field].safeParse(field === 'title' ? title : text).success;
  const heading = entry ? t('phraseChange') : t('phraseNew');

  return (
    <form
      className="words-form"
      aria-label={heading}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (read.success) void onSave({ ...read.data, id: entry?.id ?? null });
      }}
    >
      <h3 className="words-form-title">{heading}</h3>
      <TextField
        label={t('phraseTitle')}
        value={title}
        error={isWrong('title') ? t('phraseTitleInvalid') : null}
        onChange={setTitle}
      />
      <Select<PhraseCategory>
        label={t('phraseCategory')}
        options={PHRASE_CATEGORIES.map((value) => ({ value, label: t(`category_${value}`) }))}
        value={category}
        onChange={setCategory}
      />
      <TextField
        label={t('phraseText')}
        description={t('phraseTextHelp', { variables: VARIABLES })}
        rows={5}
        value={text}
        error={isWrong('text') ? t('phraseTextInvalid') : null}
        onChange={setText}
      />
      {problem !== null && (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
      <div className="words-form-actions">
        {entry && <Button onPress={onNew}>{t('phraseNew')}</Button>}
        {entry && <Button onPress={() => void onRemove()}>{t('wordsRemove')}</Button>}
        <Button type="submit" variant="primary">
          {t(entry ? 'wordsSave' : 'wordsAdd')}
        </Button>
      </div>
    </form>
  );
}
