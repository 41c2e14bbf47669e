import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type {
  MeetingSentenceKey,
  SentenceFacts,
} from '../../../../../shared/minutes/meeting-sentences.ts';
import {
  MAX_SENTENCE_LENGTH,
  MEETING_TEMPLATES,
  filledSentence,
  meetingTemplatesSchema,
  unknownVariables,
  variablesOf,
} from '../../../../../shared/minutes/meeting-sentences.ts';
import { Button } from '../../../../ui/button.tsx';
import { TextField } from '../../../../ui/text-field.tsx';

interface SentenceFormProps {
  readonly sentence: MeetingSentenceKey;
  /** As the archive has it. */
  readonly kept: string;
  /** What the archive said to the last change. */
  readonly problem: string | null;
  readonly onSave: (text: string) => Promise<boolean>;
}

const inBraces = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(' ');

/** One official sentence, and how it reads in a meeting that is plainly invented. */
export function SentenceForm({ sentence, kept, problem, onSave }: SentenceFormProps) {
  const { t } = useTranslation('editor');
  const [text, setText] = useState(kept);
  const [formerlyKept, setFormerlyKept] = useState(kept);
  // Brought back or imported meanwhile: what is kept now is shown.
  if (kept !== formerlyKept) {
    setFormerlyKept(kept);
    setText(kept);
  }
  const example: SentenceFacts = {
    kind: 'Rapat',
    title: 'Rapat Contoh',
    place: 'Aula Contoh',
    zone: 'WIB',
    atMs: Date.parse('2025-02-18T09:05:00+07:00'),
    chair: sentence === 'dibukaTanpaPimpinan' ? null : 'Budi Contoh',
  };
  const read = meetingTemplatesSchema.shape[sentence].safeParse(text);
  const unknown = unknownVariables(sentence, text);
  const error = read.success
    ? null
    : unknown.length > 0
      ? t('sentenceUnknown', { names: inBraces(unknown) })
      : t('sentenceInvalid', { limit: String(MAX_SENTENCE_LENGTH) });
  const title = t(`sentence_${sentence}`);

  return (
    <form
      className="words-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (read.success) void onSave(read.data);
      }}
    >
      <h3 className="words-form-title">{title}</h3>
      <TextField
        label={t('phraseText')}
        description={t('phraseTextHelp', { variables: inBraces(variablesOf(sentence)) })}
        rows={3}
        value={text}
        error={error}
        onChange={setText}
      />
      <p className="words-example">
        <span className="field-help">{t('sentenceExample')}</span>
        <span>{read.success ? filledSentence(read.data, example) : '—'}</span>
      </p>
      {problem !== null && (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
      <div className="words-form-actions">
        <Button
          onPress={() => {
            setText(MEETING_TEMPLATES[sentence]);
            void onSave(MEETING_TEMPLATES[sentence]);
          }}
        >
          {t('sentenceRestore')}
        </Button>
        <Button type="submit" variant="primary">
          {t('wordsSave')}
        </Button>
      </div>
    </form>
  );
}
