import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListOutcome } from './list-state.tsx';
import { ListState } from './list-state.tsx';
import './signing.css';

interface ListDialogProps<Item> {
  readonly title: string;
  readonly intro: string;
  readonly label: string;
  readonly items: UseQueryResult<readonly Item[]>;
  readonly empty: { readonly title: string; readonly text: string };
  readonly add: { readonly label: string; readonly onPress: () => void };
  /** What is asked before one is removed. */
  readonly removal: {
    readonly title: (item: Item) => string;
    readonly text: string;
    readonly confirmLabel: string;
    readonly onConfirm: (item: Item) => void;
  };
  readonly outcome: ListOutcome | null;
  readonly onClose: () => void;
  readonly keyOf: (item: Item) => string;
  readonly renderItem: (item: Item, askRemoval: () => void) => ReactNode;
  readonly children?: ReactNode;
}

/** A list that is kept: shown card by card, added to, and taken from after a question. */
export function ListDialog<Item>(props: ListDialogProps<Item>) {
  const { items, empty, add, removal, outcome, onClose, children } = props;
  const { t } = useTranslation('signing');
  const [leaving, setLeaving] = useState<Item | null>(null);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={props.title}
      size="medium"
      actions={
        <>
          <ListState outcome={outcome} />
          <Button onPress={onClose}>{t('close')}</Button>
          <Button variant="primary" onPress={add.onPress}>
            {add.label}
          </Button>
        </>
      }
    >
      <p className="field-help">{props.intro}</p>
      {items.isPending && <p>{t('loading')}</p>}
      {items.isError && <p role="alert">{describeError(items.error)}</p>}
      {items.data?.length === 0 && <EmptyState title={empty.title}>{empty.text}</EmptyState>}
      {items.data !== undefined && items.data.length > 0 && (
        <ul className="signing-list" aria-label={props.label}>
          {items.data.map((item) => (
            <li key={props.keyOf(item)} className="signing-card">
              {props.renderItem(item, () => setLeaving(item))}
            </li>
          ))}
        </ul>
      )}
      {children}
      <ConfirmDialog
        isOpen={leaving !== null}
        title={leaving === null ? '' : removal.title(leaving)}
        confirmLabel={removal.confirmLabel}
        cancelLabel={t('cancel')}
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          setLeaving(null);
          if (leaving !== null) removal.onConfirm(leaving);
        }}
      >
        {removal.text}
      </ConfirmDialog>
    </Dialog>
  );
}
