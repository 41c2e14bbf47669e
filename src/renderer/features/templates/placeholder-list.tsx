import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PlaceholderGroup } from '../../../shared/official/placeholders.ts';
import { PLACEHOLDERS, PLACEHOLDER_GROUPS } from '../../../shared/official/placeholders.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { TemplatesOutcome } from './templates-state.tsx';

const GROUPS = Object.keys(PLACEHOLDER_GROUPS) as readonly PlaceholderGroup[];

interface PlaceholderListProps {
  readonly onOutcome: (outcome: TemplatesOutcome) => void;
}

/** Every placeholder with what it stands for, to be searched and copied. */
export function PlaceholderList({ onOutcome }: PlaceholderListProps) {
  const { t, i18n } = useTranslation('templates');
  const language = i18n.language === 'en' ? 'en' : 'id';
  const [wanted, setWanted] = useState('');
  const words = wanted.toLowerCase().replace(/[{}]/g, '').trim();
  const matching = PLACEHOLDERS.filter(({ name, meaning }) =>
    `${name} ${meaning.id} ${meaning.en}`.toLowerCase().includes(words),
  );
  const copy = async (name: string, text: string): Promise<void> => {
    try {
      await api('templates.copyPlaceholder', { name });
      onOutcome({ type: 'done', text: t('copied', { name: text }) });
    } catch (error) {
      onOutcome({ type: 'failed', text: describeError(error) });
    }
  };
  return (
    <div className="templates-placeholders">
      <p className="field-help">{t('copyHint')}</p>
      <TextField label={t('searchPlaceholders')} value={wanted} onChange={setWanted} />
      {matching.length === 0 && <output>{t('noMatch')}</output>}
      {GROUPS.map((group) => {
        const list = matching.filter((one) => one.group === group);
        if (list.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`templates-group-${group}`}>
            <h3 id={`templates-group-${group}`} className="templates-group">
              {PLACEHOLDER_GROUPS[group][language]}
            </h3>
            <ul className="templates-names">
              {list.map(({ name, kind, meaning }) => {
                const text = `{{${name}}}`;
                return (
                  <li key={name} className="templates-name">
                    <code>{text}</code>
                    <span className="templates-meaning">
                      {meaning[language]}
                      {kind === 'block' && <span className="templates-block">{t('block')}</span>}
                    </span>
                    <Button
                      variant="quiet"
                      isIcon
                      aria-label={t('copyNamed', { name: text })}
                      onPress={() => void copy(name, text)}
                    >
                      <Copy size={14} aria-hidden />
                    </Button>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
