import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface WordPickerProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const wordsIn = (typed: string): readonly string[] =>
  typed.replaceAll(/["()]/gu, ' ').split(/\s+/u).filter(Boolean);

/** What the form adds to a text: each field is one operator. */
export function withWords(
  text: string,
  fields: {
    readonly phrase: string;
    readonly any: string;
    readonly near: string;
    readonly not: string;
  },
): string {
  const phrase = wordsIn(fields.phrase).join(' ');
  const any = wordsIn(fields.any);
  const near = wordsIn(fields.near);
  return [
    text.trim(),
    phrase === '' ? '' : `"${phrase}"`,
    any.length > 1 ? `(${any.join(' ATAU ')})` : any.join(''),
    near.join(' NEAR '),
    ...wordsIn(fields.not).map((word) => `-${word.replace(/^-+/u, '')}`),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Phrases, exclusions and alternatives without knowing how they are written. */
export function WordPicker({ text, onChange }: WordPickerProps) {
  const { t } = useTranslation('search');
  const [phrase, setPhrase] = useState('');
  const [any, setAny] = useState('');
  const [near, setNear] = useState('');
  const [not, setNot] = useState('');
  const next = withWords(text, { phrase, any, near, not });
  return (
    <form
      className="search-word-picker"
      onSubmit={(event) => {
        event.preventDefault();
        if (next !== text.trim()) onChange(next);
      }}
    >
      <TextField
        label={t('wordsPhrase')}
        description={t('wordsPhraseHint')}
        value={phrase}
        onChange={setPhrase}
        maxLength={200}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a form that was opened takes the focus
        autoFocus
      />
      <TextField
        label={t('wordsAny')}
        description={t('wordsAnyHint')}
        value={any}
        onChange={setAny}
        maxLength={200}
      />
      <TextField
        label={t('wordsNear')}
        description={t('wordsNearHint')}
        value={near}
        onChange={setNear}
        maxLength={200}
      />
      <TextField
        label={t('wordsNot')}
        description={t('wordsNotHint')}
        value={not}
        onChange={setNot}
        maxLength={200}
      />
      <Button type="submit" variant="primary" isDisabled={next === text.trim()}>
        {t('apply')}
      </Button>
    </form>
  );
}
