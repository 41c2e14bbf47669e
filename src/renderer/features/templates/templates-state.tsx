import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';

/** How the last thing that was asked for ended; 'saved': there is a file to look at. */
export interface TemplatesOutcome {
  readonly type: 'done' | 'saved' | 'failed';
  readonly text: string;
}

/** Over the buttons, where it hides none of them. */
export function TemplatesState({ outcome }: { readonly outcome: TemplatesOutcome | null }) {
  if (outcome === null) return null;
  if (outcome.type === 'failed') {
    return (
      <p role="alert" className="templates-state templates-problem">
        {outcome.text}
      </p>
    );
  }
  return <Done key={outcome.text} outcome={outcome} />;
}

function Done({ outcome: { type, text } }: { readonly outcome: TemplatesOutcome }) {
  const { t } = useTranslation('templates');
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (): Promise<void> => {
    setProblem(null);
    try {
      await api('exports.openLast', {});
    } catch (error) {
      setProblem(describeError(error));
    }
  };
  return (
    <div className="templates-state">
      <CircleCheck size={16} aria-hidden className="templates-done" />
      <div className="templates-state-text">
        <output>{text}</output>
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
      {type === 'saved' && <Button onPress={() => void open()}>{t('open')}</Button>}
    </div>
  );
}
