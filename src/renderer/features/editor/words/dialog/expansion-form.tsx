import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Words } from '../../../../../shared/contract/words.ts';
import type { Expansion, ExpansionMode } from '../../../../../shared/words/expansion.ts';
import {
  MAX_LONG_LENGTH,
  expansionSchema,
  isCased,
  shortSchema,
} from '../../../../../shared/words/expansion.ts';
import { Button } from '../../../../ui/button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { OptionSwitch } from './option-switch.tsx';

interface ExpansionFormProps {
  /** What is changed; null for a new one. */
  readonly entry: Expansion | null;
  readonly words: Words;
  /** What the archive said to the last change. */
  readonly problem: string | null;
  readonly onSave: (expansion: Expansion) => Promise<void>;
  readonly onRemove: () => Promise<void>;
  readonly onNew: () => void;
}

/** One abbreviation with its meanings. */
export function ExpansionForm({
  entry,
  words,
  problem,
  onSave,
  onRemove,
  onNew,
}: ExpansionFormProps) {
  const { t } = useTranslation('editor');
  const [short, setShort] = useState(entry?.short ?? '');
  const [long, setLong] = useState(entry?.forms.join('\n') ?? '');
  const [mode, setMode] = useState<ExpansionMode>(entry?.mode ?? 'otomatis');
  const [isExact, setExact] = useState(entry?.isExact ?? false);
  const [isTried, setTried] = useState(false);

  const typedShort = short.trim();
  const other = words.expansions.find(
    (one) => one.short === typedShort && one.short !== entry?.short,
  );
  const forms = long
    .split('\n')
    .map((form) => form.trim())
    .filter((form) => form !== '');
  const read = expansionSchema.safeParse({
    short: typedShort,
    forms,
    mode,
    isExact: isExact || isCased(typedShort),
  });
  const shortProblem = other
    ? t('shortTaken', { short: other.short, long: other.forms[0] ?? '' })
    : isTried && !shortSchema.safeParse(typedShort).success
      ? t('shortInvalid')
      : null;
  const isLongValid = expansionSchema.shape.forms.safeParse(forms).success;
  const longProblem =
    isTried && !isLongValid ? t('longInvalid', { limit: String(MAX_LONG_LENGTH) }) : null;

  return (
    <form
      className="words-form"
      aria-label={entry ? t('expansionChange', { short: entry.short }) : t('expansionNew')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (read.success && !other) void onSave(read.data);
      }}
    >
      <h3 className="words-form-title">
        {entry ? t('expansionChange', { short: entry.short }) : t('expansionNew')}
      </h3>
      <TextField
        label={t('short')}
        value={short}
        error={shortProblem}
        onChange={(text) => {
          setShort(text);
          // What is written in capitals is right as it stands: it waits for the key.
          if (entry === null && isCased(text.trim())) setMode('pemicu');
        }}
      />
      <TextField
        label={t('long')}
        description={t('longHelp')}
        rows={3}
        value={long}
        error={longProblem}
        onChange={setLong}
      />
      <Select<ExpansionMode>
        label={t('mode')}
        options={[
          { value: 'otomatis', label: t('modeAutomatic') },
          { value: 'pemicu', label: t('modeKey') },
        ]}
        value={mode}
        onChange={setMode}
      />
      {!isCased(typedShort) && (
        <OptionSwitch label={t('exactSwitch')} isOn={isExact} onChange={setExact} />
      )}
      {problem !== null && (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
      <div className="words-form-actions">
        {entry && <Button onPress={onNew}>{t('expansionNew')}</Button>}
        {entry && <Button onPress={() => void onRemove()}>{t('wordsRemove')}</Button>}
        <Button type="submit" variant="primary">
          {t(entry ? 'wordsSave' : 'wordsAdd')}
        </Button>
      </div>
    </form>
  );
}
