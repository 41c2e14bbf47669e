import { useTranslation } from 'react-i18next';

import type { RefusedSessionFile } from '../../../shared/contract/exchange.ts';
import type { ExchangeProblem } from '../../../shared/exchange/session-exchange.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { texts } from './texts.ts';
import './exchange.css';

/** The first ones are enough to see what is wrong. */
const MOST_SHOWN = 5;

const TYPES = ['string', 'number', 'int', 'boolean', 'array', 'object'] as const;

export interface RefusedFileDialogProps {
  readonly refused: RefusedSessionFile;
  readonly onClose: () => void;
}

/** Says why a file was not taken in, and that nothing changed. */
export function RefusedFileDialog({ refused, onClose }: RefusedFileDialogProps) {
  const { t } = useTranslation('exchange');
  const { fileName, problems } = refused;

  const sentence = (problem: ExchangeProblem): string => {
    switch (problem.type) {
      case 'field': {
        const { path, fault } = problem;
        const type = fault.type === 'wrong-type' && TYPES.find((each) => each === fault.expected);
        const expected = type ? t(`type_${type}`) : '';
        if (fault.type === 'wrong-type' && !type) return t('fault_invalid', { path });
        return t(`fault_${fault.type}`, { ...fault, path, expected });
      }
      case 'not-json':
        return problem.line === null
          ? t('problem_not-json')
          : t('problem_not-json_line', { line: problem.line });
      case 'unreadable':
      case 'too-large':
      case 'too-deep':
      case 'other-format':
      case 'newer':
        return t(`problem_${problem.type}` satisfies keyof typeof texts.id, { ...problem });
    }
  };

  const shown = problems.slice(0, MOST_SHOWN);
  const more = problems.length - shown.length;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      size="small"
      title={t('refusedTitle')}
      actions={
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only answer there is
        <Button autoFocus onPress={onClose}>
          {t('close')}
        </Button>
      }
    >
      <p>{t('refusedText', { fileName })}</p>
      <ul className="exchange-problems">
        {shown.map((problem) => (
          <li key={JSON.stringify(problem)}>{sentence(problem)}</li>
        ))}
        {more > 0 && <li>{t('refusedMore', { count: more })}</li>}
      </ul>
    </Dialog>
  );
}
