import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBox, ListBoxItem } from 'react-aria-components';

import type { Words } from '../../../../../shared/contract/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { ExchangeBar } from './exchange-bar.tsx';
import { ExpansionForm } from './expansion-form.tsx';
import { OptionSwitch } from './option-switch.tsx';
import { useWordsChange } from './use-words.ts';

/** Which entry is being edited: one of the list, or a new one; the number begins a new form. */
interface Editing {
  readonly short: string | null;
  readonly turn: number;
}

/** Abbreviations: to find, add, change, remove, and to exchange with other offices. */
export function ExpansionsTab({ words }: { readonly words: Words }) {
  const { t } = useTranslation('editor');
  const [search, setSearch] = useState('');
  const [editing, setEditing] = useState<Editing>({ short: null, turn: 0 });
  const { problem, attempt } = useWordsChange();
  const edit = (short: string | null): void =>
    setEditing(({ turn }) => ({ short, turn: turn + 1 }));

  const wanted = search.trim().toLowerCase();
  const shown = words.expansions
    .filter(({ short, forms }) =>
      [short, ...forms].some((text) => text.toLowerCase().includes(wanted)),
    )
    .toSorted((a, b) => a.short.localeCompare(b.short, 'id'));
  const current = words.expansions.find(({ short }) => short === editing.short) ?? null;

  return (
    <>
      <OptionSwitch
        label={t('expandsSwitch')}
        isOn={words.settings.expands}
        onChange={(expands) => void attempt('words.set', { changes: { expands } })}
      />
      <p className="field-help">{t('expandsHelp')}</p>
      <div className="words-columns">
        <div className="words-list-column">
          <TextField
            label={t('expansionSearch')}
            isLabelHidden
            placeholder={t('expansionSearch')}
            value={search}
            onChange={setSearch}
          />
          <ListBox
            className="words-list"
            aria-label={t('wordsExpansions')}
            items={shown.map((one) => ({ ...one, id: one.short }))}
            dependencies={[t]}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={editing.short === null ? [] : [editing.short]}
            onSelectionChange={(keys) => {
              const [chosen] = keys === 'all' ? [] : [...keys];
              if (chosen !== undefined) edit(String(chosen));
            }}
            renderEmptyState={() => <p className="words-empty">{t('expansionsNone')}</p>}
          >
            {(one) => (
              <ListBoxItem
                className="words-item"
                textValue={`${one.short}: ${one.forms.join(', ')}`}
              >
                <span className="words-item-short">{one.short}</span>
                <span className="words-item-long">{one.forms[0]}</span>
                {one.mode === 'pemicu' && <kbd className="words-item-key">{t('triggerKey')}</kbd>}
              </ListBoxItem>
            )}
          </ListBox>
          <p className="field-help" aria-live="polite">
            {t('expansionCount', { count: String(shown.length) })}
          </p>
        </div>
        <ExpansionForm
          key={`${editing.short ?? ''} ${editing.turn}`}
          entry={current}
          words={words}
          problem={problem}
          onSave={async (expansion) => {
            const former = current?.short ?? null;
            if (await attempt('words.putExpansion', { former, expansion })) edit(expansion.short);
          }}
          onRemove={async () => {
            if (current && (await attempt('words.removeExpansion', { short: current.short }))) {
              edit(null);
            }
          }}
          onNew={() => edit(null)}
        />
      </div>
      <div className="words-bar">
        <ExchangeBar words={words} />
        <Button
          isDisabled={!words.hasChangedExpansions}
          onPress={() => void attempt('words.restoreExpansions', {}).then(() => edit(null))}
        >
          {t('restoreStarters')}
        </Button>
      </div>
    </>
  );
}
