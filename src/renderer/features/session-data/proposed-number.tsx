import { useRef, useState } from 'react';
import { Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { NumberProposal } from '../../../shared/contract/office.ts';
import type { SessionId } from '../../../shared/ids.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';

interface ProposedNumberProps {
  readonly sessionId: SessionId;
  /** null: the session's own number. */
  readonly kind: DocumentKind | null;
  readonly label: string;
  readonly stored: string;
  readonly save: (text: string) => Promise<string | null>;
}

/** Proposes the next number by the office's template; it is filled in only where somebody says so. */
export function ProposedNumber({ sessionId, kind, label, stored, save }: ProposedNumberProps) {
  const { t } = useTranslation('session-data');
  const [proposals, setProposals] = useState<readonly NumberProposal[]>([]);
  const opener = useRef<HTMLButtonElement>(null);

  const close = (): void => {
    setProposals([]);
    opener.current?.focus();
  };

  async function propose(): Promise<void> {
    try {
      const found = await api('office.proposeNumbers', { sessionId, kind });
      setProposals(found);
      if (found.length === 0) showToast({ tone: 'info', text: t('noNumberTemplate') });
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  }

  async function fill(number: string, before: string): Promise<void> {
    const problem = await save(number);
    if (problem !== null) {
      showToast({ tone: 'error', text: problem });
      return;
    }
    close();
    showToast({
      tone: 'success',
      text: t('numberFilled', { number }),
      action: { label: t('undo'), run: () => void save(before) },
    });
  }

  return (
    <>
      <Button
        ref={opener}
        className="session-number-propose"
        aria-label={t('proposeFor', { field: label })}
        onPress={() => void propose()}
      >
        {t('propose')}
      </Button>
      {proposals.length > 0 && (
        <Group
          className="session-proposals"
          aria-label={t('proposals')}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          {proposals.map((proposal, index) => (
            <div key={proposal.kind} className="session-proposal">
              {proposal.number === null ? (
                <p>
                  {t('numberCodesMissing', {
                    document: DOCUMENT_NAMES[proposal.kind],
                    codes: proposal.missingCodes.map((token) => `{${token}}`).join(', '),
                  })}
                </p>
              ) : (
                <Proposal
                  proposal={proposal}
                  number={proposal.number}
                  isFirst={index === 0}
                  onFill={(number) => void fill(number, stored)}
                />
              )}
            </div>
          ))}
          <Button variant="quiet" onPress={close}>
            {t('cancel')}
          </Button>
        </Group>
      )}
    </>
  );
}

interface ProposalProps {
  readonly proposal: NumberProposal;
  readonly number: string;
  readonly isFirst: boolean;
  readonly onFill: (number: string) => void;
}

function Proposal({ proposal, number, isFirst, onFill }: ProposalProps) {
  const { t } = useTranslation('session-data');
  const { kind, lastUsed } = proposal;
  return (
    <>
      <p className="session-proposal-text">
        <span className="field-help">{DOCUMENT_NAMES[kind]}</span>
        <strong className="session-proposal-number">{number}</strong>
        <span className="field-help">
          {lastUsed === null ? t('numberFirst') : t('numberLast', { number: lastUsed })}
        </span>
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- safe: it was asked for, and only pressing it fills anything in */}
      <Button autoFocus={isFirst} onPress={() => onFill(number)}>
        {t('useNumber')}
      </Button>
    </>
  );
}
