import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileTrigger } from 'react-aria-components';

import type { Words } from '../../../../../shared/contract/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { saveTextFile } from '../../../../ui/save-file.ts';
import { showToast } from '../../../../ui/toast.tsx';
import type { FileProblem, ListedWords } from './exchange.ts';
import { MAX_FILE_BYTES, decodeFile, planImport, readWordsCsv, wordsToCsv } from './exchange.ts';
import { useWordsChange } from './use-words.ts';

const MOST_SHOWN = 6;

type Outcome =
  | { readonly type: 'plan'; readonly fileName: string; readonly listed: ListedWords }
  | { readonly type: 'bad'; readonly fileName: string; readonly problems: readonly FileProblem[] };

async function readFile(file: File): Promise<Outcome> {
  const fileName = file.name;
  const text = file.size > MAX_FILE_BYTES ? null : decodeFile(await file.arrayBuffer());
  if (text === null) return { type: 'bad', fileName, problems: [{ type: 'notText' }] };
  const read = readWordsCsv(text);
  return read.ok
    ? { type: 'plan', fileName, listed: read.words }
    : { type: 'bad', fileName, problems: read.problems };
}

/** Takes a list of abbreviations and official sentences in, after saying what that would change, and gives it out. */
export function ExchangeBar({ words }: { readonly words: Words }) {
  const { t } = useTranslation('editor');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { problem, attempt } = useWordsChange();
  const close = (): void => setOutcome(null);

  const sentence = (found: FileProblem): string => {
    switch (found.type) {
      case 'empty':
      case 'noHeader':
      case 'tooMany':
      case 'notText':
        return t(`file_${found.type}`);
      case 'badShort':
      case 'badLong':
      case 'badMode':
      case 'badSentence':
      case 'twice':
        return t(`line_${found.type}`, { line: String(found.line), word: found.word });
    }
  };
  const take = async ({ expansions, sentences }: ListedWords): Promise<void> => {
    if (!(await attempt('words.import', { expansions: [...expansions], sentences }))) return;
    close();
    const count = String(expansions.length);
    const sentenceCount = String(Object.keys(sentences).length);
    showToast({ tone: 'success', text: t('imported', { count, sentences: sentenceCount }) });
  };

  return (
    <>
      <FileTrigger
        acceptedFileTypes={['.csv', '.txt']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) void readFile(file).then(setOutcome);
        }}
      >
        <Button>{t('importList')}</Button>
      </FileTrigger>
      <Button onPress={() => saveTextFile('kata-notula.csv', wordsToCsv(words), 'text/csv')}>
        {t('exportList')}
      </Button>
      {outcome?.type === 'bad' && (
        <Dialog
          isOpen
          onClose={close}
          role="alertdialog"
          size="small"
          title={t('importRefused', { file: outcome.fileName })}
          actions={<Button onPress={close}>{t('wordsClose')}</Button>}
        >
          <p>{t('importNothingChanged')}</p>
          <ul className="words-problems">
            {outcome.problems.slice(0, MOST_SHOWN).map((found) => (
              <li key={sentence(found)}>{sentence(found)}</li>
            ))}
          </ul>
          {outcome.problems.length > MOST_SHOWN && (
            <p>{t('moreProblems', { count: String(outcome.problems.length - MOST_SHOWN) })}</p>
          )}
        </Dialog>
      )}
      {outcome?.type === 'plan' && (
        <Dialog
          isOpen
          onClose={close}
          size="small"
          title={t('importTitle', { file: outcome.fileName })}
          actions={
            <>
              <Button onPress={close}>{t('cancel')}</Button>
              <Button variant="primary" onPress={() => void take(outcome.listed)}>
                {t('importTake')}
              </Button>
            </>
          }
        >
          <ImportPlanText words={words} listed={outcome.listed} />
          {problem !== null && (
            <p role="alert" className="field-error">
              {problem}
            </p>
          )}
        </Dialog>
      )}
    </>
  );
}

function ImportPlanText({
  words,
  listed,
}: {
  readonly words: Words;
  readonly listed: ListedWords;
}) {
  const { t } = useTranslation('editor');
  const plan = planImport(words, listed);
  return (
    <>
      <p>
        {t('importCounts', {
          added: String(plan.added.length),
          replaced: String(plan.replaced.length),
          same: String(plan.sameCount),
        })}
      </p>
      {plan.replaced.length > 0 && (
        <ul className="words-problems">
          {plan.replaced.slice(0, MOST_SHOWN).map(({ present, next }) => (
            <li key={next.short}>
              {t('importReplaces', {
                short: next.short,
                before: present.forms.join(' / '),
                after: next.forms.join(' / '),
              })}
            </li>
          ))}
        </ul>
      )}
      {plan.replaced.length > MOST_SHOWN && (
        <p>{t('moreReplaced', { count: String(plan.replaced.length - MOST_SHOWN) })}</p>
      )}
      {plan.sentenceCount > 0 && (
        <p>{t('importSentences', { count: String(plan.sentenceCount) })}</p>
      )}
    </>
  );
}
